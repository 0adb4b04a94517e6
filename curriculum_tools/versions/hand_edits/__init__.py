"""Changes made by hand in a merged guide: finding them, keeping them in the lock, applying them."""
