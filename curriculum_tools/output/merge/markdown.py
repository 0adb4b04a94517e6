"""The format `markdown`: the report of a merge, fit for a comment on a pull request."""

import re
from collections.abc import Iterator

from curriculum_tools.output.counted import counted
from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.output.escape_markdown import escape_comment
from curriculum_tools.output.merge.absent import absent_names
from curriculum_tools.output.merge.conflict_text import (
    conflict_text,
    is_taken_out,
    meets_edit,
    settled_counts,
)
from curriculum_tools.output.merge.text import REPAIRED
from curriculum_tools.output.number_ranges import number_ranges
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.versions.merge.result import Merged, MergeReport, State

#: A comment on GitHub holds 65,536 characters, and is refused with more.
MOST_LISTED = 50
MOST_RULINGS = 30_000

_STATES = {
    State.WROTE: "written",
    State.UNCHANGED: "up to date",
    State.STALE: "**out of date**: run `curriculum merge` and commit what it writes",
}


def render(report: MergeReport, _style: Style) -> Iterator[str]:
    """Yield the report."""
    merged = report.merged
    counts = merged.accounting.counts
    questions = sum(len(topic.questions) for topic in merged.guide.topics)
    yield f"## curriculum merge: {escape_comment(report.output)}\n\n"
    yield f"{_STATES[report.state]}\n\n"
    if report.is_repaired:
        yield f"The lock held conflicts of git; {REPAIRED}.\n\n"
    yield "| | in the versions | in the guide |\n| --- | ---: | ---: |\n"
    yield f"| chapters | {counts('chapter')['items']:,} | {len(merged.guide.named_chapters):,} |\n"
    yield f"| topics | {counts('topic')['items']:,} | {len(merged.guide.named_topics):,} |\n"
    yield f"| questions | {counts('question')['items']:,} | {questions:,} |\n\n"
    settled = ", ".join(f"{count:,} {what}" for what, count in settled_counts(merged))
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
        numbers = escape_comment(number_ranges(absent_names(merged)))
        newest = escape_comment(merged.versions.items[-1].name)
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
            f"{escape_comment(member.text)} "
            f"({escape_comment(member.source)} {escape_comment(member.number or '')})"
            for member in item.members
        )
        yield f"- {item.kind}, {item.confidence:.2f}: {members}\n"


def _open_conflicts(merged: Merged) -> Iterator[str]:
    for conflict in merged.open_conflicts:
        head = (
            "taken out by hand"
            if is_taken_out(conflict)
            else "edited by hand and changed since"
            if meets_edit(conflict)
            else "a tie"
        )
        yield f"- {head}: {escape_comment(conflict_text(conflict))}\n"


def _stale(merged: Merged) -> Iterator[str]:
    for ruling in merged.stale:
        where = f"{escape_comment(ruling.path)}:{ruling.line}"
        yield f"- {where} matches nothing: {escape_comment(str(ruling))}\n"


def _rulings(merged: Merged) -> Iterator[str]:
    lines = decisions_yaml(merged.suggestions)
    if len(lines) > MOST_RULINGS:
        yield "\nThe rulings are too many to show here: `curriculum merge` prints them.\n"
    elif lines:
        longest = max((len(run) for run in re.findall("`+", lines)), default=0)
        fence = "`" * max(3, longest + 1)
        text = "\n".join(sanitize(line) for line in lines.splitlines())
        yield f"\nRulings that keep it as it is now:\n\n{fence}yaml\n{text}\n{fence}\n"
