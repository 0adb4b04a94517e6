"""News under edits, whatever was edited: each is asked about, and each answer settles it."""

from pathlib import Path

import pytest

from curriculum_tools.app.merge import run, write
from curriculum_tools.app.merge_tasks import MergeOptions, tasks
from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.store.config import Configs
from curriculum_tools.versions.deciding.open_item import ItemKind, OpenItem
from curriculum_tools.versions.deciding.open_items import open_items
from curriculum_tools.versions.merge.result import Merged
from tests.versions.merge.baking import changed

START = changed(
    ("# Baking\n", "# Baking\n\nOn dough.\n"),
    ("## 2. Cakes\n", "## 2. Cakes\n\nS.\n"),
)
#: What is edited, what it is made to say by hand, and what the version comes to say.
CHANGES = {
    "title": ("1.1 Kneading\n", "1.1 By Hand\n", "1.1 Kneading Dough\n"),
    "chapter title": ("## 2. Cakes\n", "## 2. Sweets\n", "## 2. Cakes and Tarts\n"),
    "guide title": ("# Baking\n", "# Ovens\n", "# On Baking\n"),
    "description": ("Stretching dough.", "By hand.", "Pulling dough."),
    "a description that is taken out": (
        "- **Description**: Stretching dough.\n",
        "",
        "- **Description**: Pulling dough.\n",
    ),
    "introduction": ("On dough.", "By hand.", "On bread."),
    "text of a chapter": ("\nS.\n", "\nBy hand.\n", "\nSweet.\n"),
}
GUIDE, VERSION, DECISIONS = Path("out.md"), Path("a.md"), Path("curriculum.decisions.yaml")

each_change = pytest.mark.parametrize("name", CHANGES)


def merged(*, writing: bool = True) -> Merged:
    (task,) = tasks(MergeOptions(("a.md",), "out.md", oldest_first=True), Configs())
    outcome = run(task)
    if writing:
        write(outcome)
    return outcome.merged


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def asked() -> tuple[Merged, list[OpenItem]]:
    found = merged(writing=False)
    return found, [i for i in open_items(found) if i.kind is ItemKind.CHANGED_UNDER_EDIT]


@pytest.fixture
def edited(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Edit a merged guide, and change its version then; gives what the version says now."""
    monkeypatch.chdir(tmp_path)
    old, by_hand, new = CHANGES[name]
    VERSION.write_text(START, encoding="utf-8")
    merged()
    replaced(GUIDE, old, by_hand)
    merged()
    replaced(VERSION, old, new)
    return new.strip("\n")


@each_change
def test_the_edit_stays_and_is_asked_about(edited: str) -> None:
    for _ in range(2):
        found, items = asked()
        assert len(items) == 1
        assert [answer.key for answer in items[0].answers] == ["k", "n"]
        assert edited not in found.text
        merged()


@each_change
def test_each_answer_settles_it(edited: str) -> None:
    (item,) = asked()[1]
    for answer, is_taken in zip(item.answers, (False, True), strict=True):
        DECISIONS.write_text(decisions_yaml(answer.rulings), encoding="utf-8")
        found, items = asked()
        assert not items
        assert not found.stale
        assert (edited in found.text) is is_taken


@pytest.mark.slow
@each_change
def test_what_is_kept_stays_kept(edited: str) -> None:
    (item,) = asked()[1]
    DECISIONS.write_text(decisions_yaml(item.answers[0].rulings), encoding="utf-8")
    for _ in range(3):
        assert edited not in merged().text
        assert not asked()[1]
