"""Changes made by hand in a merged guide: how they are found, and kept in the lock."""
