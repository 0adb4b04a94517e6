"""A field is an entry of the dialect's table: with it alone, every command has the field."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from curriculum_tools.model.content import Field, Text
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece
from curriculum_tools.syntax import home
from curriculum_tools.syntax.inline import links
from tests.commands import curriculum
from tests.schemas import validate


def read_links(pieces: list[Piece], marks: list[Mark]) -> Iterator[Text]:
    for piece in pieces:
        for link in links(piece.text, piece.start):
            marks.append(Mark(*link.span, LeafKind.PATH))
            yield Text(link.destination, link.span)


def write_links(spec: FieldSpec, field: Field) -> Iterator[str]:
    yield f"- **{spec.labels[0]}**: {', '.join(f'[{v.text}]({v.text})' for v in field.values)}"


RESOURCES = FieldSpec(
    name="resources",
    item="resource",
    counted="resources",
    labels=("Resources",),
    value=Text,
    read=read_links,
    write=write_links,
)

OLD = """\
    # Ferments

    ## 1. Bread

    ### 1.1 Starters
    - **Description**: Flour and water, left to themselves.
    - **Resources**: [a](https://a.example/), [b](https://b.example/)
    - **Questions**:
      - What lives in a starter?
    """
NEW = """\
    # Ferments

    ## 1. Bread

    ### 1.1 Starters
    - **Description**: Flour and water, left to themselves.
    - **Resources**: [a](https://a.example/), [c](https://c.example/)
    - **Questions**:
      - What lives in a starter?
    """


def run(*arguments: str) -> str:
    """Run a command where the guides are; return what it prints."""
    return curriculum(*arguments, at=Path.cwd()).stdout.decode()


@pytest.fixture(autouse=True)
def guides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = (*home.HOME.fields, RESOURCES)
    monkeypatch.setattr(home, "HOME", replace(home.HOME, fields=fields))
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text(dedent(OLD))
    Path("new.md").write_text(dedent(NEW))


def test_lint_knows_it() -> None:
    twice = dedent(NEW) + "- **Resources**: [d](https://d.example/)\n"
    Path("new.md").write_text(twice)
    found = json.loads(run("lint", "new.md", "--output-format", "json"))
    assert [each["rule"] for each in found["findings"]] == ["duplicate-field"]
    assert found["findings"][0]["message"] == "this topic already has its resources on line 7"


def test_the_json_of_a_guide_has_it() -> None:
    (chapter,) = json.loads(run("parse", "old.md"))["chapters"]
    assert [each["text"] for each in chapter["topics"][0]["resources"]] == [
        "https://a.example/",
        "https://b.example/",
    ]


@pytest.mark.parametrize(
    ("schema", "command"),
    [
        ("lint", ("lint", "new.md")),
        ("guide", ("parse", "new.md")),
        ("diff", ("diff", "old.md", "new.md")),
        ("merge", ("merge", "--oldest-first", "old.md", "new.md", "-o", "out.md")),
        ("index", ("index", "new.md")),
    ],
)
def test_no_schema_but_that_of_configs_names_it(schema: str, command: tuple[str, ...]) -> None:
    form = () if schema == "guide" else ("--output-format", "json")
    validate(schema, run(*command, *form))
    if schema == "merge":
        validate("lock", Path("out.lock.json").read_text())


def test_diff_tells_what_became_of_its_values() -> None:
    found = json.loads(run("diff", "old.md", "new.md", "--output-format", "json"))
    assert found["summary"]["resources"]["changed"] == 1
    (change,) = found["changes"]
    assert change["kind"] == "resources-changed"
    assert change["after"]["text"] == "https://c.example/"
    assert "Resources" in run("diff", "old.md", "new.md")


def test_merge_chooses_prints_locks_and_accounts_for_it() -> None:
    report = json.loads(
        run(
            *("merge", "--oldest-first", "old.md", "new.md", "-o", "out.md"),
            *("--output-format", "json"),
        )
    )
    assert "- **Resources**: [https://a.example/]" in Path("out.md").read_text()
    assert "c.example" in Path("out.md").read_text()
    assert "b.example" in Path("out.lock.json").read_text()
    assert report["accounting"]["by_kind"]["resource"] == {
        "items": 4,
        "kept": 2,
        "folded": 2,
        "dropped_by_decision": 0,
        "unaccounted": 0,
    }
    assert [each["kind"] for each in report["conflicts"]] == ["resource"]
    again = ("merge", "--oldest-first", "--lock", "out.lock.json", "-o", "out.md", "--check")
    assert curriculum(*again, at=Path.cwd()).returncode == 0


def test_an_edit_by_hand_holds() -> None:
    command = ("merge", "--oldest-first", "old.md", "new.md", "-o", "out.md")
    run(*command)
    edited = Path("out.md").read_text().replace("c.example", "d.example")
    Path("out.md").write_text(edited)
    run(*command)
    assert Path("out.md").read_text() == edited


def test_the_index_has_it() -> None:
    found = json.loads(run("index", "old.md", "--output-format", "json"))
    (topic,) = found["chapters"][0]["topics"]
    assert [each["text"] for each in topic["resources"]] == [
        "https://a.example/",
        "https://b.example/",
    ]
