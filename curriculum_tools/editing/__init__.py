"""What an author changes about a whole guide on purpose, with all that refers to it.

Comes in: the facts of a guide. Goes out: its text with the changes, and what they are, or an error
that says what stands against them. Pure functions.
"""
