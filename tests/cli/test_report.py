"""`curriculum report` as a user meets it."""

import sys
from functools import partial
from pathlib import Path

import pytest

from tests.commands import curriculum
from tests.reported import NEW, OLD, read_page, write_kitchens
from tests.schemas import validate
from tests.store.conftest import Git, git, here

__all__ = ["git", "here"]


@pytest.fixture
def kitchens(tmp_path: Path) -> Path:
    return write_kitchens(tmp_path)


def test_it_writes_a_page_and_nothing_else(kitchens: Path) -> None:
    before = {path.name: path.read_bytes() for path in kitchens.iterdir()}
    done = curriculum("report", "-o", "report.html", at=kitchens)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"wrote report.html\n")
    page = (kitchens / "report.html").read_text("utf-8")
    assert [each.text for each in read_page(page).all("h1")] == ["Kitchens"]
    after = {p.name: p.read_bytes() for p in kitchens.iterdir() if p.is_file()}
    assert after == before | {"report.html": page.encode()}


def test_without_a_file_the_page_is_the_output(kitchens: Path) -> None:
    done = curriculum("report", at=kitchens)
    assert (done.returncode, done.stderr) == (0, b"")
    curriculum("report", "--output-file", "report.html", "-q", at=kitchens)
    assert done.stdout == (kitchens / "report.html").read_bytes()


def test_the_same_guides_give_the_same_page(kitchens: Path) -> None:
    assert curriculum("report", at=kitchens).stdout == curriculum("report", at=kitchens).stdout


def test_paths_choose_guides_and_a_curriculum_needs_all_of_its_versions(kitchens: Path) -> None:
    one = curriculum("report", "new.md", "--output-format", "json", at=kitchens)
    both = curriculum("report", ".", "--output-format", "json", at=kitchens)
    said = validate("report", one.stdout.decode())
    assert [guide["path"] for guide in said["guides"]] == ["new.md"]
    assert (said["curricula"], [each["name"] for each in said["others"]]) == ([], ["new.md"])
    said = validate("report", both.stdout.decode())
    assert [each["name"] for each in said["curricula"]] == ["kitchens.md"]
    assert said["others"] == []


def test_json_has_the_figures(kitchens: Path) -> None:
    done = curriculum("report", "--output-format", "json", at=kitchens)
    assert done.returncode == 0
    said = validate("report", done.stdout.decode())
    (merged,) = said["curricula"]
    assert merged["versions"] == ["old.md", "new.md"]
    assert merged["coverage"]["topics"] == 5
    assert merged["chapters"][0]["coverage"] == {
        "topics": 2,
        "written": 1,
        "planned": 0,
        "covered": 0,
        "none": 1,
        "not_found": 1,
    }
    assert said["duplicates"] == {"same": 1, "likely": 0}
    assert said["prerequisites"] == [{"path": "new.md", "arrows": 4, "cycles": 1, "unknown": 1}]
    assert said["history"] is None


def test_what_cannot_be_read_or_merged_is_told_and_the_rest_is_written(kitchens: Path) -> None:
    (kitchens / "old.md").unlink()
    done = curriculum("report", "-o", "report.html", at=kitchens)
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == [b"error: old.md: no such file or folder"]
    assert "duplicate-question" in (kitchens / "report.html").read_text("utf-8")
    done = curriculum("report", "--output-format", "json", at=kitchens)
    (merged,) = validate("report", done.stdout.decode())["curricula"]
    assert merged["error"] == "old.md: no such file or folder"


def test_a_curriculum_without_a_guide_to_write_is_compared_all_the_same(kitchens: Path) -> None:
    config = '[[curriculum]]\nversions = ["old.md", "new.md"]\n'
    (kitchens / "curriculum.toml").write_text(config, encoding="utf-8")
    done = curriculum("report", "--output-format", "json", at=kitchens)
    assert done.returncode == 2
    assert b"has no guide to write" in done.stderr
    (declared,) = validate("report", done.stdout.decode())["curricula"]
    assert declared["differences"] == [{"before": "old.md", "after": "new.md", "changes": 10}]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--config", "none.toml"],
        ["none.md"],
        ["--history", "0"],
        ["--history", "3"],
        ["--baseline", "none.json"],
        ["-o", "none/report.html"],
    ],
)
def test_what_cannot_be_used_exits_with_2(kitchens: Path, arguments: list[str]) -> None:
    done = curriculum("report", *arguments, at=kitchens)
    assert done.returncode == 2
    assert b"rror: " in done.stderr
    assert b"Traceback" not in done.stderr


