"""An index as a page to read: what is covered, then every topic with a link to its notes."""

from collections.abc import Iterator

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.markdown import escaped, escaped_heading
from curriculum_tools.output.summary import counted
from curriculum_tools.versions.index import (
    Coverage,
    Index,
    IndexChapter,
    IndexNotes,
    IndexTopic,
)

_WORDS = {
    NotesStatus.WRITTEN: "written",
    NotesStatus.COVERED: "covered elsewhere",
    NotesStatus.PLANNED: "planned",
}


def index_markdown(index: Index) -> Iterator[str]:
    """Yield the page."""
    yield f"# {_heading(index.title or 'Index')}\n\n"
    yield f"{_summary(index.coverage)}\n"
    if len(index.chapters) > 1:
        yield from _coverage_table(index)
    for chapter in index.chapters:
        yield from _chapter(chapter)


def _summary(coverage: Coverage) -> str:
    """Say in a sentence how far the notes are."""
    counts = {
        "with notes of their own": coverage.written,
        "covered elsewhere": coverage.covered,
        "with notes planned": coverage.planned,
        "without notes": coverage.none,
    }
    listed = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count)
    topics = ": ".join(filter(None, (counted(coverage.topics, "topic"), listed)))
    if not coverage.not_found:
        return f"{topics}."
    return f"{topics}. The notes of {counted(coverage.not_found, 'topic')} are not there."


def _coverage_table(index: Index) -> Iterator[str]:
    yield "\n| Chapter | Topics | Written | Covered | Planned | None | Not found |\n"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    for chapter in index.chapters:
        yield _coverage_row(_shown(chapter.name), chapter.coverage)
    yield _coverage_row("**All**", index.coverage)


def _coverage_row(name: str, coverage: Coverage) -> str:
    counts = (
        coverage.topics,
        coverage.written,
        coverage.covered,
        coverage.planned,
        coverage.none,
        coverage.not_found,
    )
    return f"| {name} | {' | '.join(f'{count:,}' for count in counts)} |\n"


def _chapter(chapter: IndexChapter) -> Iterator[str]:
    if chapter.name:
        yield f"\n## {_heading(chapter.name)}\n"
    if chapter.topics:
        yield "\n| | Topic | Questions | Notes |\n| ---: | --- | ---: | --- |\n"
    for topic in chapter.topics:
        first, *others = _best_first(topic) or [None]
        notes = [_status(first, is_linked=False), *(_status(n, is_linked=True) for n in others)]
        number, title = _shown(topic.number or ""), _linked(_shown(topic.title), first)
        yield f"| {number} | {title} | {topic.questions:,} | {', '.join(notes)} |\n"


def _best_first(topic: IndexTopic) -> list[IndexNotes | None]:
    best = topic.best
    return [best, *(notes for notes in topic.notes if notes is not best)] if best else []


def _status(notes: IndexNotes | None, *, is_linked: bool) -> str:
    """Give the status in words; of a file that should be there and is not, the path."""
    if notes is None:
        return "–"
    word = _WORDS[notes.status]
    if notes.file is None and notes.status is not NotesStatus.PLANNED:
        return f"{word}, but not found: {_shown(notes.path)}"
    return _linked(word, notes) if is_linked else word


def _linked(text: str, notes: IndexNotes | None) -> str:
    """Link a text to notes that are there; what is only planned is not linked."""
    if notes is None or notes.file is None or notes.status is NotesStatus.PLANNED:
        return text
    return f"[{text}]({notes.file.link})"


def _shown(text: str) -> str:
    return escaped(harmless(text))


def _heading(text: str) -> str:
    return escaped_heading(harmless(text))
