"""The lock: it holds all that versions say, and changes little where they change little."""

import difflib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from curriculum_tools.model.errors import LockError
from curriculum_tools.syntax.home import HOME
from curriculum_tools.versions.lock import LOCK_VERSION, Lock, read_lock, write_lock
from curriculum_tools.versions.version import Version, Versions
from tests.examples import examples
from tests.real_guides import NAMES, each_real_guide, real_guide
from tests.repository import files_of_each_folder, text_of
from tests.schemas import load
from tests.syntax.dialects import Dialect, Said, dialects, topics
from tests.syntax.markdown import any_text, guide_like_text
from tests.versions.told import real_version, told

VALIDATOR = Draft202012Validator(load("lock"))

BREAD = dedent("""\
    # Baking

    For all who bake.

    ## 1. Bread
    ### 1.1 Introduction
    - **Description**: Flour, water, salt and time.
    - **Path to detailed notes**: `bread.md` (a draft)
    ### 1.2 Kneading
    - **Prerequisites**: 1.1
    - **Questions**:
      - What does kneading do to gluten?
      - When is a dough kneaded enough?
        ```
        knead()
        ```
      - Which flour is strong?
        - [ ] rye
        - [x] wheat

        It has more gluten.
      - How long does it take?

    ## 2. Cakes
    ### 2.1 Introduction
    - **Description**: Eggs, sugar and air.
    - **Questions**:
      - How long does it take?
      - How long does it take?

    A word on sugar.
    ### 2.2 Introduction
    - **Description**: Another one.
""")


def locked(*texts: str, in_order: bool = False) -> str:
    versions = tuple(
        told(text, f"{letter}.md") for letter, text in zip("abcdef", texts, strict=False)
    )
    return write_lock(Lock(Versions(versions, in_order)))


def assert_reads_back(versions: Sequence[Version]) -> None:
    """Both ways, and as the schema says."""
    named = tuple(replace(each, name=f"{place}.md") for place, each in enumerate(versions))
    for in_order in (True, False):
        lock = Lock(Versions(named, in_order))
        text = write_lock(lock)
        assert read_lock(text, "lock", HOME) == lock
    VALIDATOR.validate(json.loads(text))


def test_a_lock_of_two_versions() -> None:
    assert_reads_back([told(BREAD), told(BREAD.replace("Kneading", "Stretching")), told("")])


@files_of_each_folder
@pytest.mark.slow
def test_guides_of_the_repository(paths: Sequence[Path]) -> None:
    for path in paths:
        assert_reads_back([told(text_of(path))])


@pytest.mark.slow
def test_all_real_guides() -> None:
    assert_reads_back([real_version(name) for name in NAMES])


@given(dialects, topics, topics)
@examples(50)
def test_dialects(dialect: Dialect, one: list[Said], other: list[Said]) -> None:
    assert_reads_back([told(dialect.guide(one)), told(dialect.guide(other))])


@given(st.lists(st.one_of(any_text, guide_like_text), max_size=3))
def test_any_text(texts: list[str]) -> None:
    assert_reads_back([told(text) for text in texts])


def lines_of(lock: str) -> list[str]:
    """The lines, without the commas between them."""
    return [line.rstrip(",") for line in lock.splitlines()]


def changed_lines(before: str, after: str) -> int:
    """How many lines git would show as taken out or put in, the larger of the two."""
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0))[2:]
    return max(sum(line.startswith(sign) for line in lines) for sign in "+-")


