"""Versions of one curriculum: which topics are the same, what changed, one guide from many.

Comes in: guides or locks, each as a `Version`, and what people have decided. Goes out: differences,
a merged guide with all that is to say of it, an index, a lock. `alignment` tells what is the same,
`ordering` what stands before what; `diff`, `merge` and `index` stand on both. Pure functions.
"""
