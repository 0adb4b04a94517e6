"""Benchmarks; each file says how it measures."""
