"""From what branches would give twice to text, one module a format."""
