"""`curriculum duplicates --engine`: banks that a database searches."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.progress import progress_on_terminal
from curriculum_tools.cli.streams import emit, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from curriculum_tools.facts.bank_pair import BankCluster, BankPair
    from curriculum_tools.likeness import Verdict

ENGINES = ["duckdb", "spark"]
BANK_FORMATS = ["jsonl", "parquet"]


class BankOutput(NamedTuple):
    """Where the pairs and clusters go, and as what; None is standard output, or nowhere."""

    output_format: str
    output_file: str | None
    clusters_file: str | None


def search(
    engine: str,
    paths: tuple[str, ...],
    config: str | None,
    least: "Verdict",
    output: BankOutput,
    *,
    quiet: bool,
) -> ExitCode:
    """Search banks and write what is found; raises a CurriculumError, or click's UsageError."""
    from curriculum_tools.app.bank_duplicates import search_banks
    from curriculum_tools.facts.bank_pair import bank_clusters

    if not paths:
        raise click.UsageError("--engine needs the banks that it is to search")
    if output.output_format == "parquet" and not output.output_file:
        raise click.UsageError("--output-format parquet needs --output-file")
    progress = progress_on_terminal("searching the bank, step", quiet=quiet)
    counts: Counter[str] = Counter()
    with search_banks(paths, config, engine, progress) as found:

        def pairs() -> "Iterator[BankPair]":
            for pair in found:
                if pair.verdict <= least:
                    counts[pair.verdict.value] += 1
                    yield pair

        _write_pairs(output, pairs())
        if output.clusters_file:
            _write_clusters(output, output.clusters_file, bank_clusters(found))
    listed = ", ".join(f"{count:,} {verdict}" for verdict, count in counts.items())
    if not quiet:
        say(f"{found.questions:,} questions: {listed or 'no question is asked twice'}")
        if found.uncompared:
            say(f"up to {found.uncompared:,} pairs that share only crowded words were not compared")
    return ExitCode.CLEAN


def _write_pairs(output: BankOutput, pairs: "Iterator[BankPair]") -> None:
    from curriculum_tools.output.duplicates.lines import render_pairs
    from curriculum_tools.store.banks.bank_tables import write_pair_table, write_streamed

    if not output.output_file:
        emit(render_pairs(pairs))
    elif output.output_format == "parquet":
        write_pair_table(output.output_file, pairs)
    else:
        write_streamed(output.output_file, render_pairs(pairs))


def _write_clusters(output: BankOutput, path: str, clusters: "list[BankCluster]") -> None:
    from curriculum_tools.output.duplicates.lines import render_clusters
    from curriculum_tools.store.banks.bank_tables import write_cluster_table, write_streamed

    if output.output_format == "parquet":
        write_cluster_table(path, clusters)
    else:
        write_streamed(path, render_clusters(clusters))
