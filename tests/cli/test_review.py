"""`curriculum review` as a user meets it: a process with a page, until Ctrl-C."""

import re
import socket
import sys
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from tests.commands import curriculum
from tests.reviewed import DECISIONS, decided, reviewing, write_two

pytestmark = pytest.mark.slow  # each test starts processes

LOCAL = build_opener(ProxyHandler({}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_two(tmp_path)


def page(url: str) -> str:
    with LOCAL.open(url, timeout=60) as response:
        text: str = response.read().decode()
    return text


def press(url: str, title: str, key: str) -> str:
    """Press the button of an item, as a browser without a script does; gives the page after it."""
    article = next(each for each in page(url).split("<article")[1:] if title in each)
    form = next(each for each in article.split("<form")[1:] if f'value="{key}"' in each)
    values = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    origin = url.partition("/?")[0]
    body = urlencode(values | {"key": key}).encode()
    asked = Request(f"{origin}/answer", body, {"Origin": origin})
    with LOCAL.open(asked, timeout=60) as response:
        text: str = response.read().decode()
    return text


def test_it_serves_a_page_and_ends_with_ctrl_c(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with reviewing(folder) as review:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", review.url)
        assert "<strong>3</strong> left, 0 decided" in page(review.url)
        assert "<strong>2</strong> left, 1 decided" in press(review.url, "Kneading", "k")
        assert decided(folder) == 'keep:\n- {topic: "Kneading"}\n'
        code, said = review.interrupt()
    assert code == 0
    assert said == "open this page in a browser; Ctrl-C closes it\nclosed; 1 decided\n"
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after == before | {DECISIONS: decided(folder).encode()}


def test_quiet_says_but_the_address(folder: Path) -> None:
    with reviewing(folder, "--quiet") as review:
        page(review.url)
        assert review.interrupt() == (0, "")


@pytest.mark.parametrize(
    "paths", [["out.md"], ["."], ["old.md", "newest.md", "--oldest-first"], ["-o", "other.md"]]
)
def test_what_is_reviewed(folder: Path, paths: list[str]) -> None:
    (folder / "ours.yaml").write_text("# ours\n", encoding="utf-8")
    with reviewing(folder, *paths, "--decisions", "ours.yaml") as review:
        assert "<strong>3</strong> left" in page(review.url)
        press(review.url, "Kneading", "k")
    assert (folder / "ours.yaml").read_text("utf-8") == '# ours\nkeep:\n- {topic: "Kneading"}\n'
    assert decided(folder) == ""


def test_a_version_that_goes_is_told(folder: Path) -> None:
    with reviewing(folder) as review:
        (folder / "old.md").unlink()
        assert "out.md cannot be merged: old.md: no such file or folder" in page(review.url)
        code, said = review.interrupt()
    assert (code, "Traceback" in said) == (0, False)


def test_a_taken_port(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = curriculum("review", "--port", port, at=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    said = f"error: port {port}: address already in use\n  name another with --port\n"
    assert done.stderr.decode() == said


def test_a_port_can_be_named(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
    with reviewing(folder, "--port", port) as review:
        assert review.url.startswith(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "arguments", [["--port", "65536"], ["--port", "x"], ["none.md"], ["--config", "none.toml"]]
)
def test_what_cannot_be_used_exits_with_2(folder: Path, arguments: list[str]) -> None:
    done = curriculum("review", *arguments, at=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"rror: " in done.stderr


def test_where_nothing_is_merged_it_says_what_to_do(folder: Path) -> None:
    (folder / "curriculum.toml").unlink()
    done = curriculum("review", at=folder)
    assert (done.returncode, b"name the versions" in done.stderr) == (2, True)


def test_without_the_extra_it_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from curriculum_tools.output.report.environment import environment

    environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    done = curriculum("review", at=folder)
    environment.cache_clear()
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"a page in HTML needs more than is installed" in done.stderr
    assert b"pip install 'curriculum-tools[report]'" in done.stderr


def test_help_has_an_example(tmp_path: Path) -> None:
    done = curriculum("review", "--help", at=tmp_path)
    assert "`curriculum review --open`" in " ".join(done.stdout.decode().split())
