"""How merges of guides go, against git's own."""
