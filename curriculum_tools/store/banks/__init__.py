"""Banks of questions too large for the memory of one process, searched by a database.

Comes in: files of questions. Goes out: the pairs that `likeness` would find in memory, and files
of them. Nothing else knows duckdb, pyspark and pyarrow, which come with extras of the package.
"""
