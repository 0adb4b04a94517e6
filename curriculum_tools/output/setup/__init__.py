"""From how git is set up for guides to text."""
