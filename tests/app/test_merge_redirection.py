"""Links and notes paths of guides that are merged into a guide in another folder."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.app.merge import run, write
from curriculum_tools.app.merge_tasks import MergeOptions, tasks
from curriculum_tools.facts.links import relative_links
from curriculum_tools.model.source import Source
from curriculum_tools.store.config import Configs
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.merge.result import Merged
from tests.examples import examples

ROOTED = "docs/roots.md"  # is noted as from the content root
FILES = (
    ROOTED,
    "teams/a/glossary.md",
    "teams/a/notes/locks.md",
    "teams/a/notes/two words.md",
    "teams/b/glossary.md",
    "teams/b/img/plan (1).png",
    "guides/own.md",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a work tree with the folders of two teams and one for what is merged."""
    make_tree(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_tree(folder: Path) -> None:
    (folder / ".git").mkdir()
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"# {name}\n", encoding="utf-8")


def tell(path: str, text: str) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(dedent(text), encoding="utf-8")
    return path


def guide(path: str, description: str = "Who may write.", more: str = "") -> str:
    """Write a guide of one topic, with more lines below its description."""
    text = f"# Databases\n\n## 1. Storage\n\n### 1.1 Locks\n- **Description**: {description}\n"
    return tell(path, f"{text}{more}- **Questions**:\n  - What does a row lock protect?\n")


def merge(*paths: str, output: str = "guides/all.md", locks: tuple[str, ...] = ()) -> Merged:
    Path(output).parent.mkdir(parents=True, exist_ok=True)
    options = MergeOptions(paths, output, locks, oldest_first=True)
    (task,) = tasks(options, Configs())
    outcome = run(task)
    write(outcome)
    return outcome.merged


def written(output: str = "guides/all.md") -> tuple[str, str]:
    lock = Path(output).with_suffix(".lock.json")
    return Path(output).read_text(encoding="utf-8"), lock.read_text(encoding="utf-8")


def described(source: str, text: str) -> str:
    """Return the description of a guide as it is after it was merged into another folder."""
    merge(guide(source, text))
    topic = parse(Source("all.md", written()[0])).topics[0]
    return topic.description.text if topic.description else ""


def noted(source: str, line: str) -> str:
    """Return the notes path of a guide as it is after it was merged into another folder."""
    merge(guide(source, more=f"- {line}\n"))
    (notes,) = parse(Source("all.md", written()[0])).topics[0].notes
    return notes.path


