"""Guides that are read by templates."""
