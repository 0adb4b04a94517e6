"""From a guide to its outline."""
