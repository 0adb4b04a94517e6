"""Markdown text to guide and back, without loss."""
