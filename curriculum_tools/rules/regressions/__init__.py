"""Rules of the group regressions."""
