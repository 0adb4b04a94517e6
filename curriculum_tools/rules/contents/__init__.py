"""Rules of the group contents."""
