"""The format `text`: what was merged, and what is left to decide."""

from collections.abc import Iterator, Sequence

from curriculum_tools.model.rulings import PairRuling, QuestionRuling
from curriculum_tools.output.counted import counted
from curriculum_tools.output.decisions_yaml import decision_lines
from curriculum_tools.output.merge.absent import absent_names
from curriculum_tools.output.merge.conflict_text import (
    conflict_text,
    is_overruled_anew,
    is_taken_out,
    meets_edit,
    settled_counts,
)
from curriculum_tools.output.merge.news_text import news_texts
from curriculum_tools.output.merge.stale_text import stale_text
from curriculum_tools.output.number_ranges import number_ranges
from curriculum_tools.output.positions import shown_place
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text
from curriculum_tools.versions.choice import By
from curriculum_tools.versions.deciding.open_items import open_items
from curriculum_tools.versions.merge.result import (
    Merged,
    MergedTopic,
    MergeReport,
    ReviewItem,
    State,
)

REPAIRED = "it is made anew from the versions and the guide"
SHOWN = 3  # of a list that -v tells in full

_STATES = {
    State.WROTE: "wrote",
    State.UNCHANGED: "unchanged:",
    State.STALE: "out of date:",
}
_REVIEWS = {
    "same-topic": "of topics may be the same; left apart",
    "same-chapter": "of chapters may be the same; left apart",
    "same-question": "of questions say the same or nearly; left apart",
}


def render(report: MergeReport, style: Style) -> Iterator[str]:
    """Yield the report as a maintainer reads it."""
    merged = report.merged
    if len(merged.versions.items) > 1:
        wins = (
            f"the newest wins: {sanitize(merged.versions.items[-1].name)}"
            if merged.versions.in_order
            else "the majority wins, and a tie is open (--oldest-first: the newest wins)"
        )
        yield from _line(f"where versions differ, {wins}", style)
    yield from _line(_files(report), style)
    if report.is_repaired:
        yield from _line(f"{sanitize(report.lock)} held conflicts of git; {REPAIRED}", style)
    if not style.quiet:
        for news in news_texts(report):
            yield from _line(sanitize(news), style, "  news      ")
        yield from _merged(merged, style)
        yield from _differences(merged, style)
    if style.verbose:
        yield from _origins(merged, style)
    yield from _to_decide(report, style)


def _files(report: MergeReport) -> str:
    merged = report.merged
    questions = sum(len(topic.questions) for topic in merged.guide.topics)
    counts = {
        "chapter": len(merged.guide.named_chapters),
        "topic": len(merged.guide.named_topics),
        "question": questions,
    }
    is_whole = merged.guide.dialect.templates is None
    held = ", ".join(counted(n, what) for what, n in counts.items() if n or is_whole)
    guide, lock = sanitize(report.output), sanitize(report.lock)
    return f"{_STATES[report.state]} {guide}: {held}; {lock}"


def _merged(merged: Merged, style: Style) -> Iterator[str]:
    counts = merged.accounting.counts
    topics, questions = counts("topic"), counts("question")
    printed = len(merged.guide.named_topics), sum(len(t.questions) for t in merged.guide.topics)
    text = f"{counted(questions['items'], 'question')} into {printed[1]:,}"
    if topics["items"]:
        text = f"{counted(topics['items'], 'topic')} into {printed[0]:,} · {text}"
    yield from _line(text, style, "  merged    ")
    dropped = counts()["dropped_by_decision"]
    left_out = f", but for {dropped:,} dropped by decision" if dropped else ""
    text = (
        f"each of the {counts()['items']:,} things that the versions say is in the guide, or "
        f"named in the lock{left_out}"
    )
    yield from _line(text, style, "  checked   ")
    renumbered = [topic for topic in _topics(merged) if _has_other_number(topic)]
    if renumbered:
        text = f"{len(renumbered):,} topics have another number than in some version"
        yield from _line(
            text + ("" if style.verbose else " (-v lists them)"), style, "  numbers   "
        )


def _differences(merged: Merged, style: Style) -> Iterator[str]:
    counts = settled_counts(merged)
    if counts:
        text = " · ".join(f"{count:,} {what}" for what, count in counts)
        yield from _line(
            text + ("" if style.verbose else " (-v lists them)"), style, "  settled   "
        )
    for conflict in merged.conflicts if style.verbose else ():
        if not conflict.is_open:
            yield from _line(sanitize(conflict_text(conflict)), style, "            ")


def _origins(merged: Merged, style: Style) -> Iterator[str]:
    yield "\n"
    for topic in _topics(merged):
        origins = ", ".join(
            f"{sanitize(origin.source)} {sanitize(origin.number or '–')}"
            for origin in topic.origins
        )
        number = f"{topic.said.number} " if topic.said.number else ""
        text = f"{number}{sanitize(topic.said.title)} ← {origins}"
        yield from _line(text, style, "  ")


