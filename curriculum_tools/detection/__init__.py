"""How guides are written that no config tells of: from their lines to the table of a dialect.

A shape of line that recurs and asks, or has options or an answer below it, is the question. Nothing
is read by what is found here before a guide was parsed with it and holds what was seen.
"""
