"""Looking up what a guide refers to, in a tree in memory."""

import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.facts.surroundings import (
    content_roots,
    named_files,
    notes_are_there,
    orphans,
    surroundings,
)
from curriculum_tools.model.config import Config, Platform
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.surroundings import Place, Presence, Surroundings
from tests.linting import guide
from tests.trees import MemoryTree

FILES = ("guides/a.md", "guides/near.md", "notes/tables.md", "src/notes/views.md")
FOUND, MISSING, OUTSIDE = Presence.FOUND, Presence.MISSING, Presence.OUTSIDE


def naming(*paths: str) -> Guide:
    lines = [f"- **Path to detailed notes**: `{path}`\n" for path in paths]
    return guide(
        "# G\n\n## 1. C\n\n" + "".join(f"### 1.{i} T\n{x}" for i, x in enumerate(lines, 1))
    )


def place(
    path: str,
    files: Iterable[str] = FILES,
    *,
    roots: tuple[str, ...] | None = None,
    folder: str = "guides",
    config_folder: str = "",
) -> Place:
    config = Config(content_roots=roots)
    around = surroundings(naming(path), config, MemoryTree(files), folder, config_folder)
    return around.notes[path]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("near.md", Place(FOUND, "guides/near.md")),
        ("notes/tables.md", Place(FOUND, "notes/tables.md")),
        ("../notes/tables.md", Place(FOUND, "notes/tables.md")),
        ("./notes//tables.md", Place(FOUND, "notes/tables.md")),
        ("notes/tables.md#rows", Place(FOUND, "notes/tables.md")),
        ("notes/table%73.md", Place(FOUND, "notes/tables.md")),
        ("notes/", Place(FOUND, "notes")),
        ("notes", Place(MISSING)),
        ("notes/tables.md/deeper.md", Place(MISSING)),
        ("Notes/tables.md", Place(Presence.OTHER_CASE, "notes/tables.md", "notes/tables.md")),
        ("notes/Tables.md#r", Place(Presence.OTHER_CASE, "notes/tables.md", "notes/tables.md#r")),
        ("notes/tables.mdx", Place(MISSING, None, "notes/tables.md")),
        ("../../notes/tables.md", Place(OUTSIDE)),
        ("../missing.md", Place(MISSING)),
        ("a/../../../x.md", Place(OUTSIDE)),
        ("/notes/tables.md", Place(OUTSIDE, None, "notes/tables.md")),
        ("/etc/passwd", Place(OUTSIDE)),
        (r"C:\notes\tables.md", Place(OUTSIDE)),
        ("c:notes/tables.md", Place(OUTSIDE)),
        (r"\\server\share\x.md", Place(OUTSIDE)),
        (r"..\..\x.md", Place(OUTSIDE)),
        (r"notes\tables.md", Place(MISSING, None, "notes/tables.md")),
        ("%2e%2e/%2E%2e/x.md", Place(OUTSIDE)),
        ("~/x.md", Place(OUTSIDE)),
        ("file:///etc/passwd", Place(OUTSIDE)),
    ],
)
def test_notes_are_looked_up_below_each_folder_up_to_the_top(path: str, expected: Place) -> None:
    assert place(path) == expected


def test_the_nearest_root_is_asked_first() -> None:
    files = ["x.md", "guides/x.md", "guides/deep/y.md"]
    assert place("x.md", files, folder="guides/deep").file == "guides/x.md"


def test_links_that_lead_out_are_not_followed() -> None:
    tree = MemoryTree(["out/secret.md", "out@", "file.md@"])
    around = surroundings(naming("out/secret.md", "file.md"), Config(), tree)
    assert {found.presence for found in around.notes.values()} == {OUTSIDE}
    assert "out" not in tree.listed


def test_a_file_in_another_root_counts_although_a_link_leads_out() -> None:
    assert place("x.md", ["guides/x.md@", "x.md"]).presence is FOUND


@pytest.mark.parametrize(
    ("roots", "path", "presence"),
    [
        (("src",), "notes/views.md", FOUND),
        (("src",), "notes/tables.md", MISSING),
        (("src", "."), "notes/tables.md", FOUND),
        (("src",), "../notes/tables.md", OUTSIDE),
        (("src",), "../src/notes/views.md", FOUND),
        (("Src",), "notes/views.md", MISSING),
        (("../elsewhere",), "notes/tables.md", OUTSIDE),
    ],
)
def test_configured_roots(roots: tuple[str, ...], path: str, presence: Presence) -> None:
    assert place(path, roots=roots).presence is presence


def test_configured_roots_start_at_the_folder_of_the_config() -> None:
    assert content_roots(Config(content_roots=("notes", "..", "../..")), "", "src") == (
        "src/notes",
        "",
    )
    assert place("views.md", roots=("notes",), config_folder="src").presence is FOUND


