"""Rules of the group fields."""
