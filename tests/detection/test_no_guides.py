"""Pages of every day that are no guides, though lines of them recur and some ask."""

import pytest

from curriculum_tools.app.guides import is_guide, may_be_guide, parse_text
from curriculum_tools.model.config import Config
from curriculum_tools.model.source import Source
from tests.detection.writing import headings

_ASKING = [f"What does the {part} do?" for part in ("pump", "valve", "hose", "tank", "seal")]
_NOT = [f"The {part}" for part in ("pump", "valve", "hose", "tank", "seal", "drain", "float")]
_STEPS = [f"Create a {part}" for part in ("bucket", "user", "role", "key", "rule", "job", "log")]

PAGES = {
    "few that ask": headings(_ASKING),
    "some that ask among others": headings([*_ASKING, *_ASKING[:3], *_NOT]),
    "steps of a tutorial": headings([*_STEPS, "Build it", "Write a test"]),
    "how it works": headings([f"How {each} works" for each in "abcdefghij"]),
    "numbered chapters": headings([f"{n}. Part {n}" for n in range(1, 15)]),
    "changes": "# Changes\n\n" + "".join(f"## 1.{n}.0\n\n- Was fixed.\n" for n in range(12)),
    "things to do": headings(_NOT + _NOT[:2], "- [ ] buy it\n- [ ] fix it"),
    "things that are done": headings(_NOT + _STEPS, "- [x] bought\n- [x] fixed"),
    "clauses": "# Rules\n\n" + "".join(f"- When it is {n}, it stops\n" for n in range(12)),
    "contents": (
        "# Help\n\n"
        + "".join(f"- [Why {n}?](#w{n})\n" for n in range(12))
        + "".join(f'\n<h3 name="w{n}">Why {n}?</h3>\n\nSo.\n' for n in range(12))
    ),
    "contents of other pages": "# Help\n\n" + "".join(f"- [Why?](p{n}.md#w)\n" for n in range(12)),
    "one label of fields": headings(_NOT) + "\n- **Questions:** ask us\n",
    "bold tips": "# Tips\n\n" + "".join(f"**Tip:** dry it {n} times.\n\n" for n in range(12)),
    "folded logs": "# Runs\n\n"
    + "".join(f"<details><summary>Log {n}</summary>\n\nok\n\n</details>\n" for n in range(12)),
    "in a fence": "# Page\n\n````\n" + headings([*_ASKING, *_ASKING, *_ASKING]) + "````\n",
    "the same title again": headings(["What is new?"] * 12),
    "prose that asks": "# Talk\n\n" + "Who was it? Nobody knows.\n\n" * 12,
    "nothing": "",
}


@pytest.mark.parametrize("name", PAGES)
def test_no_guide(name: str) -> None:
    assert not is_guide(parse_text(Source("page.md", PAGES[name]), Config()))


@pytest.mark.parametrize(
    "content",
    [
        *("\0\1\2" * 50, "\ufeff", "# A\r\n## Why?\r" * 3, "x" * 1_000_000, "?" * 200_000),
        *("## " + "why? " * 40_000, "- [x" * 5_000, "**" * 50_000, "<details>" * 2_000),
    ],
)
def test_what_is_broken_is_no_guide(content: str) -> None:
    source = Source("page.md", content)
    may_be_guide(source, Config())
    assert not is_guide(parse_text(source, Config()))


@pytest.mark.slow
def test_many_headings_are_read_in_time_that_grows_with_them() -> None:
    from time import process_time

    spent = []
    for count in (1_000, 8_000):
        text = headings([f"What is part {n} of it?" for n in range(count)])
        begin = process_time()
        assert len(parse_text(Source("page.md", text), Config()).questions) == count
        spent.append(process_time() - begin)
    assert spent[1] < 24 * spent[0]  # eight times as many, three times the noise
