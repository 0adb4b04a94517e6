"""`curriculum index` as a user meets it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.commands import curriculum
from tests.real_guides import real_guides
from tests.schemas import load
from tests.sites import build_with_mkdocs

OLD = """# Old databases

## 3. Storage

### 3.1 Tables and rows
- **Description**: Rows of one shape.
- *(Individual file to be created, e.g., `content/docs/storage/tables.md`)*
- **Questions**:
  - What does a narrow table cost?

### 3.3 Locks
- **Description**: Who may write, and when.
- *(Covered in `content/docs/storage/tables.md`)*
"""
NEW = """# Databases

## 1. Storage: "how" #1

### 1.1 Tables and rows
- **Description**: Rows of one shape.
- **Path to detailed notes**: `content/docs/storage/tables.md`
- **Questions**:
  - What does a narrow table cost?

### 1.2 [Indexes] & <trees>
- **Description**: Rows found without reading all of them.
- **Path to detailed notes**: `content/docs/storage/index trees.md`

### 1.3 Views
- **Description**: Queries with a name.
- **Path to detailed notes**: `content/docs/views.md`
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "guides" / "old.md", OLD)
    write(tmp_path / "guides" / "new.md", NEW)
    write(tmp_path / "guides" / "content" / "docs" / "storage" / "tables.md", "# Tables\n")
    write(tmp_path / "guides" / "content" / "docs" / "storage" / "index trees.md", "# Trees\n")
    write(
        tmp_path / "curriculum.toml",
        'include = ["guides/*.md"]\n'
        'notes-folder = "guides/content/docs"\n'
        "[[curriculum]]\n"
        'versions = ["guides/old.md", "guides/new.md"]\n',
    )
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def index(*arguments: str, at: Path) -> str:
    done = curriculum("index", *arguments, at=at)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def index_json(*arguments: str, at: Path) -> Any:
    found = json.loads(index("--output-format", "json", *arguments, at=at))
    jsonschema.validate(found, load("index"))
    return found


def topics(found: Any) -> list[tuple[str, str]]:
    return [
        (topic["number"], topic["title"])
        for chapter in found["chapters"]
        for topic in chapter["topics"]
    ]


def test_without_paths_it_is_the_declared_curriculum_under_its_merged_numbers(folder: Path) -> None:
    found = index_json(at=folder)
    assert found["title"] == "Databases"
    assert topics(found) == [
        ("1.1", "Tables and rows"),
        ("1.2", "[Indexes] & <trees>"),
        ("1.3", "Views"),
        ("1.4", "Locks"),
    ]
    assert found["coverage"] == {
        "topics": 4, "written": 3, "planned": 0, "covered": 1, "none": 0, "not_found": 1,
    }  # fmt: skip
    assert found["chapters"][0]["topics"][0]["from"] == [
        {"path": "guides/new.md", "number": "1.1", "line": 5},
        {"path": "guides/old.md", "number": "3.1", "line": 5},
    ]


def test_a_declared_curriculum_is_indexed_as_merge_would_write_it(folder: Path) -> None:
    settings = (folder / "curriculum.toml").read_text("utf-8")
    write(folder / "curriculum.toml", settings + 'output = "curriculum.md"\n')
    before = index_json(at=folder)
    assert curriculum("merge", at=folder).returncode == 0
    assert index_json(at=folder) == before
    merged = folder / "curriculum.md"
    write(merged, merged.read_text("utf-8").replace(" Views\n", " Views by hand\n"))
    edited = index_json(at=folder)
    assert topics(edited) == topics(index_json("curriculum.md", at=folder))
    view = next(
        topic
        for chapter in edited["chapters"]
        for topic in chapter["topics"]
        if topic["title"] == "Views by hand"
    )
    assert view["from"][0]["path"] == "guides/new.md"


def test_rulings_hold(folder: Path) -> None:
    ruling = "drop: [{topic: Locks, reason: another subject}]\n"
    write(folder / "curriculum.decisions.yaml", ruling)
    assert ("1.4", "Locks") not in topics(index_json(at=folder))


def test_one_guide_keeps_its_own_numbers(folder: Path) -> None:
    found = index_json("guides/old.md", at=folder)
    assert topics(found) == [("3.1", "Tables and rows"), ("3.3", "Locks")]
    planned = found["chapters"][0]["topics"][0]["notes"]
    assert planned == [
        {"path": "content/docs/storage/tables.md", "status": "planned", "found": True}
    ]


