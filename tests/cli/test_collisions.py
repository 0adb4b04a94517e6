"""`curriculum collisions`, in real repositories."""

import html
import re
from pathlib import Path

import mistune
import pytest

from tests.cli.test_commands import GUIDE
from tests.clones import NAME, Clone
from tests.commands import curriculum
from tests.schemas import validate

START = GUIDE.replace("### 1.1 Indexes", "### 1.2 Indexes").replace("advantages", "uses")
LATCHES = """
### 1.4 Latches
- **Description**: Short locks in memory.
- **Questions**:
  - How long is a latch held?
"""
VIEWS = """
### 1.4 Views
- **Description**: Queries with a name.
- **Questions**:
  - When is a view made again?
"""


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    clone = Clone(tmp_path)
    clone.write(NAME, START)
    clone.commit("Put the numbers right")
    return clone


def found(clone: Clone, *arguments: str) -> list[tuple[str, str, list[str]]]:
    done = curriculum("collisions", "--output-format", "json", *arguments, at=clone.folder)
    report = validate("collisions", done.stdout.decode())
    assert done.returncode == (1 if report["collisions"] else 0), done.stderr
    return [
        (each["kind"], each["what"], [place["branch"] for place in each["places"]])
        for each in report["collisions"]
    ]


def test_two_topics_of_one_number(clone: Clone) -> None:
    clone.two_branches(NAME, START + LATCHES, START + VIEWS)
    assert found(clone, "theirs") == [("number", "topic", ["HEAD", "theirs"])]
    done = curriculum("collisions", "--into", "main", "theirs", at=clone.folder)
    assert done.stdout.decode().splitlines() == [
        f"{NAME}: topic number 1.4 is given twice",
        f"  main:{NAME}:20 1.4 Latches",
        f"  theirs:{NAME}:20 1.4 Views",
        "1 branch into main: 1 guide changed on two sides, 1 collision",
    ]


def test_a_comment_says_what_guides_say_and_does_nothing(clone: Clone) -> None:
    evil = "1.4 ``` </details> @ada #12 <img src=x> [a](javascript:b) ${{ secrets.X }} $(date)"
    texts = [START + topic.replace("1.4", evil, 1) for topic in (LATCHES, VIEWS)]
    branch = "a`b`-@ada-$(date)"
    clone.git("checkout", "--quiet", "-b", branch)
    clone.write(NAME, texts[0])
    clone.commit("Evil")
    clone.git("checkout", "--quiet", "main")
    clone.write(NAME, texts[1])
    clone.commit("Ours")
    done = curriculum("collisions", branch, "--output-format", "markdown", at=clone.folder)
    page = str(mistune.html(done.stdout.decode()))
    assert set(re.findall(r"<(\w+)", page)) == {"ul", "li", "strong", "p"}
    shown = html.unescape(re.sub(r"<[^>]*>", "", page))
    assert "@ada" not in shown
    assert "#12" not in shown
    assert f"{branch}:{NAME}:20: {evil} Latches" in shown.replace("\u200b", "")


def test_branches_collide_with_each_other(clone: Clone) -> None:
    for name, text in (("a", START + LATCHES), ("b", START + VIEWS)):
        clone.git("checkout", "--quiet", "-b", name, "main")
        clone.write(NAME, text)
        clone.commit(name)
    assert found(clone, "--into", "main", "a", "b") == [("number", "topic", ["a", "b"])]


def test_the_same_addition_is_one(clone: Clone) -> None:
    clone.two_branches(NAME, START + LATCHES, START + LATCHES)
    assert found(clone, "theirs") == []


def test_a_question_that_both_ask_in_two_places(clone: Clone) -> None:
    asked = "  - What is a hot row?\n"
    first = START.replace("  - What are the benefits", asked + "  - What are the benefits")
    clone.two_branches(NAME, first, START + asked)
    assert found(clone, "theirs") == [("question", "question", ["HEAD", "theirs"])]


def test_a_chapter_put_in_and_a_topic_behind_it(clone: Clone) -> None:
    """Ours numbers a topic anew; theirs gives that number to a new one."""
    moved = START.replace(
        "### 1.3 Locks", LATCHES.strip().replace("1.4", "1.3") + "\n\n### 1.4 Locks"
    )
    clone.two_branches(NAME, moved, START + VIEWS)
    assert found(clone, "theirs") == [("number", "topic", ["HEAD", "theirs"])]


def test_which_of_two_equal_questions_has_a_number_is_not_guessed(clone: Clone) -> None:
    asked = [f"## {n}. {text}\n\nBecause.\n\n" for n, text in enumerate(
        ["What is a row?", "What is a key?", "What is a row?", "What is a join?"], 1)]  # fmt: skip
    new = "## {}. Ask something!\n\n"
    clone.write("curriculum.toml", '[dialect]\nquestion = "## {n}. {text}"\nanswer = "rest"\n')
    clone.write("list.md", "".join(asked))
    clone.commit("Ask twice")
    ours = [*asked[:2], new.format(3), asked[3]]
    theirs = [new.format(1), *asked[1:]]
    clone.two_branches("list.md", "".join(ours), "".join(theirs))
    assert [each for each in found(clone, "theirs") if each[0] == "number"] == []


def test_what_both_change_or_one_drops_is_no_collision(clone: Clone) -> None:
    clone.two_branches(NAME, START.replace("Locks", "Lock"), START.replace("Locks", "Latch"))
    assert found(clone, "theirs") == []
    clone.write(NAME, START[: START.index("### 1.3")])
    clone.commit("Drop")
    assert found(clone, "theirs") == []


def test_a_title_given_twice_and_a_guide_that_was_renamed(clone: Clone) -> None:
    again = VIEWS.replace("Views", "Latches").replace("1.4", "1.5")
    clone.two_branches(NAME, START + LATCHES, START + again)
    clone.git("mv", NAME, "guides/b.md")
    clone.git("commit", "--quiet", "-m", "Rename")
    assert found(clone, "theirs") == [("title", "topic", ["HEAD", "theirs"])]


def test_a_guide_that_both_add(clone: Clone) -> None:
    clone.two_branches("guides/new.md", START, START.replace("Rows of", "Sets of"))
    kinds = {kind for kind, _, _ in found(clone, "theirs")}
    assert {"number", "title"} <= kinds


def test_what_is_no_branch_exits_2(clone: Clone) -> None:
    done = curriculum("collisions", "nowhere", at=clone.folder)
    assert done.returncode == 2
    assert done.stderr.startswith(
        b"error: nowhere: no such branch in this repository\n  `git branch --all`"
    )
