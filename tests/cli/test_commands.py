"""The command as a user meets it: what it prints, where, and how it exits."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from curriculum_tools.output.formats import LINT
from tests.commands import UNMEASURED, curriculum, curriculum_process
from tests.schemas import load

GUIDE = """# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Rows of one shape.
- **Questions**:
  - What are the benefits of a narrow table?

### 1.1 Indexes
- **Description**: Rows found without reading all of them.
- **Questions**:
  - What are the advantages of a narrow table?

### 1.3 Locks
- **Description**: Who may write, and when.
- **Questions**:
  - When does a lock wait for another?
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.md").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "readme.md").write_text("# Not a guide\n\nProse.\n", encoding="utf-8")
    return tmp_path


def test_without_config_and_arguments_it_lints_what_is_below(folder: Path) -> None:
    done = curriculum("lint", "--output-format", "concise", at=folder)
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in done.stdout.decode().splitlines()] == [
        "error[duplicate-number] topic number 1.1 is already used on line 5",
        "warning[near-duplicate-question] this question asks the same as the one on line 8",
    ]


def test_the_text_shows_the_place_and_what_it_should_be(folder: Path) -> None:
    text = curriculum("lint", at=folder).stdout.decode()
    assert "guide.md:10:5 error[duplicate-number]" in text
    assert "should be 1.2: it stands between 1.1 and 1.3" in text
    assert "\x1b[" not in text


def test_colour_can_be_asked_for_and_refused(folder: Path) -> None:
    assert b"\x1b[" in curriculum("lint", "--color", "always", at=folder).stdout
    assert b"\x1b[" in curriculum("lint", at=folder, FORCE_COLOR="1").stdout
    assert b"\x1b[" not in curriculum("lint", at=folder, FORCE_COLOR="1", NO_COLOR="1").stdout


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        (["lint", "--output-format", "json", "--exit-zero"], "lint"),
        (["parse", "guide.md"], "guide"),
        (["duplicates", "--output-format", "json"], "duplicates"),
    ],
)
def test_json_is_what_its_schema_says(folder: Path, arguments: list[str], schema: str) -> None:
    done = curriculum(*arguments, at=folder)
    assert done.returncode == 0, done.stderr
    jsonschema.validate(json.loads(done.stdout), load(schema))


@pytest.mark.parametrize("name", LINT)
def test_no_guide_and_no_path_can_forge_a_line(folder: Path, name: str) -> None:
    forged = "::error::forged"
    title = f"### 1.1 {forged} ##[error]forged ##vso[task.x]forged \x1b[2K\u2028{forged}"
    (folder / f"{forged}.md").write_text(f"{GUIDE}\n{title}\n", encoding="utf-8")
    done = curriculum("lint", "--output-format", name, at=folder)
    assert done.returncode == 1, done.stderr
    for line in done.stdout.decode().split("\n"):
        assert not re.match(r"\s*::error::", line)
        assert not re.search(r"##\w*\[|\x1b|\u2028", line)


def test_what_a_baseline_hides_stays_in_sarif_alone(folder: Path) -> None:
    curriculum("lint", "--write-baseline", "b.json", at=folder)
    (folder / "guide.md").write_text(f"A line.\n\n{GUIDE}", encoding="utf-8")
    options = ["lint", "--baseline", "b.json", "--output-format"]
    log = json.loads(curriculum(*options, "sarif", at=folder).stdout)
    results = log["runs"][0]["results"]
    assert [result["baselineState"] for result in results] == ["unchanged", "unchanged"]
    assert json.loads(curriculum(*options, "gitlab", at=folder).stdout) == []


def test_statistics_stand_for_the_findings(folder: Path) -> None:
    done = curriculum("lint", "--statistics", at=folder)
    assert done.returncode == 1
    assert done.stdout.decode().splitlines()[:2] == [
        "1  error    duplicate-number         1 fixable",
        "1  warning  near-duplicate-question",
    ]
    done = curriculum("lint", "--statistics", "--output-format", "json", at=folder)
    jsonschema.validate(json.loads(done.stdout), load("lint"))


def test_statistics_have_a_line_for_each_severity_that_is_found(folder: Path) -> None:
    question = "  - When does a lock wait for another?\n"
    alike = (
        "  - What are the gains of a narrow table?\n  - When does a lock wait on another lock?\n"
    )
    (folder / "guide.md").write_text(GUIDE.replace(question, question + alike), encoding="utf-8")
    rows = json.loads(
        curriculum("lint", "--statistics", "--output-format", "json", at=folder).stdout
    )["statistics"]
    listed = curriculum("lint", "--output-format", "json", at=folder).stdout
    found = Counter((f["rule"], f["severity"]) for f in json.loads(listed)["findings"])
    assert {(row["rule"], row["severity"]): row["count"] for row in rows} == found
    assert len([row for row in rows if row["rule"] == "near-duplicate-question"]) == 2


def test_quiet_prints_a_line_a_finding(folder: Path) -> None:
    quiet = curriculum("lint", "--quiet", at=folder)
    assert quiet.returncode == 1
    assert quiet.stdout == curriculum("lint", "--output-format", "concise", at=folder).stdout
    assert len(quiet.stdout.splitlines()) == 2
    assert quiet.stderr == b""


@pytest.mark.slow
def test_two_runs_print_the_same_whatever_the_hash_seed(folder: Path) -> None:
    (folder / "other.md").write_text(GUIDE.replace("1.3", "1.5"), encoding="utf-8")
    for command in ("lint", "duplicates"):
        outputs = {
            curriculum_process(command, *order, at=folder, PYTHONHASHSEED=seed).stdout
            for seed in ("1", "2")
            for order in (["guide.md", "other.md"], ["other.md", "guide.md"])
        }
        assert len(outputs) == 1


