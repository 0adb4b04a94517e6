"""The pages of `curriculum report`: from what was gathered to HTML that needs nothing else."""
