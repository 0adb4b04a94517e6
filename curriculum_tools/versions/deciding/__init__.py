"""What is left to decide after a merge, and the rulings that each answer writes."""
