"""Every command on whole guides: what it prints, writes and exits with is what was agreed on.

`pytest tests/contract --regenerate` writes the expected outputs anew; read them as a diff. Where
only a digest is known, `--compare=CHECKOUT` shows the first lines that are different from what
the code of another checkout puts out.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir

import jsonschema
import pytest

from tests.commands import ENVIRONMENT, ROOT, Done, curriculum, curriculum_process
from tests.contract import golden
from tests.contract.golden import Output, difference, shown
from tests.contract.table import IN_GIT, OWN, REAL, Case
from tests.real_guides import NAMES, real_guides
from tests.schemas import load

Command = Callable[..., Done]
CACHE = ".curriculum-cache"
BRANCHES = (
    ("main", (), "core"),
    ("main", (), "extended"),
    ("main", (), "index"),
    ("one", ("main~2",), "extended"),
    ("two", ("main~2",), "index"),
)
GIT_ENVIRONMENT = ENVIRONMENT | {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2024-05-31T12:00:00+02:00",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_COMMITTER_DATE": "2024-05-31T12:00:00+02:00",
}


def own_project(folder: Path) -> Path:
    """Make a project of our own guides in a folder."""
    shutil.copytree(ROOT / "guides", folder / "guides")
    for name in ("curriculum.toml", ".curriculum-baseline.json"):
        shutil.copy(ROOT / name, folder)
    return folder


def real_project(folder: Path) -> Path:
    """Make a project of the real guides in a folder."""
    source = real_guides()
    (folder / "guides").mkdir(parents=True)
    for name in NAMES:
        shutil.copyfile(source / name, folder / "guides" / name)
    return folder


def git_project(folder: Path) -> Path:
    """Make a repository whose guide was one of our own after the other, on three branches."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    for branch, after, text in BRANCHES:
        git(folder, "checkout", "--quiet", "-B", branch, *after)
        shutil.copy(ROOT / "guides" / "versions" / f"{text}.md", folder / "guide.md")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", f"Write what {text} has")
    git(folder, "checkout", "--quiet", "main")
    shutil.copy(ROOT / "guides" / "versions" / "core.md", folder / "other.md")
    return folder


def git(folder: Path, *arguments: str) -> None:
    command = ["git", "-c", "core.autocrlf=false", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=GIT_ENVIRONMENT)


def by_name(cases: tuple[Case, ...]) -> pytest.MarkDecorator:
    """Return the mark that runs a test with each case."""
    parameters = [
        pytest.param(case, id=case.name, marks=[pytest.mark.slow] * case.is_slow) for case in cases
    ]
    return pytest.mark.parametrize("case", parameters)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return own_project(tmp_path_factory.mktemp("own") / "project")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return real_project(tmp_path_factory.mktemp("real") / "project")


@pytest.fixture(scope="module")
def in_git(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return git_project(tmp_path_factory.mktemp("git") / "project")


@by_name(OWN)
@pytest.mark.slow
def test_own_guides(case: Case, own: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    assert_text_is_known(case, run(case, own), tmp_path, request)


@by_name(IN_GIT)
def test_own_guides_in_git(
    case: Case, in_git: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    output = run(case, in_git, curriculum, **GIT_ENVIRONMENT)
    assert_text_is_known(case, output, tmp_path, request)


def assert_text_is_known(
    case: Case, output: Output, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = shown(case.command, output)
    is_small = len(text.encode()) <= golden.SMALL
    if request.config.getoption("--regenerate"):
        golden.write_text(case.name, text if is_small else None)
        golden.write_digest(f"own/{case.name}", None if is_small else golden.digest(output))
    if not is_small:
        assert_digest_is_known(f"own/{case.name}", case, output, tmp_path, request)
    elif found := difference(golden.read_text(case.name), text):
        pytest.fail(f"{case.command}\n{found}", pytrace=False)


@by_name(REAL)
def test_real_guides(
    case: Case, real: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    output = run(case, real)
    if request.config.getoption("--regenerate"):
        golden.write_digest(f"real/{case.name}", golden.digest(output))
    assert_digest_is_known(f"real/{case.name}", case, output, tmp_path, request)


def test_every_expected_output_has_its_case(request: pytest.FixtureRequest) -> None:
    names = [
        *(f"own/{case.name}" for case in (*OWN, *IN_GIT)),
        *(f"real/{case.name}" for case in REAL),
    ]
    if request.config.getoption("--regenerate"):
        golden.keep_only(names)
    assert sorted(golden.names()) == sorted(names)


def run(case: Case, folder: Path, command: Command = curriculum, **environment: str) -> Output:
    """Run the command of a case in a project, and take away what it writes.

    Its JSON is as the schema says. The cache stays, so that most lints are answered from it.
    """
    before = {CACHE, *os.listdir(folder)}
    done = command(*case.command.split(), at=folder, **environment)
    files = {name: (folder / name).read_text("utf-8") for name in case.writes}
    for name in set(os.listdir(folder)) - before:
        (folder / name).unlink()
    output = golden.output_of(done, files)
    assert str(folder) not in "".join(output.values())
    if case.schema:
        jsonschema.validate(json.loads(output["stdout"]), load(case.schema))
    return output


def assert_digest_is_known(
    name: str, case: Case, output: Output, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    actual, expected = golden.digest(output), golden.read_digests().get(name, {})
    if actual == expected:
        return
    kept = Path(gettempdir()) / f"curriculum-contract-{name.replace('/', '-')}.out"
    kept.write_text(shown(case.command, output), "utf-8")
    lines = [
        case.command,
        f"the whole output: {kept}",
        difference(json.dumps(expected, indent=1), json.dumps(actual, indent=1)),
    ]
    if checkout := request.config.getoption("--compare"):
        projects = {"own/git": git_project, "own": own_project, "real": real_project}
        project = next(make for start, make in projects.items() if name.startswith(start))
        folder = project(tmp_path / "other")
        theirs = run(case, folder, curriculum_process, PYTHONPATH=str(Path(checkout).resolve()))
        lines.append(difference(shown(case.command, theirs), shown(case.command, output)))
    else:
        lines.append("the lines that differ: pytest tests/contract --compare=CHECKOUT")
    pytest.fail("\n".join(lines), pytrace=False)
