import os
import tomllib
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from curriculum_tools.model.config import Config, Curriculum
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.finding import Severity
from curriculum_tools.store.config import Configs, place_of_name, read_config
from tests.configs import config_from_table

OF_THE_CONTRACT = """
include = ["guides/**/*.md"]
exclude = []
content-root = "auto"
notes-folder = "content/docs"
select = ["ALL"]
ignore = []
fail-level = "warning"

[[curriculum]]
versions = ["guides/versions/core.md", "guides/versions/extended.md"]
output = "guides/curriculum.md"
decisions = "guides/curriculum.decisions.yaml"

[severity]
similar-title = "warning"

[per-file-ignores]
"guides/versions/*.md" = ["notes"]

[fields]
required = "inferred"
[fields.labels]
notes = ["Path to detailed notes", "Notes"]

[front-matter]
required = false
schema = ""

[questions]
count = { min = 3, max = 8 }
"""


def refusal(toml: str, name: str = "curriculum.toml") -> str:
    Path(name).write_text(toml, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_config(name)
    return str(caught.value)


def test_every_key_of_the_contract() -> None:
    config = config_from_table(tomllib.loads(OF_THE_CONTRACT), "docs/curriculum.toml")
    assert config == Config(
        path="docs/curriculum.toml",
        folder="docs",
        include=("guides/**/*.md",),
        notes_folder="content/docs",
        severity={"similar-title": Severity.WARNING},
        per_file_ignores={"guides/versions/*.md": ("notes",)},
        labels={"notes": ("Path to detailed notes", "Notes")},
        question_count=(3, 8),
        curricula=(
            Curriculum(
                ("guides/versions/core.md", "guides/versions/extended.md"),
                "guides/curriculum.md",
                "guides/curriculum.decisions.yaml",
            ),
        ),
    )


def test_an_empty_config_is_the_default() -> None:
    assert config_from_table({}, "curriculum.toml") == Config(path="curriculum.toml")


def test_other_forms_of_a_value() -> None:
    table = {
        "content-root": ["src", "docs"],
        "fields": {"required": ["notes", "questions"]},
        "questions": {"count": {"max": 4.0}},
    }
    config = config_from_table(table, "curriculum.toml")
    assert config.content_roots == ("src", "docs")
    assert config.required_fields == frozenset({"notes", "questions"})
    assert config.question_count == (None, 4)
    assert config_from_table({"content-root": "src"}, "x").content_roots == ("src",)


@pytest.mark.usefixtures("here")
def test_what_is_wrong_is_named_with_its_line() -> None:
    assert refusal("\nselct = []\n") == snapshot("""\
curriculum.toml:2: unknown key `selct`
  did you mean `select`?\
""")
    assert refusal("xyz = []\n").startswith("curriculum.toml:1: unknown key `xyz`\n  known keys: ")
    assert refusal("[fields]\n\n\n[fields.lables]\nnotes = []\n") == snapshot("""\
curriculum.toml:4: unknown key `lables` in `fields`
  did you mean `labels`?\
""")
    assert refusal("[fields.labels]\nnote = []\n") == snapshot("""\
curriculum.toml:2: unknown key `note` in `fields.labels`
  did you mean `notes`?\
""")
    assert refusal("[[curriculum]]\nversions = ['a']\n[[curriculum]]\n") == snapshot("""\
curriculum.toml:3: item 2 of `curriculum` needs `versions`
  The versions, oldest first.\
""")
    assert refusal("[curriculum]\nversions = ['a']\n") == snapshot("""\
curriculum.toml:1: `curriculum` must be a list, not a table
  Curricula of which there are several versions, each a table [[curriculum]].\
""")
    assert refusal("[[curriculum]]\nversions = []\n") == snapshot("""\
curriculum.toml:2: `curriculum[1].versions` must have 1 or more items
  The versions, oldest first.\
""")
    assert refusal("ignore = []\ninclude = 'guides'\n") == snapshot("""\
curriculum.toml:2: `include` must be a list, not "guides"
  write it in brackets: [...]\
""")
    assert refusal("include = [\n  'guides',\n  3,\n]\n") == snapshot("""\
curriculum.toml:3: item 2 of `include` must be a text, not 3
  write it in quotes: "3"\
""")
    assert refusal("fail-level = 'errors'\n") == snapshot(
        """\
curriculum.toml:1: `fail-level` must be one of error, warning, info, not "errors"
  The least severity that makes `curriculum lint` exit with 1.\
"""
    )
    assert refusal("[severity]\nsimilar-title = 'off'\n") == snapshot(
        """\
curriculum.toml:2: `severity.similar-title` must be one of error, warning, info, not "off"
  How severe the findings of a rule are.\
"""
    )
    assert refusal("severity = 1979-05-27\n") == snapshot("""\
curriculum.toml:1: `severity` must be a table, not 1979-05-27
  How severe the findings of a rule are.\
""")
    assert refusal("content-root = ''\n") == snapshot("""\
curriculum.toml:1: `content-root` is empty
  Where notes paths start: "auto" (each folder from the guide's own upward), a folder, or several.\
""")
    assert refusal("content-root = []\n") == snapshot("""\
curriculum.toml:1: `content-root` must have 1 or more items
  Where notes paths start: "auto" (each folder from the guide's own upward), a folder, or several.\
""")
    assert refusal("content-root = ['auto']\n") == snapshot("""\
curriculum.toml:1: item 1 of `content-root` cannot be "auto"
  Where notes paths start: "auto" (each folder from the guide's own upward), a folder, or several.\
""")
    assert refusal("[fields]\nrequired = 'all'\n") == snapshot("""\
curriculum.toml:2: `fields.required` must be "inferred", not "all"
  The fields that every topic has: a list, or "inferred" from what nearly all topics have.\
""")
    assert refusal("[fields]\nrequired = ['titles']\n") == snapshot(
        """\
curriculum.toml:2: item 1 of `fields.required` must be one of description, prerequisites, notes, questions, not "titles"
  The fields that every topic has: a list, or "inferred" from what nearly all topics have.\
"""  # noqa: E501
    )
    assert refusal("[front-matter]\nrequired = 'yes'\n") == snapshot(
        """\
curriculum.toml:2: `front-matter.required` must be true or false, not "yes"
  Whether every guide has front matter.\
"""
    )
    assert refusal("[questions]\ncount = { min = 9, max = 3 }\n") == snapshot(
        "curriculum.toml:2: `questions.count` has min 9 above max 3"
    )
    assert refusal("[questions]\ncount = { min = -1 }\n") == snapshot(
        """\
curriculum.toml:2: `questions.count.min` must be 0 or more, not -1
  How many questions a topic has; min is not above max.\
"""
    )
    assert refusal("[questions]\ncount = { min = 1.5 }\n") == snapshot(
        """\
curriculum.toml:2: `questions.count.min` must be a whole number, not 1.5
  How many questions a topic has; min is not above max.\
"""
    )


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ("a = 1\nb = = 2\n", 2),
        ("a = 1\n\nb = [1,\n", 3),
        ("a = 1\na = 2\n", 2),
        ("a = 2024-02-31", 1),
    ],
)
def test_toml_that_is_none(toml: str, line: int) -> None:
    assert refusal(toml).startswith(f"curriculum.toml:{line}: no valid TOML: ")


