"""A guide that is numbered anew counts up, and says of everything else what it said."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random

import pytest

from curriculum_tools.editing.renumber import Renumbered, renumber
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config, Platform
from curriculum_tools.model.errors import AmbiguousReferenceError, DoubtfulGuideError
from curriculum_tools.syntax.parse import parse
from tests.examples import times
from tests.facts.number_slips import MANNERS, Chapter, Manner, Sketch, Topic, sketch
from tests.linting import guide, lint

NAMES = pytest.mark.parametrize("name", MANNERS)
ENDS = pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])


def renumbered(text: str) -> Renumbered:
    return renumber(Facts(guide(text), Config()), parse)


def anew(text: str) -> str:
    return renumbered(text).after.text


def counted(made: Sketch) -> Sketch:
    """Return a sketch with the numbers that its order gives, all references as they were."""
    right = deepcopy(made)
    manner = right.manner
    for c, chapter in enumerate(right.chapters, 1):
        chapter.number = manner.chapter(c)
        for t, topic in enumerate(chapter.topics, 1):
            topic.number = manner.topic(c, t)
            if manner.sub:
                subs = enumerate(topic.subs, 1)
                topic.subs = [(manner.sub(c, t, s), title) for s, (_, title) in subs]
    return right


def put_in(made: Sketch, manner: Manner, at: int) -> None:
    """Put a chapter before another one, with the number that this one has."""
    topics = [Topic(manner.topic(at + 1, t), f"News {t}") for t in (1, 2)]
    made.chapters.insert(at, Chapter(manner.chapter(at + 1), "Fashions", topics))


def changes(name: str) -> Iterator[Sketch]:
    """Yield clean guides in which a chapter or topic was put in, taken out or moved."""
    manner, random = MANNERS[name], Random(name)
    for _ in times(5):
        made = sketch(manner, random)
        last = len(made.chapters) - 1
        changed = deepcopy(made)
        del changed.chapters[random.randint(0, last)]
        yield changed
        changed = deepcopy(made)
        put_in(changed, manner, random.randint(0, last))
        yield changed
        changed = deepcopy(made)
        chapter = random.choice(changed.chapters)
        chapter.topics.insert(0, chapter.topics.pop())
        yield changed


@NAMES
@ENDS
def test_a_clean_guide_stays_as_it_is(name: str, end: str) -> None:
    for seed in times(5):
        text = sketch(MANNERS[name], Random(seed)).text(end)
        assert anew(text) == text


@NAMES
@ENDS
def test_numbers_count_up_in_the_manner_of_the_guide(name: str, end: str) -> None:
    for changed in changes(name):
        text = anew(changed.text(end))
        assert text == counted(changed).text(end)
        assert [f for f in lint(text) if f.rule.endswith(("-number", "-order"))] == []


@NAMES
def test_references_and_links_lead_where_they_led(name: str) -> None:
    """Each topic names another one, by number and by a link; all those stay."""
    random = Random(name)
    made = sketch(MANNERS[name], random)
    del made.chapters[1]
    topics = [topic for chapter in made.chapters for topic in chapter.topics]
    lines = made.text().splitlines()
    leads = {topic.title: random.choice(topics) for topic in topics}
    for topic, goal in leads.items():
        number = goal.number.strip().rstrip(".")
        slug = f"{goal.number}{goal.title}".lower().replace(".", "").replace(" ", "-")
        at = lines.index(next(x for x in lines if x.startswith("### ") and x.endswith(topic)))
        lines[at + 1] += f" For more see {number}, or [{number} {goal.title}](#{slug})."
    text = anew("\n".join([*lines, ""]))
    right = {t.title: t.number for c in counted(made).chapters for t in c.topics}
    for topic, goal in leads.items():
        number = right[goal.title].strip().rstrip(".")
        said = f"What {topic.lower()} are for. For more see {number}, or [{number} {goal.title}]"
        assert said in text
    assert [f for f in lint(text) if f.rule in ("broken-anchor", "stale-reference")] == []


PUT_IN = """# Kitchens

