"""Versions in one dialect are merged to a guide in that dialect, and nothing of them is lost."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.content import Question
from curriculum_tools.model.errors import MergeError
from curriculum_tools.versions.merge.account import Fate
from curriculum_tools.versions.version import Version, Versions
from tests.dialects.guides import SAMPLES
from tests.dialects.merging import from_lock, merged, merged_versions, version, written
from tests.dialects.test_reading import LINES, PREFIXES
from tests.examples import examples
from tests.linting import lint

NAMES = pytest.mark.parametrize("name", SAMPLES)

CONFIG = """
[dialect]
chapter = "## {text}"
question = "{n}. ### {text}"
answer = "rest"
count = "There are **{count}** questions"
"""
OLD = """# Gardens

There are **3** questions.

| Nr | Question |
| -- | -------- |
| 1  | [What is loam?](#what-is-loam) |
| 2  | [What is mulch?](#what-is-mulch) |
| 3  | [Who eats aphids?](#who-eats-aphids) |

## Soil

1. ### What is loam?

   Clay, silt and sand.

   **[up](#gardens)**

2. ### What is mulch?

   A cover of straw.

   **[up](#gardens)**

## Pests

3. ### Who eats aphids?

   Ladybirds.

   **[up](#gardens)**
"""
NEW = """# Gardens

There are **3** questions.

| Nr | Question |
| -- | -------- |
| 1  | [What is humus?](#what-is-humus) |
| 2  | [What is loam?](#what-is-loam) |
| 3  | [Who eats aphids?](#who-eats-aphids) |

## Soil

1. ### What is humus?

   What is left of leaves.

   **[up](#gardens)**

2. ### What is loam?

   Clay, silt and sand.

   **[up](#gardens)**

## Pests

3. ### Who eats aphids?

   Ladybirds and lacewings.

   **[up](#gardens)**
"""
BOTH = """# Gardens

There are **4** questions.

| Nr | Question |
| -- | -------- |
| 1  | [What is humus?](#what-is-humus) |
| 2  | [What is loam?](#what-is-loam) |
| 3  | [What is mulch?](#what-is-mulch) |
| 4  | [Who eats aphids?](#who-eats-aphids) |

## Soil

1. ### What is humus?

   What is left of leaves.

   **[up](#gardens)**

2. ### What is loam?

   Clay, silt and sand.

   **[up](#gardens)**

3. ### What is mulch?

   A cover of straw.

   **[up](#gardens)**

## Pests

4. ### Who eats aphids?

   Ladybirds and lacewings.

   **[up](#gardens)**
"""

QUIZ = SAMPLES["lettered options"].toml


def quiz(letter: str = "A", code: str = "print(1)", options: str = "- A: `1`\n- B: `2`") -> str:
    return f"""# Quiz

###### 1. What does this say?

```python
{code}
```

{options}

<details><summary><b>Answer</b></summary>

#### Answer: {letter}

It prints what it is given.

</details>
"""


def asked(said: Version) -> list[tuple[str | None, Question]]:
    return [
        (each.number.text if each.number else None, each)
        for topic in said.topics
        for each in topic.questions
    ]


def outline(said: Version) -> list[tuple[str, list[str]]]:
    return [(chapter.title, [t.title for t in chapter.sections]) for chapter in said.chapters]


@NAMES
def test_a_guide_is_written_as_its_author_wrote_it(name: str) -> None:
    sample = SAMPLES[name]
    assert written(version(sample.toml, sample.text)) == sample.text


@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(PREFIXES, st.sampled_from(LINES)).map("".join), max_size=25),
)
@examples(100)
def test_what_is_written_says_the_same(name: str, lines: list[str]) -> None:
    before = version(SAMPLES[name].toml, "\n".join(lines) + "\n")
    after = version(SAMPLES[name].toml, written(before))
    assert asked(after) == asked(before)
    assert outline(after) == outline(before)


@NAMES
def test_a_guide_merged_with_itself_is_that_guide(name: str) -> None:
    sample = SAMPLES[name]
    copy = f"{sample.text}\n\n"  # another file, which says the same
    found = merged(sample.toml, sample.text, copy, in_order=False)
    assert outline(found.guide) == outline(version(sample.toml, sample.text))
    assert [text for _, text in asked(found.guide)] == [
        text for _, text in asked(version(sample.toml, sample.text))
    ]
    assert found.is_settled


def test_what_both_versions_ask_is_numbered_on_and_listed() -> None:
    assert merged(CONFIG, OLD, NEW).text == BOTH
    assert {finding.rule for finding in lint(BOTH, toml=CONFIG)} <= {
        finding.rule for finding in lint(OLD, toml=CONFIG)
    }


def test_everything_is_accounted_for() -> None:
    found = merged(CONFIG, OLD, NEW)
    assert {item.fate for item in found.accounting.items} == {Fate.KEPT, Fate.FOLDED}
    assert [(each.kind, each.title, each.by) for each in found.conflicts] == [
        ("answer", "Who eats aphids?", "newest")
    ]


def test_the_order_of_the_arguments_settles_nothing() -> None:
    versions = [version(CONFIG, OLD, "a.md"), version(CONFIG, NEW, "b.md")]
    texts = {
        merged_versions(CONFIG, Versions(order, in_order=False)).text
        for order in permutations(versions)
    }
    assert len(texts) == 1


@pytest.mark.parametrize("in_order", [True, False])
def test_a_lock_stands_in_for_the_versions(in_order: bool) -> None:
    versions = Versions((version(CONFIG, OLD, "a.md"), version(CONFIG, NEW, "b.md")), in_order)
    assert from_lock(versions) == versions
    assert merged_versions(CONFIG, from_lock(versions)).text == (
        merged_versions(CONFIG, versions).text
    )


def test_another_letter_is_one_open_conflict() -> None:
    found = merged(QUIZ, quiz("A"), quiz("B"), in_order=False)
    (conflict,) = found.open_conflicts
    assert (conflict.kind, conflict.title) == ("answer", "What does this say?")
    assert [option.value.partition("\n")[0] for option in conflict.options] == ["A", "B"]
    assert len(asked(found.guide)) == 1


def test_the_newest_letter_wins() -> None:
    assert "#### Answer: B" in merged(QUIZ, quiz("A"), quiz("B")).text


def test_equal_texts_with_other_code_are_two_questions() -> None:
    found = merged(QUIZ, quiz(), quiz(code="print(2)"))
    assert [number for number, _ in asked(found.guide)] == ["1", "2"]


def test_equal_texts_with_other_options_are_two_questions() -> None:
    found = merged(QUIZ, quiz(), quiz(options="- A: `[1]`\n- B: `{1}`"))
    assert len(asked(found.guide)) == 2


def test_what_folds_an_answer_stays_around_it() -> None:
    text = merged(QUIZ, quiz(), quiz(code="print(2)")).text
    assert text.count("<details>") == text.count("</details>") == 2


def test_a_tick_follows_the_answer_that_is_chosen() -> None:
    toml = SAMPLES["checkboxes"].toml
    old = "# Quiz\n\n#### Q1. Which?\n\n- [x] one\n- [ ] two\n"
    new = "# Quiz\n\n#### Q1. Which?\n\n- [ ] one\n- [x] two\n"
    assert merged(toml, old, new).text == new


def test_a_chapter_that_only_one_version_has_is_kept() -> None:
    more = OLD + "\n## Water\n\n4. ### When is frost over?\n\n   In May.\n"
    text = merged(CONFIG, more, NEW).text
    assert "## Water\n\n5. ### When is frost over?" in text
    assert "| 5  | [When is frost over?](#when-is-frost-over) |" in text


def test_a_wider_number_keeps_its_answer_in_the_list_item() -> None:
    questions = "".join(f"{n}. ### Q{n}?\n\n   A{n}.\n\n" for n in range(1, 10))
    text = merged(CONFIG, f"# Many\n\n{questions}", "# Many\n\n1. ### First?\n\n   Yes.\n").text
    assert "10. ### Q9?\n\n    A9.\n" in text


def test_numbers_begin_anew_in_each_chapter_where_they_do() -> None:
    toml = '[dialect]\nchapter = "## {text}"\nquestion = "### {n}. {text}"\nnumbers = "chapter"\n'
    old = "# A\n\n## B\n\n### 1. C?\n\n## E\n\n### 1. F?\n"
    new = "# A\n\n## B\n\n### 1. D?\n\n## E\n\n### 1. G?\n"
    numbers = [number for number, _ in asked(merged(toml, old, new).guide)]
    assert numbers == ["1", "2", "1", "2"]


def test_topics_are_numbered_as_the_versions_do_it() -> None:
    toml = '[dialect]\ntopic = "## {n}. {text}"\nquestion = "- {text}"\n'
    old = "# A\n\n## 1. Loam\n\n- What is it?\n\n## 2. Mulch\n\n- What is that?\n"
    new = "# A\n\n## 1. Humus\n\n- What is humus made of?\n\n## 2. Loam\n\n- What is it?\n"
    found = merged(toml, old, new)
    assert [(topic.number, topic.title) for topic in found.guide.topics] == [
        ("1", "Humus"),
        ("2", "Loam"),
        ("3", "Mulch"),
    ]


def test_versions_of_two_dialects_are_refused() -> None:
    versions = Versions((version(CONFIG, OLD), version(QUIZ, quiz(), "b.md")), in_order=True)
    with pytest.raises(MergeError, match=r"a\.md and b\.md are written in different dialects"):
        merged_versions(CONFIG, versions)


def test_what_would_read_otherwise_is_refused() -> None:
    said = version(CONFIG, OLD)
    first, *others = said.chapters
    (topic,) = first.sections
    question = topic.questions[0]
    assert question.written is not None
    head = question.written.head._replace(text="1. ## Another chapter\n", gaps=())
    broken = replace(question, written=question.written._replace(head=head))
    topic = replace(topic, questions=(broken, *topic.questions[1:]))
    root = replace(said.root, sections=(replace(first, sections=(topic,)), *others))
    versions = Versions((replace(said, root=root),), in_order=True)
    with pytest.raises(MergeError, match=r"a\.md:\d+: not written to merged\.md"):
        merged_versions(CONFIG, versions)
