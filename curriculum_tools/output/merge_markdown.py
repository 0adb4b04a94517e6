"""The report of a merge as Markdown, fit for a comment on a pull request."""

import re
from collections.abc import Iterator

from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.output.escaping import escaped
from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.merge_words import (
    conflict_words,
    difference_counts,
    is_taken_out,
)
from curriculum_tools.output.number_ranges import number_ranges
from curriculum_tools.output.style import Style
from curriculum_tools.output.summary import counted
from curriculum_tools.versions.merge.result import Merged, MergeReport, State

#: A comment on GitHub holds 65,536 characters, and is refused with more.
MOST_LISTED = 50
MOST_RULINGS = 30_000

_STATES = {
    State.WROTE: "written",
    State.UNCHANGED: "up to date",
    State.STALE: "**out of date**: run `curriculum merge` and commit what it writes",
}


def merge_markdown(report: MergeReport, style: Style) -> Iterator[str]:  # noqa: ARG001
    """Yield the report."""
    merged = report.merged
    counts = merged.accounting.counts
    questions = sum(len(topic.questions) for topic in merged.guide.topics)
    yield f"## curriculum merge: {escaped(report.output)}\n\n"
    yield f"{_STATES[report.state]}\n\n"
    yield "| | in the versions | in the guide |\n| --- | ---: | ---: |\n"
    yield f"| chapters | {counts('chapter')['items']:,} | {len(merged.guide.chapters):,} |\n"
    yield f"| topics | {counts('topic')['items']:,} | {len(merged.guide.topics):,} |\n"
    yield f"| questions | {counts('question')['items']:,} | {questions:,} |\n\n"
    settled = ", ".join(f"{count:,} {what}" for what, count in difference_counts(merged))
    if settled:
        by = "the newest version" if merged.versions.in_order else "the majority of versions"
        yield f"Where versions differ, {by} was followed: {settled}.\n\n"
    yield from _to_decide(merged)


def _to_decide(merged: Merged) -> Iterator[str]:
    if merged.is_settled:
        yield "Nothing is left to decide.\n"
        return
    yield "### To decide\n\n"
    absent = [topic for each in merged.absent for topic in each.topics]
    if absent:
        numbers = number_ranges(topic.said.number or "" for topic in absent)
        newest = escaped(merged.versions.items[-1].name)
        topics = counted(len(absent), "topic")
        yield f"- {topics} not in {newest}, the newest, and kept: {numbers}\n"
    lines = [*_reviews(merged), *_open_conflicts(merged), *_stale(merged)]
    yield from lines[:MOST_LISTED]
    if len(lines) > MOST_LISTED:
        yield f"- {len(lines) - MOST_LISTED:,} more: `curriculum merge` lists them\n"
    yield from _rulings(merged)


def _reviews(merged: Merged) -> Iterator[str]:
    for item in merged.review:
        members = " and ".join(
            f"{escaped(member.text)} ({escaped(member.source)} {escaped(member.number or '')})"
            for member in item.members
        )
        yield f"- {item.kind}, {item.confidence:.2f}: {members}\n"


def _open_conflicts(merged: Merged) -> Iterator[str]:
    for conflict in merged.open_conflicts:
        head = "taken out by hand" if is_taken_out(conflict) else "a tie"
        yield f"- {head}: {escaped(conflict_words(conflict))}\n"


def _stale(merged: Merged) -> Iterator[str]:
    for ruling in merged.stale:
        yield f"- {escaped(ruling.path)}:{ruling.line} matches nothing: {escaped(str(ruling))}\n"


def _rulings(merged: Merged) -> Iterator[str]:
    lines = "".join(decisions_yaml(merged.suggestions))
    if len(lines) > MOST_RULINGS:
        yield "\nThe rulings are too many to show here: `curriculum merge` prints them.\n"
    elif lines:
        longest = max((len(run) for run in re.findall("`+", lines)), default=0)
        fence = "`" * max(3, longest + 1)
        text = "\n".join(harmless(line) for line in lines.splitlines())
        yield f"\nRulings that keep it as it is now:\n\n{fence}yaml\n{text}\n{fence}\n"