def test_two_names_of_other_case_leave_the_spelling_open() -> None:
    found = place("notes/X.MD", ["notes/x.md", "notes/x.MD"])
    assert (found.presence, found.spelling) == (Presence.OTHER_CASE, None)
    assert place("notes/x.MD", ["notes/x.md", "notes/x.MD"]).presence is FOUND


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    composed, decomposed = (unicodedata.normalize(form, "café.md") for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert place(composed, [decomposed]) == Place(FOUND, decomposed)
    assert place(decomposed, [composed]).presence is FOUND
    assert place("CAFÉ.md", [decomposed]).presence is Presence.OTHER_CASE


def test_a_web_address_is_no_path() -> None:
    around = surroundings(naming("https://example.org/x.md"), Config(), MemoryTree([]))
    assert around.notes == {}


def test_roots_are_shown_as_folders() -> None:
    around = surroundings(naming("x.md"), Config(), MemoryTree([]), "docs/guides")
    assert around.roots == ("docs/guides/", "docs/", ".")


def test_only_folders_on_the_way_are_asked_for() -> None:
    tree = MemoryTree([*FILES, "other/x.md"])
    paths = ["notes/tables.md", "nowhere/x.md", "../../etc/passwd", "/etc/passwd"]
    surroundings(naming(*paths), Config(), tree, "guides")
    assert set(tree.listed) == {"", "guides", "notes"}


@given(st.text(st.characters(exclude_characters="`\n\r", codec="utf-8")))
def test_no_path_does_harm(path: str) -> None:
    surroundings(naming(path, f"a/{path}", f"{path}/../.."), Config(), MemoryTree(FILES), "guides")


@pytest.mark.parametrize("path", ["a" * 10_000, "notes/" * 10_000 + "x.md", "../" * 5_000, "a\0b"])
def test_odd_paths(path: str) -> None:
    assert place(path).presence in (MISSING, OUTSIDE)


def links(text: str, files: Iterable[str], folder: str = "guides") -> Surroundings:
    return surroundings(guide(f"# Title\n\n{text}\n"), Config(), MemoryTree(files), folder)


def test_links_start_at_the_folder_of_the_guide() -> None:
    around = links("[a](near.md) [b](../notes/) [c](notes/tables.md) [d](../../x.md)", FILES)
    presences = [found.presence for found in around.links.values()]
    assert presences == [FOUND, FOUND, MISSING, OUTSIDE]


def test_the_anchors_of_linked_files_are_known_where_they_are_asked_for() -> None:
    files = {"guides/a.md": "# One\n", "guides/b.md": "# Two\n", "guides/c.py": ""}
    around = links("[a](a.md#one) [b](b.md) [c](c.py#L1) [d](d.md#x)", files)
    assert around.anchors == {"guides/a.md": {"one"}, "guides/c.py": frozenset()}


def test_the_anchors_of_notes_are_known_where_they_are_asked_for() -> None:
    files = {"n/a.md": "# Read & write\n", "n/b.md": "# Two\n", "n/c#d.md": "# Three\n"}
    named = naming("n/a.md#one", "n/b.md", "n/c#d.md")
    around = surroundings(named, Config(anchors=Platform.MKDOCS), MemoryTree(files))
    assert around.anchors["n/a.md"] == {"read-write"}
    assert "n/b.md" not in around.anchors


def test_orphans() -> None:
    tree = MemoryTree(["notes/a.md", "notes/b/c.mdx", "notes/d.png", "notes/.e/f.md", "g.md"])
    assert orphans(tree, "notes", frozenset()) == ("notes/a.md", "notes/b/c.mdx")
    assert orphans(tree, "./notes/b/..", frozenset({"notes/a.md"})) == ("notes/b/c.mdx",)
    assert orphans(tree, "../notes", frozenset()) == orphans(tree, "Notes", frozenset()) == ()


def test_named_files_are_notes_and_links() -> None:
    named = guide("# G\n\n[x](x.md)\n\n## 1. C\n\n### 1.1 T\n- *(Covered in `Y.md`)*\n")
    around = surroundings(named, Config(), MemoryTree(["x.md", "y.md", "z.md"]))
    assert named_files(around) == {"x.md", "y.md"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("notes/tables.md", True),
        ("views.md", True),
        ("notes/missing.md", False),
        ("Notes/tables.md", False),
        ("https://example.org/notes/tables.md", False),
    ],
)
def test_notes_are_there_below_any_root(path: str, expected: bool) -> None:
    assert notes_are_there(MemoryTree(FILES), ("", "src/notes"), path) is expected
