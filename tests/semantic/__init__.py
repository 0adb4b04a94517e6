"""What the model of sentences says: `.ci/run` installs it, and runs these tests with `-m semantic`."""
