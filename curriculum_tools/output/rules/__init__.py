"""From rules to text."""
