"""Benchmarks of merging."""
