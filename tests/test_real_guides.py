"""What is known of the five real guides, which lie beside the repository."""

from collections import Counter

from curriculum_tools.engine.run import run_rules
from curriculum_tools.engine.selection import selected
from curriculum_tools.facts.surroundings import surroundings
from curriculum_tools.model.config import Config
from curriculum_tools.model.finding import Finding
from curriculum_tools.rules import ALL
from curriculum_tools.syntax.parse import parse
from tests.real_guides import NAMES, real_guide
from tests.trees import MemoryTree


def found(name: str, *, files_exist: bool = False) -> tuple[Finding, ...]:
    guide = parse(real_guide(name))
    notes = [notes.path for topic in guide.topics for notes in topic.notes]
    tree = MemoryTree({f"guides/{name}", *(notes if files_exist else ())})
    around = surroundings(guide, Config(), tree, "guides")
    return run_rules(guide, selected(ALL, Config()), Config(), around).findings


def lines(name: str, *rules: str) -> list[int]:
    source = real_guide(name)
    return [source.line_of(f.span.start) for f in found(name) if f.rule in rules]


def test_the_repeated_number_is_found_once_with_the_one_it_should_have() -> None:
    (finding,) = [f for f in found("004.md") if f.group == "numbering"]
    assert finding.rule == "duplicate-number"
    assert real_guide("004.md").position(finding.span.start) == (832, 5)
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == ["9.12"]


def test_the_other_guides_have_no_numbering_finding() -> None:
    for name in set(NAMES) - {"004.md"}:
        assert not [f for f in found(name) if f.group == "numbering"]


def test_the_three_questions_of_9_1_are_asked_in_2_5_already() -> None:
    assert lines("004.md", "duplicate-question") == [758, 759, 760]


def test_notes_that_do_not_exist() -> None:
    counts = Counter((name, f.rule) for name in NAMES for f in found(name) if f.group == "notes")
    assert counts == {
        ("001.md", "notes-file-not-found"): 48,
        ("003.md", "notes-file-not-found"): 87,
        ("003.md", "shared-notes"): 2,
    }


def test_no_notes_are_missing_when_the_files_are_there() -> None:
    for name in NAMES:
        rules = {f.rule for f in found(name, files_exist=True)}
        assert "notes-file-not-found" not in rules


def test_stray_backslashes_and_uneven_lists() -> None:
    assert lines("003.md", "stray-backslash") == [515, 522, 588, 711]
    assert len(lines("003.md", "inconsistent-indent")) == 13


def test_nothing_is_said_to_be_missing_from_the_topics() -> None:
    assert not [f for name in NAMES for f in found(name) if f.group in ("structure", "fields")]
