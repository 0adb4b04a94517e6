"""What a version says as it has to be said in another folder, where its links lead elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from curriculum_tools.facts.links import RelativeLink
from curriculum_tools.facts.redirected_links import edited, place_after, redirections
from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import (
    Answer,
    Block,
    Field,
    Notes,
    NotesStatus,
    Question,
    Section,
    Text,
    Value,
)
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.written import Passage, WrittenQuestion, WrittenSection
from curriculum_tools.syntax.inline import code_spans
from curriculum_tools.versions.hand_edits.store import HandEdit, Place
from curriculum_tools.versions.version import Redirect, Version


class Redirection(Protocol):
    """Tells how to refer to the same files from another folder; None where nothing changes."""

    def link(self, link: RelativeLink) -> str | None:
        """Return the destination that a link should have."""

    def notes(self, path: str, *, is_planned: bool) -> str | None:
        """Return the path of notes as it should be written."""


def redirected(version: Version, by: Redirection) -> Version:
    """Return what a version says, with its links and notes paths redirected."""
    change = _Redirected(by)
    root = change.section(version.root)
    return replace(version, root=root, redirects=change.redirects)


def unredirected(version: Version) -> Version:
    """Return what a version says as its own text has it, in its own folder."""
    return replace(redirected(version, _Back(version.redirects)), redirects=())


def redirected_edits(
    edits: Iterable[HandEdit], versions: Iterable[Version], by: Redirection
) -> tuple[HandEdit, ...]:
    """Return edits of a guide that was merged from versions, redirected."""
    found = tuple(edits)
    said = [version.root for version in versions]
    said += [
        value for edit in found for value in (edit.was, edit.now) if isinstance(value, Section)
    ]
    change = _Redirected(by)
    names = change.names_in(said)
    return tuple(change.edit(edit, names) for edit in found)


class _Back:
    """Leads back to what was written."""

    def __init__(self, redirects: Iterable[Redirect]) -> None:
        found = tuple(redirects)
        self._links = {each.now: each.was for each in found if not each.is_notes}
        self._notes = {each.now: each.was for each in found if each.is_notes}

    def link(self, link: RelativeLink) -> str | None:
        return self._links.get(link.destination)

    def notes(self, path: str, *, is_planned: bool) -> str | None:  # noqa: ARG002
        return self._notes.get(path)


class _Redirected:
    def __init__(self, by: Redirection) -> None:
        self._by = by
        self._made: dict[tuple[bool, str], str] = {}

    @property
    def redirects(self) -> tuple[Redirect, ...]:
        """What was redirected so far; of several spellings that became one, the shortest."""
        made = sorted(self._made.items())
        return tuple(Redirect(*key, was) for key, was in made if was != key[1])

    def _note(self, was: str, now: str | None, *, is_notes: bool) -> None:
        if now is not None:
            known = self._made.get((is_notes, now), was)
            self._made[is_notes, now] = min(known, was, key=lambda text: (len(text), text))

    def _link(self, link: RelativeLink) -> str | None:
        now = self._by.link(link)
        self._note(link.destination, now, is_notes=False)
        return now

    def _path(self, notes: Notes) -> str:
        now = self._by.notes(notes.path, is_planned=notes.status is NotesStatus.PLANNED)
        self._note(notes.path, now, is_notes=True)
        return notes.path if now is None else now

    def section(self, section: Section) -> Section:
        """Return a section with all it holds."""
        paths = {
            value.path: self._path(value)
            for each in section.fields
            for value in each.values
            if isinstance(value, Notes)
        }
        heading = replace(section.heading, title=self._text_of(section.heading.title))
        written = section.written
        return replace(
            section,
            heading=heading,
            lead=self._blocks(section.lead),
            fields=tuple(map(self._field, section.fields)),
            questions=tuple(map(self._question, section.questions)),
            blocks=self._blocks(section.blocks),
            sections=tuple(map(self.section, section.sections)),
            written=WrittenSection(
                self._passage(written.head, paths),
                tuple((place, self._text(text)) for place, text in written.after),
            )
            if written
            else None,
        )

    def names_in(self, said: Iterable[Section]) -> Mapping[str, str]:
        """Return the keys of questions and the titles of sections by what they were."""
        return dict(pair for section in said for pair in self._names(section))

    def _names(self, section: Section) -> Iterator[tuple[str, str]]:
        yield section.title, self._text(section.title)
        for question in section.questions:
            yield key(wording_of(question)), key(wording_of(self._question(question)))
        for inner in section.sections:
            yield from self._names(inner)

    def edit(self, edit: HandEdit, names: Mapping[str, str]) -> HandEdit:
        """Return an edit; `names` are the new names of topics and questions by the old."""

        def named(name: str | None) -> str | None:
            return name if name is None else names.get(name, name)

        def value(said: str | Section | Place | None) -> str | Section | Place | None:
            if isinstance(said, Section):
                return self.section(said)
            if isinstance(said, Place):
                return Place(*map(named, said))
            return said if said is None else self._text(said)

        return replace(
            edit,
            chapter=named(edit.chapter),
            topic=named(edit.topic),
            was=value(edit.was),
            now=value(edit.now),
            question=named(edit.question),
        )

    def _text(self, text: str) -> str:
        return edited(text, list(redirections(text, self._link)))

    def _text_of(self, said: Text) -> Text:
        return replace(said, text=self._text(said.text))

    def _field(self, field: Field) -> Field:
        return replace(
            field, values=tuple(map(self._value, field.values)), blocks=self._blocks(field.blocks)
        )

    def _value(self, value: Value) -> Value:
        if isinstance(value, Notes):
            remark = value.remark and self._text(value.remark)
            return replace(value, path=self._path(value), remark=remark)
        return self._text_of(value) if isinstance(value, Text) else value

    def _blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(replace(block, text=self._text(block.text)) for block in blocks)

    def _question(self, question: Question) -> Question:
        written = question.written
        return replace(
            question,
            text=self._text(question.text),
            prompt=self._blocks(question.prompt),
            options=tuple(replace(each, text=self._text(each.text)) for each in question.options),
            answer=self._answer(question.answer),
            written=WrittenQuestion(self._passage(written.head), self._passage(written.rest))
            if written
            else None,
        )

    def _answer(self, answer: Answer) -> Answer:
        return replace(
            answer,
            ticked=tuple(map(self._text, answer.ticked)),
            blocks=self._blocks(answer.blocks),
            wording=answer.wording and self._text_of(answer.wording),
        )

    def _passage(self, passage: Passage, paths: Mapping[str, str] | None = None) -> Passage:
        """Return a passage, also with other notes paths where these stand in code spans."""
        edits = list(redirections(passage.text, self._link))
        for inner, _ in code_spans(passage.text) if paths else ():
            path = passage.text[inner.start : inner.end]
            if path in (paths or {}):
                edits.append(Edit(inner, (paths or {})[path]))
        edits.sort()
        gaps = (gap._replace(at=place_after(gap.at, edits)) for gap in passage.gaps)
        return Passage(edited(passage.text, edits), tuple(gaps))
