"""What an earlier version of the guide had and this one lost; with `lint --against`."""