class TestLinks:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("[x](notes/locks.md)", "[x](../teams/a/notes/locks.md)"),
            ("[x](./glossary.md#locks)", "[x](../teams/a/glossary.md#locks)"),
            ("[x](../b/glossary.md)", "[x](../teams/b/glossary.md)"),
            ("[x](../../guides/own.md?a=1)", "[x](own.md?a=1)"),
            ("[x](notes/ 'all of them')", "[x](../teams/a/notes/ 'all of them')"),
            ("[x](<notes/two words.md>)", "[x](<../teams/a/notes/two words.md>)"),
            ("[x](notes/two%20words.md)", "[x](../teams/a/notes/two%20words.md)"),
            ("![x](../b/img/plan%20(1).png)", "![x](../teams/b/img/plan%20(1).png)"),
            ('<a href="glossary.md">x</a>', '<a href="../teams/a/glossary.md">x</a>'),
            ("<img src='notes/locks.md'>", "<img src='../teams/a/notes/locks.md'>"),
            (
                "[![x](glossary.md)](notes/locks.md)",
                "[![x](../teams/a/glossary.md)](../teams/a/notes/locks.md)",
            ),
        ],
    )
    def test_they_lead_to_the_same_file(self, before: str, after: str) -> None:
        assert described("teams/a/guide.md", f"See {before} there.") == f"See {after} there."

    @pytest.mark.parametrize(
        "text",
        [
            "[x](#locks)",
            "[x](https://example.org/notes/locks.md)",
            "[x](mailto:a@example.org)",
            "[x](/notes/locks.md)",
            "[x](nowhere.md)",
            "[x](Notes/locks.md)",
            "`[x](notes/locks.md)`",
            r"\[x](notes/locks.md)",
            "[x]({{ notes }})",
            "notes/locks.md",
        ],
    )
    def test_what_leads_nowhere_or_anywhere_stays(self, text: str) -> None:
        assert described("teams/a/guide.md", f"See {text} there.") == f"See {text} there."

    def test_folders_are_encoded_where_they_have_to_be(self) -> None:
        tell("100% (of b)/notes.md", "")
        moved = described("100% (of b)/guide.md", "See [x](notes.md), <img src='notes.md'>.")
        way = "../100%25%20%28of%20b%29/notes.md"
        assert moved == f"See [x]({way}), <img src='{way}'>."

    def test_from_the_same_folder_all_stays_as_it_is(self) -> None:
        text = "See [x](./../guides/own.md), [y](<own.md>)."
        assert described("guides/a.md", text) == text
        assert described("guides/../guides/a.md", text) == text

    def test_wherever_they_stand(self) -> None:
        tell(
            "teams/a/guide.md",
            """\
            # Databases

            All of [ours](glossary.md).

            ## 1. Storage, [see](glossary.md)

            > [quoted](glossary.md)

            ### 1.1 Locks [see](glossary.md)

            | a | b |
            |---|---|
            | 1 | [cell](glossary.md) |

            [named]: glossary.md
            [also]: <glossary.md> "Ours"

            - **Description**: Who may write.
              - [more](glossary.md)
            - **Path to detailed notes**: `notes/locks.md` ([see](glossary.md))
            - **Questions**:
              - What does [it](glossary.md) protect?

                ![shown](glossary.md)

                ```markdown
                [shown](glossary.md)
                ```

            <img src="glossary.md">
            """,
        )
        merge("teams/a/guide.md")
        text, lock = written()
        assert text.count("../teams/a/glossary.md") == 12
        assert text.replace("../teams/a/", "").count("glossary.md") == 13
        assert "[shown](glossary.md)" in text
        assert lock.count("../teams/a/glossary.md") >= 12

    def test_in_a_guide_of_another_dialect(self) -> None:
        tell("curriculum.toml", '[dialect]\nquestion = "### {n}. {text}"\nanswer = "rest"\n')
        text = """\
            # Locks

            ### 1. What does ![it]({0}glossary.md) show?

            <details><summary>Answer</summary>

            See [ours]({0}notes/locks.md).

            </details>

            ### 2. Which of [these]({0}glossary.md)?

            - [ ] [both]({0}notes/locks.md)
            - [x] none
            """
        a = tell("teams/a/guide.md", dedent(text).format(""))
        b = tell("teams/b/guide.md", dedent(text).format("../a/"))
        assert merge(a, b).conflicts == ()
        assert written()[0] == dedent(text).format("../teams/a/")


class TestNotes:
    @pytest.mark.parametrize(
        "form",
        [
            "**Path to detailed notes**: `{}`",
            "*(Covered in `{}`)*",
            "*(Individual file to be created, e.g., `{}`)*",
        ],
    )
    def test_one_from_the_own_folder_follows(self, form: str) -> None:
        moved = noted("teams/a/guide.md", form.format("notes/locks.md"))
        assert moved == "../teams/a/notes/locks.md"

    def test_planned_ones_will_lie_where_their_folder_is(self) -> None:
        form = "*(Individual file to be created, e.g., `{}`)*"
        for path, moved in (
            ("notes/joins.md", "../teams/a/notes/joins.md"),
            ("joins.md", "../teams/a/joins.md"),
            ("docs/joins.md", "docs/joins.md"),
            ("content/joins.md", "content/joins.md"),
        ):
            assert noted("teams/a/guide.md", form.format(path)) == moved

    @pytest.mark.parametrize(
        "path", ["docs/roots.md", "nowhere.md", "https://example.org/a.md", "Notes/locks.md"]
    )
    def test_one_from_a_content_root_stays(self, path: str) -> None:
        assert noted("teams/a/guide.md", f"**Path to detailed notes**: `{path}`") == path

    def test_a_configured_content_root(self) -> None:
        tell("curriculum.toml", 'content-root = "teams/a"\n')
        line = "**Path to detailed notes**: `notes/locks.md`"
        assert noted("teams/b/guide.md", line) == "notes/locks.md"

    def test_it_keeps_its_anchor(self) -> None:
        line = "**Path to detailed notes**: `notes/locks.md#rows`"
        assert noted("teams/a/guide.md", line) == "../teams/a/notes/locks.md#rows"


