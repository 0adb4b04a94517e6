"""`setup-git` and what it binds, with git as people use it."""

from pathlib import Path

import pytest

from tests.cli.test_commands import GUIDE
from tests.clones import NAME, PLAIN, Clone
from tests.commands import curriculum

STAND_IN = '#!/bin/sh\ntest "$1" = merge-driver && { echo "merged $6" > "$3"; exit 0; }\n'


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_it_binds_the_guides_and_nothing_else_and_takes_back_all(clone: Clone) -> None:
    before = clone.read(".git/config")
    code, said = clone.set_up()
    assert code == 0
    assert "wrote .gitattributes" in said
    found = clone.git("check-attr", "merge", "diff", "--", NAME, "readme.md")
    assert found.count("curriculum") == 2
    assert "readme.md: merge: unspecified" in found
    assert clone.set_up("--check")[0] == 0
    assert clone.set_up() == (0, "nothing to do: git is set up already\n")
    assert clone.set_up("--remove")[0] == 0
    assert clone.read(".git/config") == before
    assert not (clone.folder / ".gitattributes").exists()
    assert clone.set_up("--check")[0] == 1


def test_what_others_have_written_stays(clone: Clone) -> None:
    own = "*.png binary\n*.md diff=markdown\n"
    clone.write(".gitattributes", own)
    clone.git("config", "merge.curriculum.driver", "mine %A")
    code, said = clone.set_up()
    assert code == 0
    assert "left: merge.curriculum.driver is yours: mine %A" in said
    assert f"left: {NAME} has diff=markdown" in said
    assert clone.git("config", "merge.curriculum.driver") == "mine %A\n"
    clone.set_up("--remove")
    assert clone.read(".gitattributes") == own
    assert clone.git("config", "merge.curriculum.driver") == "mine %A\n"


@pytest.mark.parametrize(
    "own", ["", "\ufeff", "*.png binary", "*.png binary\r\n*.md text\r\n", "a\n\r\nb\n"]
)
def test_a_file_that_others_have_made_is_given_back_as_it_was(clone: Clone, own: str) -> None:
    path = clone.folder / ".gitattributes"
    path.write_bytes(own.encode())
    assert clone.set_up()[0] == 0
    written = path.read_bytes()
    assert written.endswith(own.removeprefix("\ufeff").encode())
    assert b"merge=curriculum" in written
    assert clone.set_up() == (0, "nothing to do: git is set up already\n")
    assert path.read_bytes() == written
    clone.set_up("--remove")
    assert path.read_bytes() == own.encode()
    assert clone.set_up("--remove") == (0, "nothing to remove\n")


def test_a_file_that_it_made_stays_where_others_have_written_in_it(clone: Clone) -> None:
    clone.set_up()
    made = clone.read(".gitattributes")
    clone.write(".gitattributes", made + "*.png binary\n")
    clone.write("curriculum.toml", 'include = ["guides/*.md", "more/*.md"]\n')
    assert "wrote .gitattributes" in clone.set_up()[1]
    clone.set_up("--remove")
    assert clone.read(".gitattributes") == "*.png binary\n"


def test_attributes_checked_out_with_other_line_ends_are_the_same(clone: Clone) -> None:
    clone.set_up()
    path = clone.folder / ".gitattributes"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert clone.set_up() == (0, "nothing to do: git is set up already\n")
    clone.set_up("--remove")
    assert not path.exists()


def test_the_settings_of_a_user_serve_all_clones(clone: Clone) -> None:
    assert clone.set_up("--global")[0] == 0
    assert "curriculum" not in clone.read(".git/config")
    assert "merge-driver" in clone.git("config", "--global", "merge.curriculum.driver")
    assert clone.set_up("--check")[0] == 0
    assert clone.set_up("--remove", "--global")[0] == 0
    assert clone.set_up("--check")[0] == 1


