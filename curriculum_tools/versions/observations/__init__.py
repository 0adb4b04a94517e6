"""What a version says as a row of observations, each with its place, and back again."""
