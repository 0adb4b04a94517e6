"""From the history of a topic or question to text, one module a format."""