def test_findings_that_a_baseline_accepts_are_left_out(kitchens: Path) -> None:
    curriculum("lint", "--write-baseline", "accepted.json", at=kitchens)
    done = curriculum("report", "--baseline", "accepted.json", at=kitchens)
    assert "No findings" in read_page(done.stdout.decode()).one("findings").text


def test_a_folder_without_guides_has_a_page(tmp_path: Path) -> None:
    done = curriculum("report", at=tmp_path)
    assert done.returncode == 0
    assert "No guides were found." in done.stdout.decode()


def test_a_guide_from_standard_input(tmp_path: Path) -> None:
    done = curriculum("report", "-", at=tmp_path, stdin=NEW.encode())
    assert done.returncode == 0
    assert "<stdin>" in read_page(done.stdout.decode()).one("numbers").text


def test_without_the_extra_it_says_what_to_install(
    kitchens: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from curriculum_tools.output.report.environment import environment

    environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = curriculum("report", "-o", "report.html", at=kitchens)
    environment.cache_clear()
    assert done.returncode == 2
    assert b"pip install 'curriculum-tools[report]'" in done.stderr
    assert not (kitchens / "report.html").exists()


def test_history_counts_the_guides_after_each_commit(git: Git, here: Path) -> None:
    for text, subject in ((OLD, "Begin"), (NEW, "Go on")):
        (here / "guide.md").write_text(text, encoding="utf-8")
        git("add", "--all")
        git("commit", "--quiet", "--message", subject)
        (here / "other.txt").write_text(subject, encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message", "Something else")
    done = curriculum("report", "--history", "5", "--output-format", "json", at=here)
    history = validate("report", done.stdout.decode())["history"]
    assert [(p["subject"], p["topics"], p["questions"], p["written"]) for p in history] == [
        ("Begin", 3, 4, 1),
        ("Go on", 4, 6, 0),
    ]
    done = curriculum("report", "--history", "1", at=here)
    rows = read_page(done.stdout.decode()).one("history").all("tr")
    assert [row.text.split(" ", 2)[2] for row in rows][1:] == ["Go on 4 6 0"]


def test_history_of_guides_that_were_never_committed_is_empty(git: Git, here: Path) -> None:
    (here / "guide.md").write_text(NEW, encoding="utf-8")
    done = curriculum("report", "--history", "5", at=here)
    assert done.returncode == 0
    assert "No commit has changed these guides yet." in done.stdout.decode()


def test_help_has_an_example(tmp_path: Path) -> None:
    done = curriculum("report", "--help", at=tmp_path)
    example = "`curriculum report guides --history 20 -o report.html`"
    assert example in " ".join(done.stdout.decode().split())


class TestSeveralPages:
    """A report that is too long for one page, and what stands beside it."""

    @pytest.fixture
    def pages(self, kitchens: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Write a report of several pages; gives their names."""
        from curriculum_tools.output.report import html

        with monkeypatch.context() as patch:
            patch.setattr(html, "render_pages", partial(html.render_pages, largest=6_000))
            done = curriculum("report", "-o", "report.html", at=kitchens)
        assert done.returncode == 0, done.stderr
        return done.stderr.decode().removeprefix("wrote ").strip().split(", ")

    def test_a_shorter_one_takes_away_the_pages_of_a_longer_one(
        self, kitchens: Path, pages: list[str]
    ) -> None:
        assert pages[1:3] == ["report-2.html", "report-3.html"]
        theirs = kitchens / f"report-{len(pages) + 1}.html"
        theirs.write_text("<p>ours</p>", encoding="utf-8")
        done = curriculum("report", "-o", "report.html", at=kitchens)
        removed = [f"removed {page}, which was a page of an earlier report" for page in pages[1:]]
        assert done.stderr.decode().splitlines() == ["wrote report.html", *removed]
        left = {path.name for path in kitchens.glob("*.html")}
        assert left == {"report.html", theirs.name}

    def test_a_report_of_its_own_stays(self, kitchens: Path) -> None:
        curriculum("report", "-o", "report-2.html", at=kitchens)
        done = curriculum("report", "-o", "report.html", at=kitchens)
        assert done.stderr == b"wrote report.html\n"
        assert (kitchens / "report-2.html").exists()

    def test_no_other_file_is_written_over(
        self, kitchens: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from curriculum_tools.output.report import html

        (kitchens / "report-2.html").write_text("<p>ours</p>", encoding="utf-8")
        monkeypatch.setattr(html, "render_pages", partial(html.render_pages, largest=6_000))
        done = curriculum("report", "-o", "report.html", at=kitchens)
        assert done.returncode == 2
        assert b"report-2.html: is no page of this report" in done.stderr
        assert (kitchens / "report-2.html").read_text("utf-8") == "<p>ours</p>"
        assert not (kitchens / "report.html").exists()
