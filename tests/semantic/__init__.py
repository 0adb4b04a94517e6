"""The model of sentences: `.ci/run` installs it, and runs these tests with `-m semantic`."""
