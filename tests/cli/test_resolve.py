"""`curriculum resolve`, after merges that git has left in conflict."""

from pathlib import Path

import pytest

from tests.commands import Done, curriculum
from tests.merging_clone import GUIDE, MergingClone

CONFIG = """include = ["*.md"]
exclude = ["index.md"]

[[curriculum]]
versions = ["old.md", "new.md"]
output = "all.md"
"""
OLD = GUIDE.replace("  - What is a key?\n", "")
ATTRIBUTES = "*.md merge=curriculum\nall.lock.json merge=curriculum\nindex.md !merge\n"
PAGE = ("index", "--output-file", "index.md")
DATA = ("index", "--output-format", "json", "--output-file", "index.json")
COMMANDS = (("merge",), PAGE, DATA)


def changed(text: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


class Project(MergingClone):
    """A declared curriculum with its merged guide, lock and indexes, and two branches of it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.files: dict[str, str] = {"curriculum.toml": CONFIG, "old.md": OLD, "new.md": GUIDE}
        self.commit("Attributes", **{".gitattributes": ATTRIBUTES})
        self.git("rm", "--quiet", "g.md")
        self.make("Base", **self.files)

    def make(self, message: str, *edits: tuple[str, str], **files: str) -> None:
        """Commit files with all that is made of them, after editing the merged guide by hand."""
        for name, text in files.items():
            self.write(name, text)
        if edits:
            self.write("all.md", changed(self.read("all.md"), *edits))
        for command in COMMANDS:
            assert self.curriculum(*command).returncode == 0
        self.commit(message)

    def part(self, ours: tuple[str, str], theirs: tuple[str, str], *, by_hand: bool) -> None:
        """Let two branches edit the newest version, or the merged guide by hand."""
        for branch, edit in (("feature", theirs), ("main", ours)):
            self.git("checkout", "--quiet", *(["-b"] if branch == "feature" else []), branch)
            if by_hand:
                self.make(branch, edit)
            else:
                self.make(branch, **{"new.md": changed(self.read("new.md"), edit)})

    def curriculum(self, *arguments: str) -> Done:
        return curriculum(*arguments, at=self.folder)

    def is_up_to_date(self) -> bool:
        return all(self.curriculum(*command, "--check").returncode == 0 for command in COMMANDS)

    def resolve(self, *paths: str, left: bool = False) -> str:
        done = self.curriculum("resolve", *paths)
        assert done.returncode == left, done.stderr
        return done.stderr.decode()


ROW = ("What is a row?", "What is a record?")
JOIN = ("What is a join?", "What is a natural join?")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_the_driver_leaves_what_is_made_as_ours_has_it(project: Project) -> None:
    project.part(ROW, JOIN, by_hand=False)
    ours = project.read("all.md")
    said = project.git("merge", "feature", fails=True)
    assert "all.md: `curriculum merge` makes it: run `curriculum resolve`" in said
    assert project.read("all.md") == ours
    assert "UU all.lock.json\nUU all.md\n" in project.git("status", "--short")
    assert project.git("show", ":new.md") == changed(GUIDE, ROW, JOIN)


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("has_driver", [False, True])
@pytest.mark.slow
def test_what_is_made_is_made_again_with_what_both_sides_did(
    project: Project, has_driver: bool, by_hand: bool
) -> None:
    if not has_driver:
        project.git("config", "--unset", "merge.curriculum.driver")
    project.part(ROW, JOIN, by_hand=by_hand)
    project.git("merge", "feature", fails=True)
    project.resolve()
    for made in ("all.md", *(() if by_hand else ("new.md",))):
        assert ROW[1] in project.read(made)
        assert JOIN[1] in project.read(made)
    assert project.is_up_to_date()
    assert not [line for line in project.git("status", "--short").splitlines() if line[1] != " "]


@pytest.mark.slow
def test_what_is_made_waits_for_its_versions(project: Project) -> None:
    ours, theirs = "What is a record?\n  - Why?", "What is a tuple?\n  - How?\n  - When?"
    project.part((ROW[0], ours), (ROW[0], theirs), by_hand=False)
    project.git("merge", "feature", fails=True)
    said = project.resolve(left=True)
    assert "all.md: made again by `curriculum merge` once new.md is resolved" in said
    assert "index.md: made again by `curriculum index` once new.md is resolved" in said
    assert "UU new.md" in project.git("status", "--short")
    project.git("checkout", "--theirs", "new.md")
    project.git("add", "new.md")
    project.resolve()
    assert "What is a tuple?" in project.read("all.md")
    assert project.is_up_to_date()


@pytest.mark.slow
def test_edits_by_hand_of_one_question_are_left_to_people(project: Project) -> None:
    project.part(ROW, (ROW[0], "What is a tuple?"), by_hand=True)
    project.git("merge", "feature", fails=True)
    said = project.resolve(left=True)
    assert "all.md: both sides have edited it by hand" in said
    text = project.read("all.md")
    assert "  - What is a record?\n||||||| base\n  - What is a row?\n=======\n" in text
    assert "UU all.md" in project.git("status", "--short")


@pytest.mark.slow
def test_a_merged_guide_that_was_edited_meanwhile_is_left_alone(project: Project) -> None:
    project.part(ROW, JOIN, by_hand=False)
    project.git("merge", "feature", fails=True)
    project.write("all.md", project.read("all.md") + "\nMine.\n")
    text = project.read("all.md")
    assert "all.md: was edited meanwhile" in project.resolve(left=True)
    assert project.read("all.md") == text


@pytest.mark.slow
def test_all_is_as_it_was_where_nothing_can_be_made(project: Project) -> None:
    project.part(ROW, JOIN, by_hand=False)
    project.git("merge", "feature", fails=True)
    project.write("new.md", project.read("new.md") + "\n<<<<<<< ours\nA.\n=======\nB.\n>>>>>>> b\n")
    project.git("add", "new.md")
    before = {name: project.read(name) for name in ("all.md", "all.lock.json", "index.md")}
    said = project.resolve(left=True)
    assert "all.md: not made again: new.md:" in said
    assert {name: project.read(name) for name in before} == before


@pytest.mark.slow
def test_nothing_is_written_that_is_not_named(project: Project) -> None:
    project.part(ROW, JOIN, by_hand=False)
    project.git("merge", "feature", fails=True)
    before = project.git("status", "--short"), project.read("all.lock.json")
    said = project.resolve("all.md", left=True)
    assert "all.md: made again together with all.lock.json: name both" in said
    assert (project.git("status", "--short"), project.read("all.lock.json")) == before
    project.resolve("all.md", "all.lock.json")
    assert "UU index.md" in project.git("status", "--short")


@pytest.mark.slow
def test_what_a_person_wrote_below_an_index_makes_it_no_index(project: Project) -> None:
    text = project.read("index.md") + "\nWritten by hand.\n"
    project.part(ROW, JOIN, by_hand=False)
    project.commit("By hand", **{"index.md": text})
    project.git("checkout", "--quiet", "feature")
    project.commit("By hand", **{"index.md": text.replace("by hand", "by another hand")})
    project.git("checkout", "--quiet", "main")
    project.git("merge", "feature", fails=True)
    assert "index.md: made again" not in project.resolve(left=True)
    assert "Written by another hand." in project.read("index.md")