def test_standard_input_has_a_name(folder: Path) -> None:
    done = curriculum(
        "lint", "-", "--stdin-filename", "x.md", "--output-format", "concise",
        at=folder, stdin=GUIDE.encode(),
    )  # fmt: skip
    assert done.stdout.startswith(b"x.md:10:5")


def test_a_file_named_is_linted_even_if_excluded_unless_forced(folder: Path) -> None:
    (folder / "curriculum.toml").write_text('exclude = ["guide.md"]\n', encoding="utf-8")
    assert curriculum("lint", "guide.md", at=folder).returncode == 1
    assert curriculum("lint", "--force-exclude", "guide.md", at=folder).returncode == 0


def test_a_baseline_accepts_todays_findings_and_no_new_one(folder: Path) -> None:
    assert curriculum("lint", "--write-baseline", "b.json", at=folder).returncode == 0
    assert curriculum("lint", "--baseline", "b.json", at=folder).returncode == 0
    baseline = json.loads((folder / "b.json").read_text("utf-8"))
    jsonschema.validate(baseline, load("baseline"))
    assert baseline["findings"][0]["message"] == "topic number 1.1 is already used on line 5"
    assert baseline["findings"][0]["topic"] == {"number": "1.1", "title": "Indexes"}
    worse = GUIDE.replace("### 1.3 Locks", "### 1.5 Locks")
    (folder / "guide.md").write_text(f"A line.\n\n{worse}", encoding="utf-8")
    done = curriculum("lint", "--baseline", "b.json", "--output-format", "concise", at=folder)
    assert [line.split("[")[1].split("]")[0] for line in done.stdout.decode().splitlines()] == [
        "skipped-number"
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lint", "nowhere.md"], "nowhere.md"),
        (["lint", "--select", "duplicate-nubmer"], "did you mean duplicate-number?"),
        (["lint", "--no-such-flag"], "No such option"),
        (["lint", "--statistics", "--output-format", "junit"], "text, concise and json"),
        (["lnit"], "Did you mean 'lint'?"),
        (["parse", "."], "folder"),
        (["rules", "duplicate-nubmer"], "did you mean duplicate-number?"),
        (["lint", "--baseline", "guide.md"], "no baseline"),
        (["duplicates", "--pairs", "guide.md"], "guide.md:1"),
    ],
)
def test_wrong_usage_exits_2_and_says_what_to_do(
    folder: Path, arguments: list[str], said: str
) -> None:
    done = curriculum(*arguments, at=folder)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_config_with_a_fault_names_the_line_and_the_nearest_key(folder: Path) -> None:
    (folder / "curriculum.toml").write_text('fail-level = "error"\nslect = []\n', encoding="utf-8")
    done = curriculum("lint", at=folder)
    assert done.returncode == 2
    assert "curriculum.toml:2" in done.stderr.decode()
    assert "select" in done.stderr.decode()


def test_one_unreadable_path_does_not_stop_the_others(folder: Path) -> None:
    done = curriculum("lint", "guide.md", "nowhere.md", "--output-format", "concise", at=folder)
    assert done.returncode == 2
    assert b"guide.md:10:5" in done.stdout


def test_a_ruling_is_not_asked_again(folder: Path) -> None:
    ruling = (
        "different-questions:\n"
        "- questions:\n"
        "  - what are the benefits of a narrow table\n"
        "  - What are the advantages of a narrow table?\n"
        "  reason: the second is about reading\n"
        "- questions: [one that is gone, another]\n"
    )
    (folder / "curriculum.decisions.yaml").write_text(ruling, encoding="utf-8")
    done = curriculum("duplicates", at=folder)
    assert "narrow" not in done.stdout.decode()
    assert "curriculum.decisions.yaml:6" in done.stdout.decode()
    assert b"near-duplicate" not in curriculum("lint", at=folder).stdout


def test_given_pairs_are_judged_in_their_order(folder: Path) -> None:
    pairs = [("What is a lock?", "What is a lock"), ("What is a lock?", "Bake a loaf.")]
    lines = "".join(json.dumps({"a": a, "b": b}) + "\n" for a, b in pairs)
    done = curriculum("duplicates", "--pairs", "-", at=folder, stdin=lines.encode())
    verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    assert verdicts == ["same", "different"]


def test_init_writes_a_config_that_lint_accepts(folder: Path) -> None:
    assert curriculum("init", at=folder).returncode == 0
    assert curriculum("lint", at=folder).returncode == 1
    assert curriculum("init", at=folder).returncode == 2


def test_importing_the_command_line_is_cheap() -> None:
    heavy = {"markdown_it", "yaml", "jsonschema", "networkx", "multiprocessing", "subprocess"}
    code = "import sys, curriculum_tools.cli.main; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, env=UNMEASURED)
    assert not heavy & set(done.stdout.decode().split())


@pytest.mark.parametrize(
    ("prerequisites", "heavy"), [("", set()), ("1.1", set()), ("1.2", {"networkx"})]
)
def test_lint_of_a_common_guide_needs_no_library_but_networkx_for_a_cycle(
    tmp_path: Path, prerequisites: str, heavy: set[str]
) -> None:
    topics = f"### 1.1 Rows & Tables\n\n### 1.2 Indexes\n- **Prerequisites**: {prerequisites}\n"
    front = "---\ntitle: Databases\n---\n"
    (tmp_path / "guide.md").write_text(f"{front}# Databases\n\n## 1. Storage\n\n{topics}")
    code = (
        "import sys; from curriculum_tools.cli.main import run; run(['lint', 'guide.md']);"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=tmp_path
    )
    libraries = {"markdown_it", "yaml", "jsonschema", "networkx"}
    assert libraries & set(done.stdout.decode().split()) == heavy