class TestSameValues:
    def test_texts_that_differ_by_the_folder_alone_agree(self) -> None:
        notes = "- **Path to detailed notes**: `{0}notes/locks.md`\n"
        asked = "- **Questions**:\n  - What does ![it]({0}glossary.md) show?\n"
        see = "See [ours]({0}notes/locks.md)."
        a = guide("teams/a/guide.md", see.format(""), (notes + asked).format(""))
        b = guide("teams/b/guide.md", see.format("../a/"), (notes + asked).format("../a/"))
        found = merge(a, b)
        assert found.conflicts == ()
        text, _ = written()
        assert text.count("../teams/a/glossary.md") == 1

    def test_equal_texts_that_lead_to_two_files_do_not(self) -> None:
        a, b = (guide(f"teams/{name}/guide.md", "See [it](glossary.md).") for name in "ab")
        (conflict,) = merge(a, b).conflicts
        values = {option.value for option in conflict.options}
        assert values == {f"See [it](../teams/{name}/glossary.md)." for name in "ab"}


class TestLocks:
    def test_one_stands_in_for_its_sources_from_any_folder(self) -> None:
        a = guide("teams/a/guide.md", "See [it](notes/locks.md).")
        b = guide("teams/b/guide.md", "See [it](glossary.md).")
        c = guide("docs/guide.md", more="- **Path to detailed notes**: `roots.md`\n")
        merge(a, b, c, output="guides/abc.md")
        merge(a, b, output="teams/b/deep/ab.md")
        merge(c, locks=("teams/b/deep/ab.lock.json",), output="guides/other.md")
        assert written("guides/other.md") == written("guides/abc.md")

    def test_a_merged_guide_brings_along_what_was_edited_in_it(self) -> None:
        a = guide("teams/a/guide.md", "See [it](notes/locks.md).")
        merge(a, output="teams/b/all.md")
        text, _ = written("teams/b/all.md")
        order = (
            ("What does a row lock protect?", "What does ![it](glossary.md) protect?"),
            ("See [it](../a/notes/locks.md)", "See [ours](glossary.md)"),
        )
        for old, new in order:
            assert old in text
            text = text.replace(old, new)
        tell("teams/b/all.md", text)
        merge("teams/b/all.md")
        merged_text, _ = written()
        assert "See [ours](../teams/b/glossary.md)" in merged_text
        assert "What does ![it](../teams/b/glossary.md) protect?" in merged_text
        merge(a, locks=("teams/b/all.lock.json",), output="guides/unedited.md")
        assert "See [it](../teams/a/notes/locks.md)" in written("guides/unedited.md")[0]

    def test_questions_that_were_moved_by_hand_are_known_by_their_new_links(self) -> None:
        asked = "- **Questions**:\n" + "".join(
            f"  - What does ![{name}](glossary.md) show?\n" for name in ("one", "two", "three")
        )
        a = guide("teams/a/guide.md", more=asked)
        merge(a, output="teams/b/all.md")
        lines = written("teams/b/all.md")[0].splitlines(keepends=True)
        (last,) = (line for line in lines if "three" in line)
        lines.remove(last)
        lines.insert(next(at for at, line in enumerate(lines) if "one" in line), last)
        tell("teams/b/all.md", "".join(lines))
        merge(a, "teams/b/all.md", output="teams/b/all.md")
        assert '"question-order"' in written("teams/b/all.md")[1]
        merge("teams/b/all.md")
        shown = [line for line in written()[0].splitlines() if "../teams/a/glossary.md" in line]
        assert [line[16:19] for line in shown] == ["thr", "one", "two"]


class TestHandEdits:
    def test_merging_again_changes_nothing(self) -> None:
        a = guide("teams/a/guide.md", "See [it](notes/locks.md).")
        merge(a)
        once = written()
        assert '"edits": []' in once[1]
        merge(a, "guides/all.md")
        assert written() == once

    def test_an_edit_of_the_merged_guide_stays(self) -> None:
        a = guide("teams/a/guide.md", "See [it](notes/locks.md).")
        merge(a)
        tell("guides/all.md", written()[0].replace("See [it](../teams/a/notes/locks.md)", "It"))
        for _ in range(2):
            merge(a)
            assert "**Description**: It." in written()[0]


