"""From the index of a curriculum to text, one module a format."""
