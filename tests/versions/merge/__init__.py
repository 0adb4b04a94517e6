"""Merging as a maintainer would see it, on guides that a person can read."""
