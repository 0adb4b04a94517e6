"""From a lint report to text, one module a format."""
