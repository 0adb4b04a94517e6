"""What is known of the real guides is read from them."""

from collections import Counter

from curriculum_tools.model.content import NotesStatus
from tests.real_guides import real_texts
from tests.syntax.promises import blocks, checked

FACTS = {  # chapters, topics, questions; written, planned and covered notes
    "000.md": (5, 42, 185, 0, 0, 0),
    "001.md": (25, 87, 0, 46, 39, 2),
    "002.md": (9, 46, 138, 0, 0, 0),
    "003.md": (25, 87, 321, 87, 0, 0),
    "004.md": (12, 147, 542, 0, 0, 0),
}


def test_counts() -> None:
    for name, text in real_texts().items():
        guide = checked(text)
        notes = Counter(notes.status for topic in guide.topics for notes in topic.notes)
        found = (len(guide.chapters), len(guide.topics), len(guide.questions))
        statuses = tuple(notes[status] for status in NotesStatus)
        assert (*found, *statuses) == FACTS[name]


def test_everything_but_the_preamble_is_a_field() -> None:
    for text in real_texts().values():
        guide = checked(text)
        assert [block.kind for block in blocks(guide)] == ["paragraph"] * len(guide.blocks)


def test_a_remark_stands_after_a_path() -> None:
    guide = checked(real_texts()["003.md"])
    [notes] = [notes for topic in guide.topics for notes in topic.notes if notes.remark]
    assert guide.source.position(notes.span.start).line == 569


def test_a_repeated_number_is_kept_as_printed() -> None:
    guide = checked(real_texts()["004.md"])
    numbers = [topic.heading.number for topic in guide.topics]
    repeated = [number for number in numbers if number and number.text == "9.9"]
    lines = [guide.source.position(number.span.start).line for number in repeated]
    assert lines == [811, 832]
