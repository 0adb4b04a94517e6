"""From the report of a merge to text, one module a format."""
