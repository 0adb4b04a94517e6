"""From the difference of two versions to text, one module a format."""
