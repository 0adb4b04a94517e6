"""Files, config, git and the cache: the only room that touches the disk or starts a process.

Paths come in, as people write them; sources, configs and changes go out, and files are written.
"""
