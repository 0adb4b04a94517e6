"""Which topics and chapters of several versions are the same, and which may be."""
