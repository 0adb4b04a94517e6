"""What merging through git costs and saves, on real histories."""
