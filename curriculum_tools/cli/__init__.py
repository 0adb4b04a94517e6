"""The command line: flags, streams and exit codes."""
