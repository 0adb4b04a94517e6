"""Rules of the group notes."""
