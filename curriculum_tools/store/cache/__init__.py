"""What linting found last time, kept until anything it depends on changes."""
