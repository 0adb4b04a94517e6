"""Banks searched by databases: `.ci/run` installs them, and runs these tests with `-m banks`."""
