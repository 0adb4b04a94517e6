"""One order out of those of several versions."""
