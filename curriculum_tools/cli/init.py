"""`curriculum init`."""

import click

from curriculum_tools.cli.options import common_options
from curriculum_tools.cli.streams import say


@click.command("init")
@click.option("--force", is_flag=True, help="Write over a curriculum.toml that is there.")
@common_options
def command(*, force: bool, output_file: str | None, **_: object) -> None:
    """Look at the guides and notes found here, and write a curriculum.toml that fits them.

    Every setting in it has a line that says what it is for.
    """
    from curriculum_tools.app.init import write_config
    from curriculum_tools.output.sanitize import sanitize

    path, guides, said, ordered_by = write_config(output_file, force=force)
    if not guides:
        say(f"wrote {path}, but found no guides: {sanitize(said)}")
        return
    noun = "guide" if guides == 1 else "guides"
    what = f": {sanitize(said)}" if said else ""
    say(f"wrote {path} for {guides:,} {noun}{what}; next: curriculum lint")
    if ordered_by:
        say(f"some look like versions of one guide; their order in it is a guess, {ordered_by}")