def test_the_order_of_paths_matters_only_where_it_is_said_to(folder: Path) -> None:
    one, other = ["guides/old.md", "guides/new.md"], ["guides/new.md", "guides/old.md"]
    assert index(*one, at=folder) == index(*other, at=folder)
    newest_last = index_json("--oldest-first", *one, at=folder)
    newest_first = index_json("--oldest-first", *other, at=folder)
    assert (newest_last["title"], newest_first["title"]) == ("Databases", "Old databases")


def test_notes_are_found_where_the_linter_finds_them(folder: Path) -> None:
    lint = curriculum(
        "lint", "--select", "notes-file-not-found", "--output-format", "json", at=folder
    )
    missing = {finding["message"].split()[0] for finding in json.loads(lint.stdout)["findings"]}
    not_found = {
        notes["path"]
        for chapter in index_json(at=folder)["chapters"]
        for topic in chapter["topics"]
        for notes in topic["notes"]
        if not notes["found"]
    }
    assert not_found == missing == {"content/docs/views.md"}


def test_a_path_starts_at_the_guide_that_names_it(folder: Path) -> None:
    for name, subject in (("a", "Tables"), ("b", "Soup")):
        notes = f"- **Path to detailed notes**: `{subject}.md`"
        write(
            folder / name / "guide.md", f"## 1. {subject}\n\n### 1.1 {subject} at length\n{notes}\n"
        )
    write(folder / "a" / "Tables.md", "# Tables\n")
    write(folder / "a" / "Soup.md", "# Not where b looks\n")
    chapters = index_json("a/guide.md", "b/guide.md", at=folder)["chapters"]
    assert {
        chapter["title"]: chapter["topics"][0]["notes"][0]["found"] for chapter in chapters
    } == {"Tables": True, "Soup": False}


def test_links_start_where_the_index_stands(folder: Path) -> None:
    assert "[Tables and rows](guides/content/docs/storage/tables.md)" in index(at=folder)
    index("--output-file", "guides/content/index.md", at=folder)
    page = (folder / "guides" / "content" / "index.md").read_text("utf-8")
    assert "[Tables and rows](docs/storage/tables.md)" in page
    assert r"[\[Indexes\] \& \<trees\>](docs/storage/index%20trees.md)" in page
    assert "written, but not found: content/docs/views.md" in page


def test_check_tells_whether_the_file_is_fresh_and_writes_nothing(folder: Path) -> None:
    page = folder / "index.md"
    for text, code in ((None, 1), ("# Databases\n", 1), (index(at=folder), 0)):
        if text is not None:
            write(page, text)
        done = curriculum("index", "--check", "--output-file", "index.md", at=folder)
        assert done.returncode == code
        assert done.stderr.decode() == ("out of date: index.md\n" if code else "")
        assert (page.read_text("utf-8") if page.exists() else None) == text


def test_mkdocs_builds_the_navigation_strictly(folder: Path) -> None:
    navigation = index("--output-format", "mkdocs", at=folder)
    assert yaml.safe_load(navigation)["nav"][0]['1. Storage: "how" #1'][1] == {
        "1.2 [Indexes] &amp; &lt;trees&gt;": "storage/index trees.md"
    }
    settings = f"site_name: Databases\ndocs_dir: guides/content/docs\n{navigation}"
    write(folder / "mkdocs.yml", settings)
    assert "not included in the" not in build_with_mkdocs(folder)
    page = (folder / "site" / "storage" / "index trees" / "index.html").read_text("utf-8")
    assert "<title>1.2 [Indexes] &amp; &lt;trees&gt; - Databases</title>" in page


def test_fumadocs_gets_a_file_for_each_folder_and_keeps_what_it_says(folder: Path) -> None:
    printed = json.loads(index("--output-format", "fumadocs", at=folder))
    jsonschema.validate(printed, load("fumadocs"))
    assert {path: meta["pages"] for path, meta in printed.items()} == {
        "meta.json": ["storage"],
        "storage/meta.json": ["tables", "index trees"],
    }
    write(folder / "site" / "storage" / "meta.json", '{"icon": "disk", "pages": ["old"]}')
    index("--output-format", "fumadocs", "--output-dir", "site", at=folder)
    written = {
        path.relative_to(folder / "site").as_posix(): json.loads(path.read_text("utf-8"))
        for path in (folder / "site").rglob("*.json")
    }
    assert written["meta.json"] == printed["meta.json"]
    assert written["storage/meta.json"] == {**printed["storage/meta.json"], "icon": "disk"}


