"""Rules of the group links."""
