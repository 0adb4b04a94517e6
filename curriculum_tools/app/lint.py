"""Linting guides: from the arguments of the command to a report."""

from dataclasses import dataclass

PARALLEL_FROM = (
    1_500_000  # bytes; below, starting processes costs more than it saves (bench/lint.py)
)
CHUNK = 250_000  # bytes a process takes at a time, so that none is idle while another has a queue


@dataclass(frozen=True, slots=True)
class LintOptions:
    """What the command line asks for."""

    paths: tuple[str, ...] = ()
    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    write_baseline: str | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    jobs: int = 0
