"""From the duplicate questions that were found to text, one module a format."""
