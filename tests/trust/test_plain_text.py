"""What a guide says is text wherever it is shown: it links to, notifies and runs nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import mistune
import pytest

from tests.commands import Done, curriculum

pytestmark = pytest.mark.slow

HOSTILE = (
    "@everyone", "me@example.org", "org/repo#5", "#12", "GH-12", "!12", "&12", "%3",
    "https://example.org/a", "HTTP://example.org", "www.example.org", "ftp://example.org",
    "mailto:me@example.org", "<b>bold</b>", "<img src=x onerror=alert(1)>", "<!-- a -->",
    "<script>alert(1)</script>", "[a](https://example.org)", "![a](x.png)", "<https://example.org>",
    "| cell | cell |", "**strong** _emphasis_ ~~gone~~ `code`", "&lt;b&gt; &#64;all", "$x$ ^y^",
    ":tada:", "\x1b[31mred\x1b]0;title\x07", "##[error]no", "##vso[task.setvariable]x",
    "::error::no",
    "```", "~~~", "--- a", "\u202egnihton", "\"><svg onload=alert(1)>", "javascript:alert(1)",
    "{{ 7 * 7 }}", "{% raw %}", "</script><script>alert(1)</script>", "\\<b>", "[x]: https://e.org",
)  # fmt: skip
#: What forges make of text by themselves, once Markdown is HTML.
LIVE = re.compile(r"(?<!\w)[@!%]\w|#\d|GH-\d|&\d|:(?=//)|www\.|:\w+:(?!\d)", re.IGNORECASE)
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|##(?=\\w*\\[)")


def guide(texts: tuple[str, ...]) -> str:
    lines = [f"# About {texts[0]}", "", f"## 1. Part {texts[0]}", ""]
    for number, text in enumerate(texts, 1):
        lines += [
            f"### 1.{number} Topic {text}", f"- **Description**: What {text} is. ",
            f"- **Path to detailed notes**: `notes/{text.replace('`', '')}.md`", "- **Questions**:",
            f"  - What is {text} for?", f"  - What is {text} for?", f"- **{text}**: unknown", "",
        ]  # fmt: skip
    return "\n".join(lines)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tuple(text for text in HOSTILE if text not in ("```", "~~~"))
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "@all <b> #1.md").write_text(guide(texts))
    newer = guide(texts).replace("is for?", "is good for?").replace("What ", "Which ")
    (tmp_path / "guides" / "www.example.org.md").write_text(newer.replace("### 1.", "### 2.", 9))
    return tmp_path


class Page(HTMLParser):
    """The text of a page, and what in it is no text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self._opaque = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self._opaque += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._opaque -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._opaque:
            self.texts.append(data)

    @property
    def addresses(self) -> Iterator[str]:
        yield from (value for name, value in self.attributes if name in ("href", "src", "action"))


FILES = ("guides/@all <b> #1.md", "guides/www.example.org.md")
REPORTS = {
    "lint": ("lint", "guides"),
    "lint by itself": ("lint", FILES[0]),
    "diff": ("diff", *FILES),
    "diff of one": ("diff", FILES[0], FILES[0]),
    "merge": ("merge", *FILES, "-o", "all <b> @me.md"),
    "merge in order": ("merge", "--oldest-first", *FILES, "-o", "all <b> @me.md"),
}


@pytest.mark.parametrize("arguments", REPORTS.values(), ids=REPORTS)
def test_markdown_reports(folder: Path, arguments: tuple[str, ...]) -> None:
    done = curriculum(*arguments, "--output-format", "markdown", at=folder)
    assert done.returncode in (0, 1), done.stderr
    text = done.stdout.decode()
    assert not RAW.search(text)
    plugins = ["table", "strikethrough", "url"]
    page = Page(str(mistune.create_markdown(escape=False, plugins=plugins)(text)))
    ours = {"h1", "h2", "h3", "h4", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
    ours |= {
        "strong",
        "br",
        "b",
        "details",
        "summary",
        "code",
        "pre",
        "em",
        "del",
        "ins",
        "blockquote",
    }
    assert page.tags <= ours
    assert not list(page.addresses)
    assert all(name in ("style", "class", "align") for name, _ in page.attributes)
    code = re.findall(r"(?s)```.*?```", text)
    for said in page.texts:
        if not any(said.strip() in block for block in code):
            assert not LIVE.search(said), said


@pytest.mark.parametrize(
    "arguments",
    [("lint", "--diff", "--unsafe-fixes", "guides"), ("renumber", "--diff", "guides")],
    ids=" ".join,
)
def test_a_patch_on_standard_output_is_harmless_and_one_in_a_file_exact(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    done = curriculum(*arguments, at=folder)
    assert done.returncode == 1, done.stderr
    assert not RAW.search(done.stdout.decode())
    curriculum(*arguments, "--output-file", "a.patch", at=folder)
    is_raw = RAW.search((folder / "a.patch").read_text()) is not None
    assert is_raw == (b"--output-file" in done.stderr)
    assert is_raw or arguments[0] == "renumber"


def test_a_usual_patch_is_the_same_everywhere(tmp_path: Path) -> None:
    (tmp_path / "guide.md").write_text(guide(("Tables", "Keys")))
    done = curriculum("lint", "--diff", at=tmp_path)
    curriculum("lint", "--diff", "--output-file", "a.patch", at=tmp_path)
    assert (tmp_path / "a.patch").read_bytes() == done.stdout
    assert b"--output-file" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [("report", "guides"), ("report", *FILES)], ids=["folder", "files"]
)
def test_pages(folder: Path, arguments: tuple[str, ...]) -> None:
    assert_harmless(curriculum(*arguments, at=folder))


def test_pages_of_a_curriculum(folder: Path) -> None:
    listed = ", ".join(f'"{name}"' for name in FILES)
    config = f'[[curriculum]]\nversions = [{listed}]\noutput = "all.md"\n'
    (folder / "curriculum.toml").write_text(config)
    assert_harmless(curriculum("report", at=folder))


def test_the_review_page(folder: Path) -> None:
    from contextlib import chdir

    from curriculum_tools.app.deciding import deciding
    from curriculum_tools.app.merge_tasks import MergeOptions
    from curriculum_tools.app.review import Review
    from curriculum_tools.store.local_server import Request

    with chdir(folder):
        review = Review(deciding(MergeOptions(FILES, "all.md"), None), "token")
        response = review.respond(Request("GET", "/", {}))
    assert_harmless(Done(0, response.body.encode(), b""))


def assert_harmless(done: Done) -> None:
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    page = Page(text)
    assert not page.tags & {"img", "b", "iframe", "object", "x"}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert all(re.match(r"(#|/|\?|report|guides/|notes/|$)", each) for each in page.addresses), [
        *page.addresses
    ]
