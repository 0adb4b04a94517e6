"""What must stay: commands with what they print and write."""