class TestSmallChanges:
    """A small change of a source is a small change of its lock."""

    @pytest.mark.parametrize(
        ("old", "new", "lines"),
        [
            ("It has more gluten.", "Of its gluten.", 2),
            ("[ ] rye", "[x] rye", 2),
            ("    - [x] wheat\n\n    It has more gluten.\n", "    - [ ] wheat\n", 2),
            ("  - What does kneading do", "  - What does stretching do", 2),
            ("When is a dough kneaded enough?", "When is it kneaded enough?", 2),
            ("  - How long does it take?\n\n## 2.", "  - How long?\n\n## 2.", 2),
            ("knead()", "stretch()", 2),
            ("Eggs, sugar and air.", "Sugar, eggs and air.", 1),
            ("### 1.2 ", "### 1.3 ", 1),
            ("## 2. Cakes", "## 3. Cakes", 1),
            ("`bread.md`", "`loaf.md`", 1),
            ("  - When is a dough kneaded enough?\n    ```\n    knead()\n    ```\n", "", 3),
            ("  - How long does it take?\n\n## 2.", "  - How long?\n  - Why?\n\n## 2.", 3),
        ],
    )
    def test_at_most_three_lines(self, old: str, new: str, lines: int) -> None:
        assert BREAD.count(old) == 1
        assert changed_lines(locked(BREAD), locked(BREAD.replace(old, new))) <= lines

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("\n", "\r\n"),
            ("### 1.2", "\n\n### 1.2"),
            ("  - When", "\n  - When"),
            ("  - ", "  * "),
            ("**Questions**:", "__questions:__"),
            ("[x]", "[X]"),
            ("    - [ ] rye\n", "    - [ ] rye\n\n"),
            ("A word on sugar.", "A word on sugar.  "),
        ],
    )
    def test_layout_is_no_change(self, old: str, new: str) -> None:
        assert BREAD.replace(old, new) != BREAD
        assert locked(BREAD) == locked(BREAD.replace(old, new))

    @each_real_guide
    @pytest.mark.slow
    def test_rewording_one_question_of_a_real_guide(self, name: str) -> None:
        text = real_guide(name).text
        lock = locked(text)
        version = told(text)
        questions = [q for topic in version.topics for q in topic.questions]
        for question in questions[:: max(1, len(questions) // 12)]:
            number = version.line_of(question)
            assert number is not None
            lines = text.splitlines(keepends=True)
            lines[number - 1] = lines[number - 1].replace("a", "ä", 1)
            assert 0 < changed_lines(lock, locked("".join(lines))) <= 3

    def test_of_another_version(self) -> None:
        """A question that two versions share stands on one line."""
        changed = BREAD.replace("How long does it take?\n\n## 2.", "How long?\n\n## 2.")
        assert changed_lines(locked(BREAD, BREAD), locked(BREAD, changed)) <= 3


class TestWhatStandsOnALine:
    """One observation a line, and nothing that shifts."""

    def test_sources_and_observations_stand_on_lines_of_their_own(self) -> None:
        lock = locked(BREAD, BREAD.replace("1.1", "1.7"))
        content = json.loads(lock)
        for entry in [*content["sources"], *content["observations"]]:
            assert json.dumps(entry, ensure_ascii=False) in lines_of(lock)

    def test_an_answer_stands_with_its_question(self) -> None:
        (line,) = (line for line in lines_of(locked(BREAD)) if "Which flour" in line)
        said = {name: value for name, value in json.loads(line).items() if name != "in"}
        assert said == {
            "kind": "question",
            "topic": "Kneading",
            "text": "Which flour is strong?",
            "options": ["rye", "wheat"],
            "ticked": ["wheat"],
            "answer": [{"block": "paragraph", "text": "It has more gluten."}],
        }

    def test_equal_things_stand_once(self) -> None:
        lines = [line for line in locked(BREAD, BREAD).splitlines() if "knead()" in line]
        assert len(lines) == 1
        assert set(json.loads(lines[0].rstrip(","))["in"]) == {"a.md", "b.md"}

    def test_no_line_numbers_and_no_places(self) -> None:
        """What stands further down looks no other for what comes before it."""
        longer = BREAD.replace("## 1. Bread", "## 1. Tools\n### 1.1 Knives\n\n## 1. Bread")
        diff = difflib.ndiff(lines_of(locked(BREAD)), lines_of(locked(longer)))
        changed = [line.partition(', "in"')[0] for line in diff if line[0] in "+-"]
        assert changed == [
            '- {"kind": "chapter", "chapter": "Bread"',
            '+ {"kind": "chapter", "chapter": "Bread"',
            '+ {"kind": "chapter", "chapter": "Tools"',
            '+ {"kind": "topic", "topic": "Knives"',
        ]

    def test_sorted_by_content(self) -> None:
        """What is said of one topic stands together, wherever versions have it."""
        names = [
            each["topic"]
            for each in json.loads(locked(BREAD, BREAD))["observations"]
            if "topic" in each and each["kind"] != "topic"
        ]
        assert names == sorted(names)

    def test_a_blank_line_parts_topics(self) -> None:
        """So git takes edits of two topics that stand next to each other for two."""
        blocks = locked(BREAD).split("\n\n")
        assert len(blocks) == 3
        assert "Introduction" not in blocks[2]

    def test_sources_in_their_order_only_where_it_is_declared(self) -> None:
        a, b = told(BREAD, "z.md"), told(BREAD + "\n### X\n", "a.md")
        assert json.loads(write_lock(Lock(Versions((a, b), in_order=True))))["sources"] == [
            "z.md",
            "a.md",
        ]
        one, other = (Lock(Versions(two, in_order=False)) for two in ((a, b), (b, a)))
        assert write_lock(one) == write_lock(other)


class TestThatALockReadsBack:
    """What would be easy to mix up."""

    @pytest.mark.parametrize(
        "text",
        [
            "## A\n### T\n- **Questions**:\n  - Why?\n  - How?\n  - Why?\n  - How?\n  - Why?\n",
            "## A\n### T\n- **Description**: One.\n### T\n- **Description**: Two.\n### T\n",
            "## A\n### T\n- **Description**: One.\n## B\n### T\n- **Description**: Two.\n## A\n"
            "### T\n- **Description**: Three.\n",
            "### Homeless\n## A\n\nProse.\n\n## A\n\nOther prose.\n### T\n",
            "## 1. A\n### 1.1 T\n## 1. A\n### 1.1 T\n## 1. A\n",
            "## A\n### T\n\nA\n\nA\n\nB\n\nA\n",
            "# Title\n\nA\n\nA\n",
            "## A\n### T\n- **Questions**:\n  - Why?\n\n    So.\n  - Why?\n\n    Thus.\n  - Why?\n",
            "## A\n### T\n- **Questions**:\n  - Why?\n    - [x] a\n  - Why?\n    - [ ] a\n",
            "## A\n### 00000000\n- **Questions**:\n  - 00000000\n",
        ],
    )
    def test_repeated_things(self, text: str) -> None:
        assert_reads_back([told(text), told("# X\n" + text)])


class TestBrokenLocks:
    """Each is refused with a word about what is wrong, or read as well as can be."""

    GOOD = locked(BREAD, BREAD.replace("Kneading", "Stretching"))

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            "[]",
            "3",
            '"lock"',
            "{}",
            '{"version": "1"}',
            '{"version": true}',
            '{"version": 1}',
            GOOD.replace('"version": 1', '"version": 0'),
            GOOD.replace('"sources": [', '"sources": 3, "were": ['),
            GOOD.replace('"observations": [', '"observations": 4, "were": ['),
            "[" * 100_000,
            GOOD[: len(GOOD) // 2],
            GOOD.replace('"a.md",\n', "", 1),
            GOOD.replace('"a.md",\n', '"b.md",\n', 1),
            GOOD.replace('"declared": false', '"declared": 3'),
            GOOD.replace('"kind": "question"', '"kind": "answer"'),
            GOOD.replace('"status": "written"', '"status": "lost"'),
            GOOD.replace('"block": "paragraph"', '"block": "poem"'),
            GOOD.replace('"options": ["rye", "wheat"]', '"options": 2'),
            GOOD.replace('"ticked": ["wheat"]', '"ticked": 1'),
            GOOD.replace('"answer": [{"block": "paragraph"', '"answer": [{"block": 1'),
            GOOD.replace('"text": "Eggs', '"text": 4, "was": "Eggs'),
            GOOD.replace('"number": "1.1"', '"number": 1.1'),
            GOOD.replace('"in": {', '"in": [], "was": {', 1),
            GOOD.replace('"after": "Introduction"', '"after": ["Introduction"]'),
            GOOD.replace('"after": "Introduction"', '"after": {}'),
            GOOD.replace('"after": "Introduction"', '"after": ["Introduction", []]'),
            GOOD.replace('"topic": "Kneading", "in"', '"topic": "Baking", "in"'),
            GOOD.replace('"of": 3', '"of": 4'),
            GOOD.replace(
                '"guide-title", "text": "Baking',
                '"front-matter", "text": "A: 1"}, {"kind": "front-matter", "text": "B: 1',
            ),
        ],
    )
    def test_is_refused(self, text: str) -> None:
        assert text != self.GOOD
        with pytest.raises(LockError) as error:
            read_lock(text, "curriculum.lock.json", HOME)
        assert str(error.value).startswith("curriculum.lock.json")
        assert len(str(error.value)) < 500

    def test_conflict_markers_are_named_with_their_line(self) -> None:
        lines = self.GOOD.splitlines(keepends=True)
        lines[9:9] = ["<<<<<<< HEAD\n", *lines[9:10], "=======\n", *lines[9:10], ">>>>>>> other\n"]
        with pytest.raises(LockError, match="conflict markers") as error:
            read_lock("".join(lines), "a.lock.json", HOME)
        assert error.value.line == 10

    def test_a_newer_version_is_named(self) -> None:
        newer = self.GOOD.replace('"version": 1', f'"version": {LOCK_VERSION + 1}')
        with pytest.raises(LockError, match=rf"version {LOCK_VERSION + 1}"):
            read_lock(newer, "a.lock.json", HOME)

    def test_line_ends_of_another_system(self) -> None:
        windows = self.GOOD.replace("\n", "\r\n")
        assert read_lock(windows, "l", HOME) == read_lock(self.GOOD, "l", HOME)

    def test_an_older_one_has_answers_and_options_among_the_blocks(self) -> None:
        older = self.GOOD.replace(
            '"options": ["rye", "wheat"], "ticked": ["wheat"], "answer": [',
            '"blocks": [{"block": "list", "text": "- [ ] rye\\n- [x] wheat"}, ',
        )
        assert older != self.GOOD
        assert read_lock(older, "l", HOME).versions == read_lock(self.GOOD, "l", HOME).versions

    def test_what_follows_nothing_that_is_there_comes_last(self) -> None:
        """Taking a line out of a lock takes out what it says, and nothing else."""
        lines = self.GOOD.splitlines(keepends=True)
        place = next(n for n, line in enumerate(lines) if "What does kneading do" in line)
        less = "".join([*lines[:place], *lines[place + 1 :]])
        left = read_lock(less, "l", HOME).versions.items[0]
        questions = [question.text for question in left.topics[1].questions]
        assert sorted(questions) == [
            "How long does it take?",
            "When is a dough kneaded enough?",
            "Which flour is strong?",
        ]

    @given(st.data())
    @examples(60)
    def test_any_lines_taken_out_or_doubled(self, data: st.DataObject) -> None:
        lines = self.GOOD.splitlines(keepends=True)
        place = data.draw(st.integers(0, len(lines) - 1))
        times = data.draw(st.sampled_from([0, 2]))
        text = "".join([*lines[:place], *lines[place : place + 1] * times, *lines[place + 1 :]])
        try:
            lock = read_lock(text, "l", HOME)
        except LockError:
            return
        assert read_lock(write_lock(lock), "l", HOME) == lock
