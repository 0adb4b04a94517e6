"""Rules of the group numbering."""
