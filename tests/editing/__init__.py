"""Changing whole guides on purpose."""