def test_a_version_out_of_git_lies_at_its_path(folder: Path) -> None:
    (folder / ".git").rmdir()
    guide("teams/a/guide.md", "See [it](notes/locks.md).")
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "Begin"]):
        subprocess.run(["git", *command], check=True)
    Path("teams/a/guide.md").unlink()
    merge("HEAD:teams/a/guide.md")
    assert "See [it](../teams/a/notes/locks.md)." in written()[0]
    os.chdir("teams/b")
    for name in ("HEAD:teams/a/guide.md", "HEAD:../a/guide.md"):
        merge(name, output="all.md")
        assert "See [it](../a/notes/locks.md)." in written("all.md")[0]
        Path("all.md").unlink()
        Path("all.lock.json").unlink()


LINKS = st.sampled_from(
    ["[x]({})", "![x]({})", "[x](<{}>)", "[x]({} 'so')", "[x]({}#locks)", '<img src="{}">']
)


@st.composite
def _referring(draw: st.DrawFn, folder: str) -> str:
    """Draw the text of a guide in a folder, whose links lead to files."""
    lines = ["# Databases", "", "## 1. Storage", ""]
    for at, title in enumerate(draw(st.permutations(["Locks", "Joins", "Views"])), start=1):
        lines += [f"### 1.{at} {title}", f"- **Description**: Of {title}{draw(_links(folder))}."]
        if draw(st.booleans()):
            path = draw(_ways(folder))
            path = ROOTED if path.endswith(ROOTED) else path
            lines.append(f"- **Path to detailed notes**: `{path}`")
        lines += ["- **Questions**:"]
        for asked in draw(st.sets(st.integers(1, 3))):
            lines.append(f"  - What is {asked} of {title}{draw(_links(folder))}?")
        lines += ["", f"Much more of {title}{draw(_links(folder))}.", ""]
    return "\n".join(lines)


@st.composite
def _links(draw: st.DrawFn, folder: str) -> str:
    forms = draw(st.lists(LINKS, max_size=2))
    return "".join(" " + form.format(draw(_ways(folder))) for form in forms)


def _ways(folder: str) -> st.SearchStrategy[str]:
    """Draw a way from a folder to a file."""
    return st.sampled_from([os.path.relpath(file, folder) for file in FILES])


def _files_of(path: str) -> Iterator[str]:
    """Yield the files to which the links and notes paths of a guide lead."""
    text = parse(Source(path, Path(path).read_text(encoding="utf-8")))
    named = [link.path for link in relative_links(text)]
    named += [notes.path for topic in text.topics for notes in topic.notes]
    for name in named:
        file = Path(path).parent / os.path.normpath(name)
        file = Path(name) if name == ROOTED else file  # from the content root
        assert file.is_file(), f"{name} in {path}"
        yield os.path.realpath(file)


@examples(40)
@given(
    a=_referring("teams/a"),
    b=_referring("teams/b"),
    lock=st.sampled_from(["teams/a", "teams/b", "docs/deep", "."]),
    output=st.sampled_from(["guides", "teams/a", "docs", "."]),
)
def test_whatever_is_merged_into_whatever_folder(
    tmp_path_factory: pytest.TempPathFactory, a: str, b: str, lock: str, output: str
) -> None:
    here = tmp_path_factory.mktemp("tree")
    make_tree(here)
    os.chdir(here)
    paths = [tell("teams/a/guide.md", a), tell("teams/b/guide.md", b)]
    merge(*paths, output=f"{lock}/ab.md")
    merge(*paths, output=f"{output}/all.md")
    once = written(f"{output}/all.md")
    said = {file for path in paths for file in _files_of(path)}
    assert set(_files_of(f"{output}/all.md")) <= said
    merge(*paths, f"{output}/all.md", output=f"{output}/all.md")
    assert written(f"{output}/all.md") == once
    merge(locks=(f"{lock}/ab.lock.json",), output=f"{output}/other.md")
    assert written(f"{output}/other.md") == once