def test_the_settings_of_a_user_need_no_clone(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"}
    done = curriculum("setup-git", "--global", at=tmp_path, stdin=b"", **home)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "merge-driver" in (tmp_path / ".gitconfig").read_text("utf-8")
    assert not (tmp_path / ".gitattributes").exists()
    done = curriculum("setup-git", "--global", "--remove", at=tmp_path, stdin=b"", **home)
    assert done.returncode == 0
    assert "merge-driver" not in (tmp_path / ".gitconfig").read_text("utf-8")


def test_outside_a_work_tree_it_says_so(tmp_path: Path) -> None:
    done = curriculum("setup-git", at=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        b"error: setup-git: there is no git work tree here\n"
        b"  run it in a clone; a bare repository has no files to work on\n",
    )


def test_a_block_that_is_not_whole_is_left_alone(clone: Clone) -> None:
    clone.write(".gitattributes", "# >>> curriculum setup-git curriculum.toml\n/a.md merge=x\n")
    code, said = clone.set_up()
    assert code == 2
    assert ".gitattributes:1: a block of setup-git that is not whole" in said


def test_git_merge_calls_the_driver_with_the_path_of_the_guide(clone: Clone) -> None:
    clone.install(STAND_IN)
    clone.set_up()
    clone.commit("Set up")
    clone.two_branches(NAME, GUIDE.replace("Locks", "Lock"), GUIDE.replace("Locks", "Locking"))
    clone.git("merge", "--quiet", "theirs")
    assert clone.read(NAME) == f"merged {NAME}\n"


@pytest.mark.parametrize("script", ["", "#!/nowhere/sh\n", "#!/bin/sh\nexit 2\n"])
def test_where_the_program_is_missing_no_side_is_lost(clone: Clone, script: str) -> None:
    clone.set_up()
    clone.commit("Set up")
    if script:
        clone.install(script)
    theirs = GUIDE.replace("Locks", "Locking")
    clone.two_branches(NAME, GUIDE.replace("Locks", "Lock"), theirs)
    clone.git("merge", "theirs", fails=True)
    assert clone.read(NAME).count("<<<<<<< ours") == 1
    assert "### 1.3 Lock\n" in clone.read(NAME)
    assert "### 1.3 Locking\n" in clone.read(NAME)
    clone.git("merge", "--abort")
    clone.git("reset", "--quiet", "--hard", "HEAD~1")
    clone.write(NAME, f"An introduction.\n\n{GUIDE}")
    clone.commit("Ours, elsewhere")
    clone.git("merge", "--quiet", "theirs")
    assert clone.read(NAME) == f"An introduction.\n\n{theirs}"


def test_git_diff_shows_guides_as_change_logs_and_the_rest_by_lines(clone: Clone) -> None:
    clone.install()
    clone.set_up()
    clone.commit("Set up")
    clone.write(NAME, GUIDE.replace("1.3 Locks", "1.3 Who May Write"))
    clone.write("readme.md", PLAIN.replace("Two", "Three"))
    shown = clone.git("diff")
    assert shown.startswith(f"{NAME}\nSame outline")
    assert "1.3  Locks -> Who May Write" in shown
    assert "-Two.\n+Three.\n" in shown
    by_line = clone.git("diff", "--no-ext-diff")
    assert "+### 1.3 Who May Write" in by_line
    (clone.folder / NAME).unlink()
    assert "- Locks (1 question)" in clone.git("diff")


def test_git_diff_goes_on_where_the_program_is_missing(clone: Clone) -> None:
    clone.set_up()
    clone.commit("Set up")
    clone.write(NAME, GUIDE.replace("1.3 Locks", "1.3 Who May Write"))
    clone.write("readme.md", PLAIN.replace("Two", "Three"))
    shown = clone.git("diff")
    assert "+### 1.3 Who May Write" in shown
    assert "+Three." in shown


def test_a_hunk_is_headed_by_its_topic(clone: Clone) -> None:
    clone.set_up()
    clone.commit("Set up")
    more = "".join(f"  - What is lock {number}?\n" for number in range(9))
    clone.write(NAME, f"{GUIDE}{more}")
    clone.commit("Ask more")
    clone.write(NAME, f"{GUIDE}{more}  - What is a latch?\n")
    assert "@@ ### 1.3 Locks\n" in clone.git("diff", "--no-ext-diff")


def test_the_outline_has_neither_paths_nor_positions(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "b.md").write_bytes(b"No guide \xff\r\n")
    shown = curriculum("git-textconv", "a.md", at=tmp_path).stdout.decode()
    assert shown.startswith(
        "Databases\n1 Storage\n  1.1 Tables\n    - What are the benefits of a narrow table?\n"
    )
    assert curriculum("git-textconv", "b.md", at=tmp_path).stdout == b"No guide \xff\r\n"


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        (GUIDE.replace("Locks", "Latches"), b"Locks -> Latches"),
        (PLAIN, b"+++ b/x.md\n"),
        (GUIDE + "\n", b"say the same\ndiff --git a/x.md b/x.md\n"),
    ],
)
def test_the_diff_driver_takes_the_arguments_of_git(tmp_path: Path, new: str, shown: bytes) -> None:
    (tmp_path / "old").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "new").write_text(new, encoding="utf-8")
    arguments = ["x.md", "old", "0" * 40, "100644", "new", "0" * 40, "100644"]
    done = curriculum("git-diff-driver", *arguments, at=tmp_path)
    assert done.returncode == 0, done.stderr
    assert shown in done.stdout
    curriculum("git-diff-driver", *arguments, "--output-file", "out", at=tmp_path)
    assert shown in (tmp_path / "out").read_bytes()
    renamed = [*arguments, "y.md", "similarity index 90%\n"]
    assert curriculum("git-diff-driver", *renamed, at=tmp_path).returncode == 0
    unmerged = curriculum("git-diff-driver", "x.md", at=tmp_path)
    assert (unmerged.returncode, unmerged.stdout) == (0, b"* Unmerged path x.md\n")
