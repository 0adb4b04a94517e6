"""The command line: flags, streams and exit codes; one file a command.

What the user typed comes in; text and an exit code go out.
"""
