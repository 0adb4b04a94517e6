"""A tree that somebody else made leads nobody out of it: nothing there is read or written."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from curriculum_tools.store.bounds import link_out
from curriculum_tools.store.cache.database import FILE
from tests.cli.test_commands import GUIDE
from tests.commands import curriculum

SECRET = GUIDE.replace("Databases", "Secrets")
ELSEWHERE = ("../secret.md", "../elsewhere/secret.md")


@pytest.fixture(params=[".git", "curriculum.toml", None])
def tree(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A tree with a guide, and beside it files that do not belong to it."""
    folder = tmp_path / "tree"
    (folder / "guides").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (folder / "guides" / "guide.md").write_text(GUIDE)
    (tmp_path / "secret.md").write_text(SECRET)
    (tmp_path / "elsewhere" / "secret.md").write_text(SECRET)
    if request.param == ".git":
        (folder / ".git").mkdir()
    elif request.param:
        (folder / "curriculum.toml").write_text("")
    return folder


def assert_untouched(tree: Path) -> None:
    for name in ELSEWHERE:
        assert (tree / name).read_text() == SECRET
    assert sorted(os.listdir(tree.parent)) == ["elsewhere", "secret.md", "tree"]
    assert os.listdir(tree.parent / "elsewhere") == ["secret.md"]


@pytest.mark.parametrize("target", ["../../secret.md", "../inner.md", "chain.md"])
def test_a_link_that_leads_out_is_told_and_not_read(tree: Path, target: str) -> None:
    (tree / "inner.md").symlink_to(tree.parent / "secret.md")
    (tree / "guides" / "chain.md").symlink_to("../inner.md")
    (tree / "guides" / "evil.md").symlink_to(target)
    for arguments in (["lint", "guides"], ["lint", "--force-exclude", "guides/evil.md"]):
        done = curriculum(*arguments, "--output-format", "json", at=tree)
        assert done.returncode == 2
        assert b"guides/evil.md: a link that leads out" in done.stderr
        assert b"Secrets" not in done.stdout
        assert b"evil.md" not in done.stdout
    for arguments in (["index", "guides"], ["merge", "guides", "-o", "all.md"], ["duplicates"]):
        done = curriculum(*arguments, at=tree)
        assert (done.returncode, b"leads out" in done.stderr) == (2, True), arguments
    assert not (tree / "all.md").exists()


def test_links_within_the_tree_are_read(tree: Path) -> None:
    (tree / "guides" / "link.md").symlink_to("../other.md")
    (tree / "guides" / "round.md").symlink_to(f"../../{tree.name}/other.md")
    (tree / "other.md").write_text(GUIDE.replace("Databases", "Others"))
    done = curriculum("lint", "--show-files", "guides", at=tree)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.splitlines() == [b"guides/guide.md", b"guides/link.md"]


def test_what_a_person_names_is_read_wherever_it_lies(tree: Path) -> None:
    (tree / "guides" / "evil.md").symlink_to("../../secret.md")
    (tree / "away").symlink_to("../elsewhere")
    for path in ("guides/evil.md", "../secret.md", "away", "away/secret.md", "../elsewhere"):
        done = curriculum("lint", path, at=tree)
        assert done.returncode == 1, done.stderr
    assert_untouched(tree)


@pytest.mark.parametrize(
    "arguments",
    [
        ("lint", "--fix", "guides/evil.md"),
        ("lint", "--fix", "away/secret.md"),
        ("renumber", "guides/evil.md"),
        ("lint", "guides/guide.md", "--write-baseline", "guides/evil.md"),
        ("lint", "guides/guide.md", "--output-file", "away/findings.txt"),
        ("parse", "guides/guide.md", "--output-file", "guides/evil.md"),
        ("merge", "guides/guide.md", "-o", "away/all.md"),
        ("merge3", "guides/guide.md", "guides/guide.md", "guides/guide.md", "-o", "away/three.md"),
        ("report", "guides/guide.md", "-o", "away/report.html"),
        ("index", "guides/guide.md", "--output-format", "fumadocs", "--output-dir", "away"),
    ],
    ids=" ".join,
)
def test_nothing_is_written_through_a_link_that_leads_out(
    tree: Path, arguments: tuple[str, ...]
) -> None:
    (tree / "guides" / "evil.md").symlink_to("../../secret.md")
    (tree / "away").symlink_to("../elsewhere")
    notes = "- **Path to detailed notes**: `content/docs/notes.md`\n- **Questions**"
    (tree / "guides" / "guide.md").write_text(GUIDE.replace("- **Questions**", notes))
    (tree / "content" / "docs").mkdir(parents=True)
    (tree / "content" / "docs" / "notes.md").write_text("# Notes\n")
    done = curriculum(*arguments, at=tree)
    assert (done.returncode, b"leads out" in done.stderr) == (2, True), done.stderr + done.stdout
    assert_untouched(tree)


def test_a_link_to_a_link_of_another_tree_leads_out(tree: Path) -> None:
    other = tree.parent / "other"
    (other / ".git").mkdir(parents=True)
    (tree / ".git").mkdir(exist_ok=True)
    (tree / "other").symlink_to("../other")
    assert link_out(str(tree / "other" / "file.md")) == str(tree / "other")
    assert link_out(str(tree / "guides" / ".." / "other" / "file.md")) == str(tree / "other")
    assert link_out(str(tree / "guides" / "file.md")) is None
    assert link_out(str(other / "file.md")) is None


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    folder = tmp_path / "tree"
    (folder / ".git").mkdir(parents=True)
    (folder / "guide.md").write_text(GUIDE)
    (tmp_path / "secret.md").write_text(SECRET)
    (tmp_path / "decisions.yaml").write_text("drop: []\n")
    (tmp_path / "schema.json").write_text("{}")
    (folder / "away").symlink_to("..")
    return folder


