"""Use cases: what a command does, without a terminal.

Options come in and a report goes out, both as values; the disk is reached through `store` alone.
A use case runs straight on: from options to projects, to the files found, to what is made of each.
"""