def test_fumadocs_shows_pages_that_no_topic_names_too(folder: Path) -> None:
    notes = folder / "guides" / "content" / "docs"
    write(notes / "storage" / "more.mdx", "# More\n")
    write(notes / "storage" / "data.ipynb", "{}")
    write(notes / "index.mdx", "# Welcome\n")
    printed = json.loads(index("--output-format", "fumadocs", at=folder))
    assert {path: meta["pages"] for path, meta in printed.items()} == {
        "meta.json": ["index", "storage"],
        "storage/meta.json": ["tables", "index trees", "..."],
    }


def test_the_folder_of_the_notes_is_guessed_from_all_paths(folder: Path) -> None:
    write(folder / "curriculum.toml", 'include = ["guides/*.md"]\n')
    navigation = index("--output-format", "mkdocs", "guides/new.md", at=folder)
    assert navigation.startswith("# docs_dir: guides/content/docs\n")
    assert yaml.safe_load(navigation)["nav"][0]['1. Storage: "how" #1'][0] == {
        "1.1 Tables and rows": "storage/tables.md"
    }


def test_a_folder_of_notes_may_be_a_link(folder: Path) -> None:
    (folder / "guides" / "content").rename(folder / "shared")
    (folder / "guides" / "content").mkdir()
    (folder / "guides" / "content" / "docs").symlink_to(folder / "shared" / "docs")
    assert '"storage/tables.md"' in index("--output-format", "mkdocs", at=folder)


def test_fumadocs_writes_nothing_outside_the_folder(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "elsewhere").mkdir()
    (folder / "site" / "storage").symlink_to(folder / "elsewhere")
    done = curriculum("index", "--output-format", "fumadocs", "--output-dir", "site", at=folder)
    assert done.returncode == 2
    assert b"leads out of site" in done.stderr
    assert not list((folder / "elsewhere").iterdir())
    assert not (folder / "site" / "meta.json").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.md"], "nowhere.md"),
        (["guides/content"], "no guides here"),
        (["--output-format", "html"], "Invalid value"),
        (["--output-dir", "site"], "--output-dir goes with --output-format fumadocs"),
        (["--oldest-first"], "--oldest-first needs the guides"),
        (["--check"], "--check needs --output-file"),
        (
            ["--output-format", "fumadocs", "--output-dir", "a", "--output-file", "b"],
            "cannot be given together",
        ),
    ],
)
def test_wrong_usage_exits_2_and_says_what_to_do(
    folder: Path, arguments: list[str], said: str
) -> None:
    done = curriculum("index", *arguments, at=folder)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not done.stdout


def test_a_broken_meta_file_is_named(folder: Path) -> None:
    write(folder / "site" / "meta.json", "{")
    done = curriculum("index", "--output-format", "fumadocs", "--output-dir", "site", at=folder)
    assert done.returncode == 2
    assert b"site/meta.json: no JSON object" in done.stderr


def test_several_curricula_have_no_one_index(folder: Path) -> None:
    settings = '[[curriculum]]\nversions = ["guides/old.md"]\n' * 2
    write(folder / "curriculum.toml", settings)
    done = curriculum("index", at=folder)
    assert done.returncode == 2
    assert b"2 curricula are declared" in done.stderr


def test_what_a_navigation_leaves_out_is_said(folder: Path) -> None:
    text = NEW.replace("content/docs/views.md", "content/docs/storage/tables.md")
    write(folder / "guides" / "new.md", text)
    done = curriculum("index", "--output-format", "mkdocs", at=folder)
    assert done.stdout.decode().count("storage/tables.md") == 1
    assert b"an earlier topic has the same page" in done.stderr
    quiet = curriculum("index", "--output-format", "mkdocs", "-q", at=folder)
    assert (quiet.stdout, quiet.stderr) == (done.stdout, b"")


def test_the_coverage_of_the_real_guides(tmp_path: Path) -> None:
    guides = real_guides()
    for name in ("001.md", "003.md"):
        (tmp_path / name).write_bytes((guides / name).read_bytes())
    assert index_json("001.md", at=tmp_path)["coverage"] == {
        "topics": 87, "written": 46, "planned": 39, "covered": 2, "none": 0, "not_found": 48,
    }  # fmt: skip
    assert index_json("003.md", at=tmp_path)["coverage"] == {
        "topics": 87, "written": 87, "planned": 0, "covered": 0, "none": 0, "not_found": 87,
    }  # fmt: skip
    both = index_json("--oldest-first", "001.md", "003.md", at=tmp_path)
    assert len(topics(both)) == 87
    assert both["coverage"]["written"] == 87
