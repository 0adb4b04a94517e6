"""Versions of one curriculum: which topics are the same, what changed, one guide from many."""
