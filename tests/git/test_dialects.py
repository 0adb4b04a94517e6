"""The commands for git on guides of every dialect, by the config of the work tree."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.clones import Clone
from tests.commands import curriculum
from tests.dialects.branches import Draft, Edit, edited
from tests.dialects.families import FAMILIES, Family
from tests.dialects.quizzes import Item, quiz_of
from tests.schemas import validate

pytestmark = pytest.mark.slow

QUIZ = quiz_of(Random(7))
OLD = QUIZ[0].items[2]
REWORDED = replace(OLD, text=OLD.text.replace("?", " of brass?"))
NEW = replace(OLD, text="What spare spindles are new?", answer="Two of them.")


def change(*items: Item) -> Edit:
    """Return the edit that puts others in the place of the third question."""

    def edit(parts: list[Draft]) -> None:
        parts[0].items[2:3] = items

    return edit


@pytest.fixture(params=FAMILIES)
def family(request: pytest.FixtureRequest) -> Family:
    return FAMILIES[request.param]


@pytest.fixture
def clone(family: Family, tmp_path: Path) -> Clone:
    clone = Clone(tmp_path)
    clone.git("rm", "--quiet", "-r", "guides", "readme.md")
    clone.write("curriculum.toml", f"[dialect]\n{family.toml}")
    write(clone, family)
    clone.commit("Begin in a dialect")
    return clone


def write(clone: Clone, family: Family, *edits: Edit) -> None:
    for name, text in family.write(edited(QUIZ, edits)).items():
        clone.write(name, text)


def asked(clone: Clone, text: str) -> list[str]:
    """Return the files that hold a text."""
    files = clone.git("ls-files").splitlines()
    return [name for name in files if text in clone.read(name)]


def test_every_guide_is_bound(clone: Clone) -> None:
    assert clone.set_up()[0] == 0
    code, said = clone.set_up("--check")
    assert (code, "left:" in said) == (0, False)
    for name in asked(clone, OLD.text):
        assert "unspecified" not in clone.git("check-attr", "merge", "--", name)


def test_its_outline_has_the_questions(clone: Clone, family: Family) -> None:
    (name, *_) = asked(clone, OLD.text)
    outline = curriculum("git-textconv", name, at=clone.folder).stdout.decode()
    assert outline.count(OLD.text) == 1
    assert OLD.answer not in outline


def test_git_diff_tells_what_was_reworded(clone: Clone, family: Family) -> None:
    clone.install()
    clone.set_up()
    write(clone, family, change(REWORDED))
    shown = clone.git("diff")
    assert "1 reworded" in shown
    assert "@@" not in shown


def test_a_question_that_both_ask_is_told_before_the_merge(clone: Clone, family: Family) -> None:
    clone.git("checkout", "--quiet", "-b", "theirs")
    write(clone, family, change(OLD), change(NEW, OLD))
    clone.commit("Theirs")
    clone.git("checkout", "--quiet", "main")
    write(clone, family, change(OLD, NEW))
    clone.commit("Ours")
    done = curriculum("collisions", "theirs", "--output-format", "json", at=clone.folder)
    report = validate("collisions", done.stdout.decode())
    found = [each for each in report["collisions"] if each["kind"] == "question"]
    assert {place["text"] for each in found for place in each["places"]} == {NEW.text}


def test_a_question_is_followed(clone: Clone, family: Family) -> None:
    write(clone, family, change(REWORDED))
    clone.commit("Reword")
    write(clone, family, change(NEW, REWORDED))
    clone.commit("Put another one before it")
    write(clone, family, change(NEW))
    clone.commit("Drop")
    (name, *_) = asked(clone, NEW.text)
    done = curriculum("history", REWORDED.text, name, "--output-format", "json", at=clone.folder)
    history = validate("history", done.stdout.decode())
    kinds = {event["subject"]: [s["kind"] for s in event["steps"]] for event in history["events"]}
    kinds.pop("Put another one before it", None)  # where questions have numbers
    assert kinds == {"Begin in a dialect": ["came"], "Reword": ["reworded"], "Drop": ["dropped"]}
