"""From a parsed guide to text."""
