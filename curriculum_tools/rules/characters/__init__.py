"""Rules of the group characters."""
