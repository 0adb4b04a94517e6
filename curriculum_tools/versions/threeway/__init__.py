"""A guide merged three ways: what two sides made of one base, put together unit by unit.

Comes in: three guides of one dialect. Goes out: the text of one, with conflict markers where both
sides disagree, and what is told of it. The text of a unit is always one that a side wrote. Pure.
"""
