"""From guides that were numbered anew to text, one module a format."""
