"""One slip in a number is one finding, at its line, and a safe fix brings the clean guide back."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random

import pytest

from curriculum_tools.engine.apply_fixes import apply_fixes
from curriculum_tools.model.finding import Finding, Severity
from tests.examples import times
from tests.facts.number_slips import CHAPTERS, MANNERS, Chapter, Manner, Sketch, Topic, sketch
from tests.linting import lint

ENDS = pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
NAMES = pytest.mark.parametrize("name", MANNERS)
WITH_SUBS = [name for name, manner in MANNERS.items() if manner.sub]


def serious(text: str) -> list[Finding]:
    return [finding for finding in lint(text) if finding.severity.reaches(Severity.WARNING)]


def the_finding(text: str, wrong: str) -> Finding:
    """Return the one finding, which must stand in the line that begins so."""
    found = serious(text)
    assert len(found) == 1, [(f.rule, f.message) for f in found] + [text]
    start = found[0].span.start
    line = text[text.rfind("\n", 0, start) + 1 :].splitlines()[0]
    assert line.startswith(wrong), (line, wrong, found[0].message)
    return found[0]


def mended(text: str, finding: Finding) -> str:
    assert finding.fix
    assert finding.fix.safe
    return apply_fixes(text, [finding.fix])


@NAMES
@ENDS
def test_a_clean_guide_has_none(name: str, end: str) -> None:
    for seed in times(5):
        assert serious(sketch(MANNERS[name], Random(seed)).text(end)) == []


def inner(made: Sketch) -> Iterator[tuple[int, int, Topic]]:
    """Yield the topics that have neighbours on both sides, with their numbers."""
    for c, chapter in enumerate(made.chapters, 1):
        for t, topic in enumerate(chapter.topics[1:-1], 2):
            yield c, t, topic


@NAMES
@ENDS
def test_a_topic_with_the_number_of_another_one(name: str, end: str) -> None:
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        clean = made.text(end)
        c, t, topic = random.choice(list(inner(made)))
        topic.number = manner.topic(c, t - 1)
        text = made.text(end)
        finding = the_finding(text, f"### {topic.number}{topic.title}")
        assert finding.rule == "duplicate-number"
        assert mended(text, finding) == clean


@NAMES
def test_a_topic_with_the_number_of_another_chapter(name: str) -> None:
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        clean = made.text()
        c, t, topic = random.choice(list(inner(made)))
        topic.number = manner.topic(c + 1, t)
        finding = the_finding(made.text(), f"### {topic.number}{topic.title}")
        assert finding.rule == "wrong-chapter-number"
        assert mended(made.text(), finding) == clean


@NAMES
def test_a_topic_without_a_number(name: str) -> None:
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        clean = made.text()
        _, _, topic = random.choice(list(inner(made)))
        topic.number = ""
        finding = the_finding(made.text(), f"### {topic.title}")
        assert finding.rule == "missing-number"
        assert mended(made.text(), finding) == clean


@NAMES
def test_a_chapter_without_a_number(name: str) -> None:
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        clean = made.text()
        chapter = random.choice(made.chapters[1:-1])
        chapter.number = ""
        finding = the_finding(made.text(), f"## {chapter.title}")
        assert finding.rule == "missing-number"
        assert mended(made.text(), finding) == clean


def inserted(manner: Manner, number: int) -> Chapter:
    topics = [Topic(manner.topic(number, t), f"News {t}") for t in (1, 2)]
    if manner.sub:
        for t, topic in enumerate(topics, 1):
            topic.subs = [(manner.sub(number, t, s), f"Item {t} {s}") for s in (1, 2)]
    return Chapter(manner.chapter(number), CHAPTERS[0], topics)


@NAMES
@ENDS
def test_a_chapter_put_in_is_one_finding(name: str, end: str) -> None:
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        for place in range(1, len(made.chapters) + 1):
            changed = deepcopy(made)
            changed.chapters.insert(place, inserted(manner, place))
            number = manner.chapter(place)
            finding = the_finding(changed.text(end), f"## {number}{CHAPTERS[0]}")
            assert finding.rule == "duplicate-number"
            assert finding.fix is None


@NAMES
@ENDS
def test_a_chapter_taken_out_is_one_finding(name: str, end: str) -> None:
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        for place in range(len(made.chapters) - 1):
            changed = deepcopy(made)
            del changed.chapters[place]
            after = changed.chapters[place]
            finding = the_finding(changed.text(end), f"## {after.number}{after.title}")
            assert finding.rule == "skipped-number"


@pytest.mark.parametrize("name", WITH_SUBS)
@ENDS
def test_a_sub_heading_with_the_number_of_another_one(name: str, end: str) -> None:
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        clean = made.text(end)
        topic = random.choice([topic for _, _, topic in inner(made)])
        topic.subs[1] = (topic.subs[0][0], topic.subs[1][1])
        text = made.text(end)
        finding = the_finding(text, f"#### {''.join(topic.subs[1])}")
        assert finding.rule == "duplicate-number"
        assert mended(text, finding) == clean


@pytest.mark.parametrize("name", WITH_SUBS)
def test_a_sub_heading_taken_out(name: str) -> None:
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        topic = random.choice([topic for _, _, topic in inner(made)])
        del topic.subs[1]
        finding = the_finding(made.text(), f"#### {''.join(topic.subs[1])}")
        assert finding.rule == "skipped-number"


@pytest.mark.parametrize("name", WITH_SUBS)
def test_a_sub_heading_out_of_order(name: str) -> None:
    manner, random = MANNERS[name], Random(name)
    assert manner.sub
    for _ in times(5):
        made = sketch(manner, random)
        clean = made.text()
        c, t, topic = random.choice(list(inner(made)))
        topic.subs[1] = (manner.sub(c, t, 7), topic.subs[1][1])
        finding = the_finding(made.text(), f"#### {''.join(topic.subs[1])}")
        assert finding.rule == "number-out-of-order"
        assert mended(made.text(), finding) == clean


@pytest.mark.parametrize("name", ["zeros", "below", "dotted"])
def test_a_sub_heading_with_the_number_of_another_topic(name: str) -> None:
    manner, random = MANNERS[name], Random(name)
    assert manner.sub
    for _ in times(5):
        made = sketch(manner, random)
        clean = made.text()
        c, t, topic = random.choice(list(inner(made)))
        topic.subs[1] = (manner.sub(c, t + 1, 2), topic.subs[1][1])
        finding = the_finding(made.text(), f"#### {''.join(topic.subs[1])}")
        assert finding.rule == "wrong-chapter-number"
        assert mended(made.text(), finding) == clean


def test_sub_headings_move_along_with_their_topic() -> None:
    clean = sketch(MANNERS["below"], Random(1)).text()
    text = clean.replace("# 1.2 ", "# 1.1 ").replace("# 1.2.", "# 1.1.")
    (finding,) = serious(text)
    assert mended(text, finding) == clean


FREE = [
    ["Java 8", "Java 11", "Java 17"],
    ["Python 2", "Python 3"],
    ["3 Ways to sleep", "5 Ways to eat"],
    ["2023. A year", "Otherwise"],
    ["1. First"],
    ["HTTP 1.0", "HTTP 1.1", "HTTP 3.0"],
    ["3.9 and before", "3.11 and after"],
    ["2 Phase Commit", "2 Phase Locking"],
    ["RFC 2119", "RFC 8174"],
    ["Step 1", "Task 3", "Note"],
    ["100 Continue", "200 OK", "404 Not Found"],
    ["Q1 2024", "Q3 2024"],
]


@pytest.mark.parametrize("titles", FREE, ids=lambda titles: titles[0])
def test_numbers_in_titles_are_free(titles: list[str]) -> None:
    made = sketch(MANNERS["plain"], Random(3))
    topic = made.chapters[1].topics[1]
    topic.subs = [("", title) for title in titles]
    assert serious(made.text()) == []


@pytest.mark.parametrize("is_restarting", [True, False])
def test_steps_restart_or_go_on_in_the_next_topic(is_restarting: bool) -> None:
    made = sketch(MANNERS["plain"], Random(3))
    first, second = made.chapters[1].topics[:2]
    first.subs = [(f"Step 1.{n} ", f"This {n}") for n in (1, 2, 3)]
    numbers = ("1.1", "1.2") if is_restarting else ("1.4", "1.5", "2.1", "2.2")
    second.subs = [(f"Step {n} ", f"That {n}") for n in numbers]
    assert serious(made.text()) == []


REFERENCES = (
    "for rows see {}.",
    "as (see {}) says",
    "more in topic {}, and below",
    "read topics {} and {} first",
    "it is said in section {}: twice",
)


@NAMES
@pytest.mark.parametrize("words", REFERENCES)
def test_a_reference_to_what_is_not_there(name: str, words: str) -> None:
    manner, random = MANNERS[name], Random(words)
    made = sketch(manner, random)
    c, t, topic = random.choice(list(inner(made)))
    old = f"What {topic.title.lower()} are for."
    right = manner.topic(c, t).strip(" .")
    gone = manner.topic(c, 9).strip(" .")
    assert serious(made.text().replace(old, words.format(right, right))) == []
    text = made.text().replace(old, words.format(gone, right))
    finding = the_finding(text, "- **Description**: ")
    assert finding.rule == "stale-reference"
    assert text[slice(*finding.span)] == gone
