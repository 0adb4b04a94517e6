"""Rules of the group questions."""
