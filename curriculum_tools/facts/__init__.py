"""What is true of a guide, worked out once for all rules."""
