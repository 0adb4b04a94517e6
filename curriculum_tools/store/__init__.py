"""Files, config, git and the notes tree: the only rooms that touch the disk."""
