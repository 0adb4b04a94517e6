"""The format `markdown`: a page that says what is covered and links each topic to its notes."""

from collections.abc import Iterator

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.output.counted import counted
from curriculum_tools.output.escape_markdown import escape_heading, escape_markdown
from curriculum_tools.output.index.translations import translations_table
from curriculum_tools.output.style import Style
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


def render(index: Index, _style: Style) -> Iterator[str]:
    """Yield the page."""
    yield f"# {escape_heading(index.title or 'Index')}\n\n"
    if index.counts_questions:
        yield from _questions(index)
        yield from translations_table(index.translations)
        return
    yield f"{coverage_sentence(index.coverage)}\n"
    if len(index.chapters) > 1:
        yield from _coverage_table(index)
    for chapter in index.chapters:
        yield from _chapter(chapter)
    yield from translations_table(index.translations)


def _questions(index: Index) -> Iterator[str]:
    """Yield how many questions each chapter and topic has, where there are no notes."""
    counts = {"topic": index.coverage.topics, "question": index.questions}
    yield ", ".join(counted(count, what) for what, count in counts.items() if count) + ".\n"
    if any(chapter.name or chapter.topics for chapter in index.chapters):
        yield "\n| | Chapter or topic | Questions |\n| ---: | --- | ---: |\n"
    for chapter in index.chapters:
        if chapter.title:
            title = f"**{escape_markdown(chapter.title)}**"
            yield _question_row(chapter.number, title, chapter.questions)
        for topic in chapter.topics:
            yield _question_row(topic.number, escape_markdown(topic.title), topic.questions)


def _question_row(number: str | None, title: str, questions: int) -> str:
    return f"| {escape_markdown(number or '')} | {title} | {questions:,} |\n"


def coverage_sentence(coverage: Coverage) -> str:
    """Return a sentence on how far the notes are."""
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
        yield _coverage_row(escape_markdown(chapter.name), chapter.coverage)
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
        yield f"\n## {escape_heading(chapter.name)}\n"
    if chapter.topics:
        yield "\n| | Topic | Questions | Notes |\n| ---: | --- | ---: | --- |\n"
    for topic in chapter.topics:
        first, *others = _best_first(topic) or [None]
        notes = [_status(first, is_linked=False), *(_status(n, is_linked=True) for n in others)]
        number, title = (
            escape_markdown(topic.number or ""),
            _linked(escape_markdown(topic.title), first),
        )
        yield f"| {number} | {title} | {topic.questions:,} | {', '.join(notes)} |\n"


def _best_first(topic: IndexTopic) -> list[IndexNotes | None]:
    best = topic.best
    return [best, *(notes for notes in topic.notes if notes is not best)] if best else []


def _status(notes: IndexNotes | None, *, is_linked: bool) -> str:
    """Return the status in words; of a file that should be there and is not, the path."""
    if notes is None:
        return "–"
    word = _WORDS[notes.status]
    if notes.file is None and notes.status is not NotesStatus.PLANNED:
        return f"{word}, but not found: {escape_markdown(notes.path)}"
    return _linked(word, notes) if is_linked else word


def _linked(text: str, notes: IndexNotes | None) -> str:
    """Return a text linked to notes that are there; what is only planned is not linked."""
    if notes is None or notes.file is None or notes.status is NotesStatus.PLANNED:
        return text
    return f"[{text}]({notes.file.link})"
