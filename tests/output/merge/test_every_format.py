"""What holds for every format of `curriculum merge`, whatever the versions say."""

from textwrap import dedent

import pytest

from curriculum_tools.output.formats import MERGE
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.versions.merge.result import MergeReport, State
from tests.schemas import validate
from tests.versions.merge.merging import merge_versions
from tests.versions.told import told

GUIDE = """\
    # {title}

    ## 1. {title}

    ### 1.1 {title}
    - **Description**: {text}
    - **Questions**:
      - What is {title}?
    """
TITLES = ["Tables", "::error::x", "##[error]x", "a\x1b[2Kb", "a\u202eb", "`a` <b> @c #1", "a | b"]


def report(title: str) -> MergeReport:
    """Merge two versions that do not agree, so that there is something to decide."""
    texts = [GUIDE.format(title=title, text=text) for text in (f"Rows of {title}.", "Columns.")]
    names = (f"{title}.md", f"later {title}.md")
    versions = [told(dedent(text), name) for text, name in zip(texts, names, strict=True)]
    path = f"{title} merged"
    merged = merge_versions(versions)
    return MergeReport(merged, f"{path}.md", f"{path}.lock.json", f"{path}.yaml", State.WROTE)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("name", MERGE)
def test_nothing_harmful_comes_out(name: str, title: str) -> None:
    made = report(title)
    assert not made.merged.is_settled
    for style in (Style(40), Style(verbose=True)):
        text = "".join(MERGE[name].render(made, style))
        assert text.endswith("\n")
        for line in text.split("\n"):
            assert sanitize(line) == line


def test_json_holds_to_the_schema() -> None:
    text = "".join(MERGE["json"].render(report("Tables"), Style()))
    (conflict,) = validate("merge", text)["conflicts"]
    assert conflict["kind"] == "description"
    assert conflict["open"]


def test_the_lines_to_paste_are_the_same_in_text_and_markdown() -> None:
    text, markdown = (
        "".join(MERGE[name].render(report("Tables"), Style())) for name in ("text", "markdown")
    )
    pasted = dedent(text.partition("what you agree with:\n\n")[2].rpartition("    (")[0])
    assert pasted == markdown.partition("```yaml\n")[2].removesuffix("```\n")
    assert pasted.startswith("description:\n- {topic: ")