CURRICULUM = '[[curriculum]]\nversions = ["guide.md"]\noutput = "all.md"\n'
LEADING_OUT = {
    "output = up": CURRICULUM.replace('"all.md"', '"../all.md"'),
    "output = absolute": CURRICULUM.replace('"all.md"', '"/tmp/all.md"'),
    "output = through a link": CURRICULUM.replace('"all.md"', '"away/all.md"'),
    "decisions = up": f'{CURRICULUM}decisions = "../decisions.yaml"\n',
    "decisions = through a link": f'{CURRICULUM}decisions = "away/decisions.yaml"\n',
    "versions = up": CURRICULUM.replace('"guide.md"', '"../secret.md"'),
    "versions = through a link": CURRICULUM.replace('"guide.md"', '"away/secret.md"'),
    "schema = up": f'{CURRICULUM}[front-matter]\nschema = "../schema.json"\n',
    "schema = through a link": f'{CURRICULUM}[front-matter]\nschema = "away/schema.json"\n',
}


@pytest.mark.parametrize("config", LEADING_OUT.values(), ids=LEADING_OUT)
def test_a_config_cannot_lead_out_by_itself(configured: Path, config: str) -> None:
    (configured / "curriculum.toml").write_text(config)
    for arguments in (["merge"], ["merge", "--check"], ["decide", "--list"], ["index"]):
        done = curriculum(*arguments, at=configured)
        assert done.returncode == 2, arguments
        assert b"curriculum.toml:" in done.stderr
        assert b"leads out of" in done.stderr
        assert b"--allow-outside" in done.stderr
    listed = sorted(os.listdir(configured.parent))
    assert listed == ["decisions.yaml", "schema.json", "secret.md", "tree"]


def test_versions_may_lie_anywhere_where_nothing_is_cloned(configured: Path) -> None:
    (configured / ".git").rmdir()
    (configured.parent / "older.md").write_text(GUIDE)
    config = CURRICULUM.replace('["guide.md"]', '["../older.md", "guide.md"]')
    (configured / "curriculum.toml").write_text(config)
    done = curriculum("merge", at=configured)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [name for name in LEADING_OUT if "through" not in name])
def test_the_command_line_can_allow_it(configured: Path, name: str) -> None:
    config = LEADING_OUT[name].replace("/tmp", str(configured.parent))
    (configured / "curriculum.toml").write_text(config)
    for arguments in (["merge"], ["merge", "--check"], ["decide", "--list"], ["index"]):
        done = curriculum(*arguments, "--allow-outside", at=configured)
        assert done.returncode == 0, done.stderr
    assert curriculum("lint", "--allow-outside", at=configured).returncode == 1


def test_the_files_that_stand_beside_a_config_may_be_no_links_out(configured: Path) -> None:
    (configured / "curriculum.toml").write_text("")
    (configured / "curriculum.decisions.yaml").symlink_to("../decisions.yaml")
    done = curriculum("lint", at=configured)
    assert (done.returncode, b"leads out" in done.stderr) == (2, True)
    assert curriculum("lint", "--allow-outside", at=configured).returncode == 1


def test_a_lock_may_be_no_link_out(configured: Path) -> None:
    (configured / "curriculum.toml").write_text(CURRICULUM)
    (configured / "all.lock.json").symlink_to("../secret.md")
    assert curriculum("merge", at=configured).returncode == 2
    assert (configured.parent / "secret.md").read_text() == SECRET


@pytest.fixture
def cache(configured: Path) -> Path:
    assert curriculum("lint", at=configured).returncode == 1
    return configured / ".curriculum-cache"


def foreign(cache: Path) -> Iterator[str]:
    """Make the cache, which was made here, one that was not, in each of several ways."""
    away = cache.parent.parent / "cache"
    cache.rename(away)
    cache.symlink_to(away)
    yield "a link"
    cache.unlink()
    cache.mkdir()
    for each in away.iterdir():
        (cache / each.name).write_bytes(each.read_bytes())
    yield "a copy"
    (cache / ".gitignore").write_text("*\n")
    yield "without a mark"
    (cache / ".gitignore").unlink()
    yield "without a file of ours"


def test_a_cache_that_was_not_made_here_is_neither_used_nor_cleaned(cache: Path) -> None:
    for kind in foreign(cache):
        with suppress(FileNotFoundError), sqlite3.connect(cache / FILE) as database:
            database.execute("update entries set value = x'00'")
        before = {path: path.read_bytes() for path in cache.iterdir()}
        assert curriculum("lint", at=cache.parent).returncode == 1
        done = curriculum("clean", at=cache.parent)
        assert (done.returncode, b"remove it by hand" in done.stderr) == (2, True), kind
        assert {path: path.read_bytes() for path in cache.iterdir()} == before, kind


@pytest.mark.parametrize("name", [FILE, ".gitignore"])
def test_a_link_in_the_cache_is_not_followed(cache: Path, name: str) -> None:
    (cache / name).unlink()
    (cache / name).symlink_to(cache.parent.parent / "secret.md")
    assert curriculum("lint", at=cache.parent).returncode == 1
    assert curriculum("clean", at=cache.parent).returncode == 2
    assert (cache.parent.parent / "secret.md").read_text() == SECRET


def test_files_of_git_that_are_links_are_not_read(configured: Path) -> None:
    os.mkfifo(configured / ".gitmodules")
    assert curriculum("lint", "guide.md", at=configured).returncode == 1
    (configured / ".gitmodules").unlink()
    (configured / ".gitmodules").symlink_to("/dev/zero")
    assert curriculum("lint", "guide.md", at=configured).returncode == 1