- [1 Heat](#1-heat)
- [2 Knives](#2-knives)

## 1. Heat

### 1.1 Stoves
- **Description**: What is hot; see chapter 3.
- **Questions**:
  1. Which pan is for which stove?
  1. What burns?

## 2. Ovens

### 2.1 Bread
- **Description**: How a crust comes about.

## 2. Knives

### 2.1 Steel
- **Description**: What keeps an edge, on a board as in 3.1.
- **Prerequisites**: 1.1

## 3. Boards

### 3.1 Wood
- **Description**: What is kind to a blade.
- **Questions**:
  1. Which wood is hard?
  3. Who oils it?
"""


def test_a_chapter_that_was_put_in_moves_all_behind_it() -> None:
    text = anew(PUT_IN)
    assert "- [3 Knives](#3-knives)" in text
    assert "see chapter 4." in text
    assert "## 3. Knives\n\n### 3.1 Steel" in text
    assert "as in 3.1." in text  # which is not said with a word that makes it a reference
    assert "- **Prerequisites**: 1.1" in text
    assert "  1. Which pan is for which stove?\n  1. What burns?" in text
    assert "  1. Which wood is hard?\n  2. Who oils it?" in text
    assert anew(text) == text


def test_what_is_changed_is_counted() -> None:
    done = renumbered(PUT_IN)
    assert [(each.what, each.old, each.new) for each in done.numbers] == [
        ("chapter", "2", "3"),
        ("topic", "2.1", "3.1"),
        ("chapter", "3", "4"),
        ("topic", "3.1", "4.1"),
    ]
    assert (done.questions, done.references, done.links) == (1, 2, 1)


def test_a_reference_that_could_mean_two_is_refused() -> None:
    text = PUT_IN.replace("How a crust", "As in topic 2.1, how a crust")
    with pytest.raises(AmbiguousReferenceError) as refused:
        anew(text)
    assert refused.value.line == text[: text.index("topic 2.1")].count("\n") + 1
    assert "line 16 or on line 21" in str(refused.value)


def test_a_title_says_which_of_two_is_meant() -> None:
    text = PUT_IN.replace("How a crust", "As in topic 2.1 Steel, how a crust")
    assert "As in topic 3.1 Steel" in anew(text)


def test_a_stale_reference_that_would_come_to_mean_another_topic_is_refused() -> None:
    with pytest.raises(AmbiguousReferenceError, match=r"4\.1"):
        anew(PUT_IN.replace("How a crust", "As in topic 4.1, how a crust"))


def test_a_named_question_that_gets_another_number_is_refused() -> None:
    with pytest.raises(AmbiguousReferenceError, match="question 3"):
        anew(PUT_IN.replace("How a crust", "As question 3 asks, how a crust"))


@pytest.mark.parametrize(
    ("old", "new"),
    [("### 2.1 Bread", "## 2.1 Bread"), ("### 2.1 Bread", "###2.1 Bread")],
)
def test_headings_in_doubt_are_refused(old: str, new: str) -> None:
    with pytest.raises(DoubtfulGuideError, match="lint --fix"):
        anew(PUT_IN.replace(old, new))


def test_a_part_that_was_pasted_twice_is_refused() -> None:
    chapter = PUT_IN[PUT_IN.index("## 3. Boards") :]
    with pytest.raises(DoubtfulGuideError, match="twice"):
        anew(f"{PUT_IN}\n{chapter}")


@pytest.mark.parametrize(
    ("platform", "old", "new"),
    [
        (Platform.GITHUB, "13-salt--yeast", "12-salt--yeast"),
        (Platform.MKDOCS, "13-salt-yeast", "12-salt-yeast"),
    ],
)
def test_links_follow_on_every_platform_in_html_too(platform: Platform, old: str, new: str) -> None:
    text = (
        '# Baking\n\n[1.3 Salt](#{0}) and <a href="#{0}">1.3 yeast</a>\n\n## 1. Bread\n\n'
        "### 1.1 Dough\n- **Description**: Wet.\n\n### {1} Salt & yeast\n- **Description**: Both.\n"
    )
    facts = Facts(guide(text.format(old, "1.3")), Config(anchors=platform))
    wanted = text.replace("1.3 ", "1.2 ").format(new, "1.2")
    assert renumber(facts, parse).after.text == wanted
