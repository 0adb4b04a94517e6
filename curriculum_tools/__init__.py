"""Lint, compare and merge curricula kept as Markdown guides."""

__version__ = "0.1.0"
