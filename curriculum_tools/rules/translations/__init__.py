"""Rules of the group translations."""
