"""What a lint would look at."""

from collections import Counter
from pathlib import Path

import pytest

from curriculum_tools.app.lint import LintOptions
from curriculum_tools.app.lint_scope import guides_to_lint, settings_that_hold
from tests.app.on_disk import guide, write


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    names = ["a.md", "own/b.md", "own/c.md", "z/d.md"]
    write(dict.fromkeys(names, guide("Tables")))
    write({"readme.md": "# A\n", "own/curriculum.toml": 'ignore = ["notes"]\n'})
    write({"z/curriculum.toml": "", "own/lost.md": "# B\n"})
    return here


def test_guides_alone() -> None:
    paths, errors = guides_to_lint(LintOptions())
    assert (paths, errors) == (["a.md", "own/b.md", "own/c.md", "z/d.md"], [])
    paths, errors = guides_to_lint(LintOptions(("gone.md", "readme.md")))
    assert paths == ["readme.md"]
    assert [str(error) for error in errors] == ["gone.md: no such file or folder"]


def test_settings_are_those_of_the_run_or_of_what_is_named_first() -> None:
    config, others = settings_that_hold(LintOptions(ignore=("links",)))
    assert (config.path, config.ignore) == (None, ("links",))
    assert others == Counter({"own/curriculum.toml": 3, "z/curriculum.toml": 1})
    config, others = settings_that_hold(LintOptions(("own", "z"), ignore=("links",)))
    assert (config.path, config.ignore) == ("own/curriculum.toml", ("notes", "links"))
    assert others == Counter({"z/curriculum.toml": 1})
