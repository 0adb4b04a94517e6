"""Rules of the group order."""
