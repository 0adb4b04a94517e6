"""A campaign of made-up guides: each must be read, written, fixed and merged without a loss."""
