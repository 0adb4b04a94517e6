"""The command `curriculum`, also as `python -m curriculum_tools`."""

import gc
import sys


def main() -> None:
    """Run the command line and exit with its code."""
    # Parsing makes many values and few cycles: looking for cycles less often saves a tenth.
    gc.set_threshold(100_000, 20, 50)
    from curriculum_tools.cli.main import run

    sys.exit(run())


if __name__ == "__main__":
    main()
