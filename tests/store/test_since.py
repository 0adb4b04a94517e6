"""What changed since a revision, in repositories with all that git allows."""

from pathlib import Path

import pytest

from curriculum_tools.model.errors import RevisionError
from curriculum_tools.model.file_change import FileChange, Hunk
from curriculum_tools.store.git import read_revision
from curriculum_tools.store.since import Changes, changes_since
from tests.store.conftest import Git

TEN = "".join(f"line {number}\n" for number in range(1, 11))


def write(path: str, text: str) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def commit(git: Git) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "more", "--allow-empty")


def touched(changes: Changes, path: str, lines: int = 12) -> list[int]:
    change = changes.files.get(path)
    return [n for n in range(1, lines + 1) if change is not None and change.touches(n, n)]


def test_committed_staged_and_unstaged_changes_count(git: Git) -> None:
    write("guide.md", TEN)
    commit(git)
    write("guide.md", TEN.replace("line 2\n", "line two\n"))
    commit(git)
    write("guide.md", TEN.replace("line 2\n", "line two\n").replace("line 5\n", ""))
    git("add", "guide.md")
    write("guide.md", TEN.replace("line 2\n", "line two\n").replace("line 5\n", "") + "line 11\n")
    changes = changes_since("HEAD~1", ["guide.md"])
    assert touched(changes, "guide.md") == [2, 10]
    assert changes.files["guide.md"].hunks == (Hunk(2, 1, 1), Hunk(5, 0, 1), Hunk(10, 1, 0))
    assert changes.files["guide.md"].before == TEN
    assert [changes.files["guide.md"].line_before(n) for n in (1, 3, 4, 5, 9)] == [1, 3, 4, 6, 10]
    assert not changes.moved
    assert changes.edited == {"guide.md"}


def test_what_git_does_not_track_is_new(git: Git, tmp_path: Path) -> None:
    write("old.md", TEN)
    write(".gitignore", "ignored.md\n")
    commit(git)
    for name in ("untracked.md", "ignored.md", "added.md", "empty.md", "../outside.md"):
        write(name, "" if name == "empty.md" else TEN)
    git("add", "added.md", "empty.md")
    names = ["old.md", "untracked.md", "ignored.md", "added.md", "empty.md", "../outside.md"]
    changes = changes_since("HEAD", [*names, "<stdin>"])
    assert changes.files == dict.fromkeys([*names[1:], "<stdin>"], FileChange())
    assert changes.moved == {"untracked.md", "added.md", "empty.md"}


def test_a_renamed_file_has_its_own_lines_alone(git: Git) -> None:
    write("guide.md", TEN)
    write("gone.md", "gone\n" * 5)
    commit(git)
    git("mv", "guide.md", "renamed.md")
    git("rm", "--quiet", "gone.md")
    write("renamed.md", TEN + "-- a/line\n++ b/line\n")
    changes = changes_since("HEAD", ["renamed.md"])
    assert touched(changes, "renamed.md") == [11, 12]
    assert changes.files["renamed.md"].before == TEN
    assert changes.moved == {"guide.md", "renamed.md", "gone.md"}


@pytest.mark.parametrize("name", ["wei rd.md", 'quo"te.md', "accént.md", "ta\tb.md", "*.md"])
def test_any_name_is_read_as_it_is(git: Git, name: str) -> None:
    write(name, TEN)
    write("other.md", TEN)
    commit(git)
    write(name, TEN.replace("line 3\n", "-- a/x\n++ b/y\n@@ -1 +1 @@"))
    write("other.md", TEN[:-1])
    changes = changes_since("HEAD", [name, "./other.md"])
    assert touched(changes, name) == [3, 4, 5]
    assert touched(changes, "./other.md") == [10]


def test_settings_and_attributes_of_the_repository_change_nothing(git: Git) -> None:
    write("guides/guide.md", TEN)
    write(".gitattributes", "*.md binary\n")
    commit(git)
    for key, value in {
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "diff.external": "false",
        "diff.context": "9",
        "diff.interHunkContext": "9",
        "diff.renames": "false",
        "color.ui": "always",
        "diff.relative": "true",
    }.items():
        git("config", key, value)
    write("guides/guide.md", TEN.replace("line 3\n", "3\n").replace("line 6\n", "6\n"))
    assert touched(changes_since("HEAD", ["guides/guide.md"]), "guides/guide.md") == [3, 6]


def test_what_the_other_branch_did_is_not_ours(git: Git) -> None:
    write("guide.md", TEN)
    commit(git)
    git("branch", "-M", "main")
    git("checkout", "--quiet", "-b", "topic")
    write("guide.md", TEN.replace("line 9\n", "9\n"))
    commit(git)
    git("checkout", "--quiet", "main")
    write("guide.md", TEN.replace("line 2\n", "2\n"))
    commit(git)
    git("checkout", "--quiet", "topic")
    assert touched(changes_since("main", ["guide.md"]), "guide.md") == [9]


def test_an_unknown_revision_says_where_to_look(git: Git) -> None:
    write("guide.md", TEN)
    commit(git)
    for revision in ("nowhere", "--output=x", "HEAD:guide.md", ""):
        with pytest.raises(RevisionError, match="git log"):
            changes_since(revision, ["guide.md"])


def test_without_git_there_are_no_revisions(here: Path) -> None:
    write("guide.md", TEN)
    with pytest.raises(RevisionError, match="git"):
        changes_since("HEAD", ["guide.md"])


def test_a_shallow_clone_is_told_to_fetch(git: Git, here: Path) -> None:
    for number in range(3):
        write("guide.md", TEN * number)
        commit(git)
    git("branch", "-M", "main")
    git("branch", "old", "HEAD~2")
    git("clone", "--quiet", "--depth=1", f"file://{here}", "shallow")
    with pytest.raises(RevisionError, match=r"git fetch --depth=100"):
        changes_since("HEAD~1", ["shallow/guide.md"])
    git("fetch", "--quiet", "--depth=1", "origin", "old:old", folder="shallow")
    with pytest.raises(RevisionError, match=r"part is not known.*\n.*fetch-depth: 0"):
        changes_since("old", ["shallow/guide.md"])


def test_a_file_is_read_from_the_top_or_from_here(
    git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("guides/a.md", "old\n")
    write("a.md", "top\n")
    commit(git)
    write("guides/a.md", "new\n")
    git("add", "--all")
    assert read_revision("HEAD:guides/a.md") == b"old\n"
    assert read_revision(":guides/a.md") == b"new\n"
    monkeypatch.chdir("guides")
    assert read_revision("HEAD:guides/a.md") == b"old\n"
    assert read_revision("HEAD:a.md") == b"top\n"
    assert read_revision("HEAD:./a.md") == b"old\n"
    git("rm", "--cached", "--quiet", "../a.md")
    assert read_revision(":a.md") == b"new\n"


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("nowhere:a.md", "nowhere: no such revision"),
        ("HEAD:b.md", "no file b.md in HEAD"),
        ("HEAD:guides", "no file guides in HEAD"),
        (":b.md", "no file b.md in the index"),
        ("HEAD", "no `REVISION:path`"),
        ("--batch:a.md", "no `REVISION:path`"),
    ],
)
def test_what_cannot_be_read_is_named(git: Git, spec: str, said: str) -> None:
    write("guides/a.md", TEN)
    commit(git)
    with pytest.raises(RevisionError, match=said):
        read_revision(spec)
