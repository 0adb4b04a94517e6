"""Slips: a clean guide, one thing wrong in it, and what the tool makes of it."""
