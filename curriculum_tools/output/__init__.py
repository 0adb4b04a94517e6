"""From a report to text. In comes a value that a command made, and a style; out go chunks of text.

A folder holds the formats of a command, one module a format; `formats` lists them. What several
commands share stands beside it: making text safe, its width, wrapping, and writing JSON, TOML and
YAML. Everything here is pure: nothing is read, printed or looked up.
"""
