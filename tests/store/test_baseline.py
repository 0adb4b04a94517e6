"""Baseline files: what stands in them, and that old ones are read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.finding import FindingTopic
from curriculum_tools.model.report import BaselineEntry
from curriculum_tools.store.baseline import read_baseline, write_baseline
from tests.schemas import validate

ENTRIES = (
    BaselineEntry("empty-field", "a.md", "01", "the field is empty", FindingTopic("1.1", "Tables")),
    BaselineEntry("missing-title", "für alle.md", "02", "no title: “Guide”?", None),
)


def test_an_entry_can_be_read_in_review(here: Path) -> None:
    write_baseline("b.json", ENTRIES)
    text = (here / "b.json").read_text("utf-8")
    validate("baseline", text)
    assert text == snapshot("""\
{
  "version": 1,
  "findings": [
    {"path": "a.md", "rule": "empty-field", "topic": {"number": "1.1", "title": "Tables"}, "message": "the field is empty", "fingerprint": "01"},
    {"path": "für alle.md", "rule": "missing-title", "topic": null, "message": "no title: “Guide”?", "fingerprint": "02"}
  ]
}
""")  # noqa: E501
    assert read_baseline("b.json") == ENTRIES


def test_one_without_message_and_topic_is_read_too(here: Path) -> None:
    old = '{"version": 1, "findings": [{"path": "a.md", "rule": "x", "fingerprint": "01"}]}'
    validate("baseline", old)
    (here / "b.json").write_text(old)
    assert read_baseline("b.json") == (BaselineEntry("x", "a.md", "01"),)


@given(st.text(), st.text(), st.none() | st.text())
def test_whatever_a_guide_says_comes_back(
    tmp_path_factory: pytest.TempPathFactory, message: str, title: str, number: str | None
) -> None:
    path = str(tmp_path_factory.getbasetemp() / "b.json")
    entries = (BaselineEntry("x", "a.md", "01", message, FindingTopic(number, title)),)
    write_baseline(path, entries)
    assert read_baseline(path) == entries


@pytest.mark.parametrize("row", ["1", '{"path": "a.md"}', "null"])
def test_what_is_none_is_refused(here: Path, row: str) -> None:
    (here / "b.json").write_text(f'{{"version": 1, "findings": [{row}]}}')
    with pytest.raises(ConfigError, match="no baseline"):
        read_baseline("b.json")