@pytest.mark.usefixtures("here")
def test_toml_that_is_nested_too_deep() -> None:
    assert refusal("a = " + "[" * 5000) == "curriculum.toml: no valid TOML: nested too deep"


@pytest.mark.usefixtures("here")
def test_files_that_are_no_config() -> None:
    Path("latin.toml").write_bytes(b"a = 1\nb = '\xe9'\n")
    Path("folder.toml").mkdir()
    Path("link.toml").symlink_to("nowhere")
    Path("loop.toml").symlink_to("loop.toml")
    os.mkfifo("fifo.toml")
    Path("large.toml").write_text("#" * 2**20 + "\n")
    Path("pyproject.toml").write_text("[project]\n")

    def message(name: str) -> str:
        with pytest.raises(ConfigError) as caught:
            read_config(name)
        return str(caught.value)

    assert message("latin.toml") == snapshot("""\
latin.toml:2: not UTF-8
  save the file as UTF-8\
""")
    assert message("folder.toml") == snapshot("folder.toml: a folder, not a file")
    assert message("link.toml") == snapshot("link.toml: no such file or folder")
    assert message("loop.toml") == snapshot("loop.toml: too many levels of symbolic links")
    assert message("fifo.toml") == snapshot("fifo.toml: not a regular file")
    assert message("large.toml") == snapshot("large.toml: larger than 1024 KiB, which no config is")
    assert message("absent.toml") == snapshot("absent.toml: no such file or folder")
    assert message("pyproject.toml") == snapshot("""\
pyproject.toml: no table [tool.curriculum]
  add it, or name another file\
""")
    assert message("a\0b.toml") == snapshot("a\x00b.toml: embedded null byte")


def test_a_byte_order_mark_and_line_ends_of_windows_do_not_matter(here: Path) -> None:
    Path("curriculum.toml").write_bytes(b"\xef\xbb\xbfselect = ['notes']\r\n[questions]\r\n")
    assert Configs().of_folder(".").select == ("notes",)


def test_the_nearest_upward_holds(here: Path) -> None:
    Path("curriculum.toml").write_text("select = ['notes']\n")
    Path("a/b/c").mkdir(parents=True)
    Path("a/b/pyproject.toml").write_text("[tool.curriculum]\nselect = ['links']\n")
    configs = Configs()
    assert configs.of_run.path == "curriculum.toml"
    assert configs.of_folder("a").select == ("notes",)
    below = configs.of_folder("a/b/c")
    assert (below.path, below.folder, below.select) == ("a/b/pyproject.toml", "a/b", ("links",))
    assert configs.of_folder("a/b/not/there") is below
    os.chdir("a")
    above = Configs().of_run
    assert (above.path, above.folder) == ("../curriculum.toml", "..")


