"""What is to decide: one item a screen, or all as a list, one module a form."""
