"""Rules of the group prerequisites."""