def test_a_named_config_holds_for_all(here: Path) -> None:
    Path("a").mkdir()
    Path("a/curriculum.toml").write_text("select = ['notes']\n")
    Path("other.toml").write_text("select = ['links']\n")
    configs = Configs("other.toml")
    assert configs.of_folder("a") is configs.of_run
    assert configs.of_run.select == ("links",)


def test_curriculum_toml_wins_over_pyproject(here: Path) -> None:
    Path("pyproject.toml").write_text("[tool.curriculum]\nselct = 1\n")
    Path("curriculum.toml").write_text("")
    assert Configs().of_folder(".").path == "curriculum.toml"


@pytest.mark.parametrize(
    "text",
    [
        "[project]\nname = 'curriculum'\n",
        "[project]\nname = = 'broken'\n",
        "[tool.ruff]\nline-length = 100\n",
        "[tool]\nruff = {}\n",
        "# [tool.curriculum]\n",
    ],
)
def test_a_pyproject_without_the_table_is_no_config(here: Path, text: str) -> None:
    Path("pyproject.toml").write_text(text)
    assert Configs().of_folder(".") == Config()


@pytest.mark.parametrize(
    "text",
    [
        "[tool.curriculum]\nselect = ['notes']\n",
        "[tool]\ncurriculum.select = ['notes']\n",
        "tool.curriculum = { select = ['notes'] }\n",
        "tool = { curriculum = { select = ['notes'] } }\n",
        "[ 'tool' . \"curriculum\" ]\nselect = ['notes']\n",
    ],
)
def test_a_pyproject_with_the_table_is_one(here: Path, text: str) -> None:
    Path("pyproject.toml").write_text(text)
    assert Configs().of_folder(".").select == ("notes",)


@pytest.mark.usefixtures("here")
def test_faults_in_a_pyproject() -> None:
    name = "pyproject.toml"
    assert refusal("[tool.curriculum.fields]\nx = 1\n", name) == snapshot("""\
pyproject.toml:2: unknown key `x` in `fields`
  known keys: labels, required\
""")
    assert refusal("[tool]\ncurriculum = 3\n", name) == snapshot(
        "pyproject.toml:2: the config must be a table, not 3"
    )
    assert refusal("[tool.curriculum]\n\nx = =\n", name).startswith(
        "pyproject.toml:3: no valid TOML"
    )


def test_the_schema_for_front_matter_is_read(here: Path) -> None:
    Path("docs/schemas").mkdir(parents=True)
    Path("docs/schemas/front.json").write_text('{"required": ["title"]}')
    Path("docs/curriculum.toml").write_text("[front-matter]\nschema = 'schemas/front.json'\n")
    assert Configs().of_folder("docs").front_matter_schema == {"required": ["title"]}


@pytest.mark.usefixtures("here")
def test_a_schema_for_front_matter_that_is_none() -> None:
    toml = "\n[front-matter]\nschema = 'front.json'\n"
    assert refusal(toml) == snapshot(
        "curriculum.toml:3: the schema front.json: no such file or folder"
    )
    Path("front.json").write_text('{"required": "title"}')
    assert refusal(toml) == snapshot(
        "front.json: no JSON Schema: 'title' is not of type 'array' in `$.required`"
    )
    Path("front.json").write_text('{\n"required": }')
    assert refusal(toml) == snapshot("front.json:2: no valid JSON: expecting value")
    Path("front.json").write_text("[]")
    assert refusal(toml) == snapshot("front.json: no JSON Schema: an object belongs here")
    Path("front.json").write_text('{"properties": {"title": {"pattern": "["}}}')
    assert refusal(toml) == snapshot(
        "front.json: no JSON Schema: '[' is not a 'regex' in `$.properties.title.pattern`"
    )
    Path("front.json").write_text('{"$schema": []}')
    assert refusal(toml) == snapshot("front.json: no JSON Schema: `$schema` must be a text")
    Path("front.json").write_text('{"not":' * 900 + "{}" + "}" * 900)
    assert "nested too deep" in refusal(toml)
    Path("front.json").write_text("[" * 100_000)
    assert refusal(toml) == "front.json: no valid JSON: nested too deep"
    Path("front.json").write_bytes(b'{"title": "\xe9"}')
    assert refusal(toml) == "front.json: no valid JSON: not UTF-8"


def test_where_a_config_names_a_rule(here: Path) -> None:
    Path("curriculum.toml").write_text(
        "select = [\n  'ALL',\n  'nots',\n]\n[severity]\nsimilar = 'info'\n"
        "[per-file-ignores]\n'a.md' = ['links', 'lnks']\n"
    )
    config = Configs().of_folder(".")
    assert place_of_name(config, "nots") == "curriculum.toml:3"
    assert place_of_name(config, "similar") == "curriculum.toml:6"
    assert place_of_name(config, "lnks") == "curriculum.toml:8"
    assert place_of_name(config, "other") == "curriculum.toml"
    Path("curriculum.toml").unlink()
    assert place_of_name(config, "nots") == "curriculum.toml"
