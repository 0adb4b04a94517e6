"""Rules of the group answers."""