def _to_decide(report: MergeReport, style: Style) -> Iterator[str]:
    merged = report.merged
    if merged.is_settled:
        if not style.quiet:
            yield "nothing is left open\n"
        return
    count = counted(len(open_items(merged)), "thing")
    head = style.bold("to decide") + f": {count} (none blocks you; --strict makes them count)"
    yield f"\n{head}\n"
    yield from _absent(merged, style)
    yield from _reviews(report, style)
    yield from _open_conflicts(merged, style)
    for stale in merged.stale:
        where = shown_place(stale.ruling.path, stale.ruling.line)
        yield from _line(f"{where}: {sanitize(stale_text(stale))}", style, "  ")
    yield from _rulings(report, style)


def _absent(merged: Merged, style: Style) -> Iterator[str]:
    topics = [topic for each in merged.absent for topic in each.topics]
    if topics:
        newest = sanitize(merged.versions.items[-1].name)
        numbers = sanitize(number_ranges(absent_names(merged)))
        text = f"{counted(len(topics), 'topic')} not in {newest}, the newest, and kept: {numbers}"
        yield from _line(text, style, "  ")
    for topic in topics if style.verbose else ():
        number = f"{topic.said.number} " if topic.said.number else ""
        yield from _line(f"{number}{sanitize(topic.said.title)}", style, "     ")


def _reviews(report: MergeReport, style: Style) -> Iterator[str]:
    merged = report.merged
    for kind, what in _REVIEWS.items():
        items = [item for item in merged.review if item.kind == kind]
        if items:
            yield from _line(f"{counted(len(items), 'pair')} {what}", style, "  ")
            yield from _examples(items, style)


def _examples(items: Sequence[ReviewItem], style: Style) -> Iterator[str]:
    for item in items if style.verbose else items[:SHOWN]:
        for member, lead in zip(item.members, ("     ", "   ~ "), strict=False):
            where = f"{sanitize(member.source)} {sanitize(member.number or '')}".rstrip()
            yield from _line(f"{where} {sanitize(member.text)}", style, lead)


def _open_conflicts(merged: Merged, style: Style) -> Iterator[str]:
    gone = [conflict for conflict in merged.open_conflicts if is_taken_out(conflict)]
    news = [conflict for conflict in merged.open_conflicts if meets_edit(conflict)]
    anew = [conflict for conflict in merged.open_conflicts if is_overruled_anew(conflict)]
    ties = [conflict for conflict in merged.open_conflicts if conflict.by is By.TIE]
    for found, head in (
        (gone, f"{counted(len(gone), 'thing')} taken out of the guide by hand"),
        (news, f"{counted(len(news), 'thing')} edited by hand that versions have changed since"),
        (anew, f"{counted(len(anew), 'thing')} ruled on that versions have changed since"),
        (ties, f"{counted(len(ties), 'tie')} between versions, settled by nothing but its text"),
    ):
        if found:
            yield from _line(head, style, "  ")
        for conflict in found if style.verbose else found[:SHOWN]:
            yield from _line(sanitize(conflict_text(conflict)), style, "     ")


def _rulings(report: MergeReport, style: Style) -> Iterator[str]:
    """Yield the lines to paste, which keep everything as it is."""
    suggestions = report.merged.suggestions
    if suggestions:
        where = sanitize(report.decisions)
        asks = "`curriculum decide` asks for one after the other; or"
        yield from _line(f"{asks} paste into {where} what you agree with:", style, "  ")
        yield "\n"
        yield from (f"    {sanitize(line)}\n" for line in decision_lines(suggestions))
        yield from _line(f"({_how_to_differ(report.merged)})", style, "    ")


def _how_to_differ(merged: Merged) -> str:
    hints = []
    if any(isinstance(ruling, PairRuling | QuestionRuling) for ruling in merged.suggestions):
        hints.append("`different-…` instead of `same-…` leaves a pair apart for good")
    if merged.absent:
        hints.append(
            "`drop` instead of `keep`, with a reason, leaves topics out; `chapter: …` "
            "beside `absent-from-newest` rules on one chapter"
        )
    return "; ".join(hints) or "the values are those that the guide has now"


def _topics(merged: Merged) -> Iterator[MergedTopic]:
    return (topic for chapter in merged.chapters for topic in chapter.topics)


def _has_other_number(topic: MergedTopic) -> bool:
    return any(origin.number != topic.said.number for origin in topic.origins)


def _line(text: str, style: Style, lead: str = "") -> Iterator[str]:
    return wrap_text(text, style.width, lead)
