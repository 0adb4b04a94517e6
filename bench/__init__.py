"""How fast this is; each file says how it measures."""
