"""`curriculum clean`."""

import click

from curriculum_tools.cli.options import common_options
from curriculum_tools.cli.streams import emit


@click.command("clean")
@common_options
def command(*, output_file: str | None, **_: object) -> None:
    """Remove what `curriculum lint` keeps, so that the next run begins anew.

    It keeps what it found in a folder .curriculum-cache beside the nearest curriculum.toml or
    .git upward, else in the current folder; it is safe to remove at any time.
    """
    from curriculum_tools.store.cache.database import remove
    from curriculum_tools.store.cache.folder import cache_folder
    from curriculum_tools.store.paths import shown_from_here

    folder = cache_folder()
    removed = [f"removed {shown_from_here(path)}\n" for path in remove(folder)]
    emit(removed or [f"nothing to remove: there is no {shown_from_here(folder)}\n"], output_file)
