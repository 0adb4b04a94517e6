"""The notes of this repository's own curriculum: each is whole, and each of its samples runs.

The Python fences of a note run in order in one module, as a reader would paste them one after the
other; what a sample promises it asserts itself.
"""

import re
import sys
from itertools import groupby, pairwise
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

NOTES = Path(__file__).parents[2] / "guides" / "content" / "docs"
ALL = sorted(NOTES.rglob("*.md"))
WORDS = range(200, 501)
SAMPLES = range(1, 4)

each_note = pytest.mark.parametrize(
    "note", ALL, ids=lambda note: note.relative_to(NOTES).as_posix()
)


def front_matter(note: Path) -> dict[str, object]:
    """Give the fields between the two rulers at the top of a note."""
    _, fields, _ = note.read_text(encoding="utf-8").split("---\n", 2)
    read = yaml.safe_load(fields)
    assert isinstance(read, dict)
    return read


def tokens(note: Path) -> list[Token]:
    """Give the blocks of a note; blank lines stand for its front matter, so that lines are true."""
    _, fields, body = note.read_text(encoding="utf-8").split("---\n", 2)
    return MarkdownIt().parse("\n" * (fields.count("\n") + 2) + body)


def texts(note: Path, tag: str) -> list[str]:
    """Give the texts of a note's blocks of one kind: its titles (`h1`), its paragraphs (`p`)."""
    return [
        text.content
        for block, text in pairwise(tokens(note))
        if block.tag == tag and text.type == "inline"
    ]


def links(note: Path) -> list[str]:
    inlines = [child for token in tokens(note) for child in token.children or []]
    return [str(child.attrs["href"]) for child in inlines if child.type == "link_open"]


def samples(note: Path) -> list[Token]:
    return [token for token in tokens(note) if token.type == "fence"]


def test_there_are_notes_for_at_least_24_topics() -> None:
    assert len(ALL) >= 24


@each_note
def test_a_note_says_its_title_and_its_place(note: Path) -> None:
    fields = front_matter(note)
    assert fields.keys() == {"title", "order"}
    assert type(fields["order"]) is int
    assert texts(note, "h1") == [fields["title"]]


@each_note
def test_a_note_is_read_in_one_sitting(note: Path) -> None:
    words = [word for text in texts(note, "p") for word in text.split() if re.search(r"\w", word)]
    assert len(words) in WORDS
    assert {sample.info for sample in samples(note)} == {"python"}
    assert len(samples(note)) in SAMPLES


@each_note
def test_the_links_of_a_note_lead_to_notes(note: Path) -> None:
    own = [urlsplit(link) for link in links(note) if not urlsplit(link).scheme]
    assert [link.path for link in own if not (note.parent / link.path).is_file()] == []


@each_note
def test_the_samples_of_a_note_run(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("note")
    monkeypatch.setitem(sys.modules, "note", module)  # where SQLAlchemy looks up annotations
    for sample in samples(note):
        assert sample.map is not None
        padding = "\n" * (sample.map[0] + 1)  # a traceback names the line of the note
        exec(compile(padding + sample.content, note, "exec"), vars(module))


def test_no_two_notes_of_a_folder_claim_the_same_place() -> None:
    for folder, notes in groupby(ALL, key=lambda note: note.parent):
        orders = [front_matter(note)["order"] for note in notes]
        assert len(set(orders)) == len(orders), folder
