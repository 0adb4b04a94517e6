"""Which of several values wins."""

import pytest

from curriculum_tools.versions.choice import By, choose
from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import chosen, conflict, merged

DESCRIPTION = "Stretching dough."


def described(*texts: str) -> list[str]:
    """Versions with these descriptions of one topic, each different from the others."""
    return [
        changed((DESCRIPTION, text), ("## 2. Cakes", f"## {n}. Cakes"))
        for n, text in enumerate(texts, 2)
    ]


def with_notes(*fields: str) -> list[str]:
    """Versions with these notes of one topic."""
    return [changed((f"{DESCRIPTION}\n", f"{DESCRIPTION}\n{field}\n")) for field in fields]


WRITTEN = "- **Path to detailed notes**: `written.md`"
COVERED = "- *(Covered in `covered.md`)*"
PLANNED = "- *(Individual file to be created, e.g., `planned.md`)*"


class TestADeclaredOrder:
    """The newest version that has a value wins."""

    def test_the_newest(self) -> None:
        found = merged(*described("Pulling.", "Pulling.", "Folding."), in_order=True)
        assert chosen(found, "description") == ("Folding.", "newest", False)

    def test_the_newest_that_has_one(self) -> None:
        versions = described("Pulling.", "Folding.")
        without = changed((f"- **Description**: {DESCRIPTION}\n", ""), ("## 2. ", "## 9. "))
        found = merged(*versions, without, in_order=True)
        assert chosen(found, "description") == ("Folding.", "newest", False)

    def test_titles(self) -> None:
        found = merged(BAKING, changed(("Kneading", "Kneading Dough")), in_order=True)
        assert chosen(found, "title") == ("Kneading Dough", "newest", False)

    def test_title_and_front_matter_of_the_guide(self) -> None:
        newest = "---\ntitle: New\n---\n\n" + changed(("# Baking\n", "# On Baking\n"))
        found = merged("---\ntitle: Old\n---\n\n" + BAKING, newest, in_order=True)
        assert chosen(found, "guide-title") == ("On Baking", "newest", False)
        assert chosen(found, "front-matter") == ("title: New", "newest", False)
        assert found.text.startswith("---\ntitle: New\n---\n\n# On Baking\n")


class TestNoDeclaredOrder:
    """The majority wins, and a tie is open."""

    def test_the_majority(self) -> None:
        found = merged(*described("Pulling.", "Folding.", "Pulling."))
        assert chosen(found, "description") == ("Pulling.", "majority", False)

    def test_a_tie_is_open_and_goes_to_the_longest_then_the_first(self) -> None:
        found = merged(*described("B.", "A.", "Longer.", "Ponger."))
        assert chosen(found, "description") == ("Longer.", "tie", True)
        assert [option.value for option in conflict(found, "description").options] == [
            "A.",
            "B.",
            "Longer.",
            "Ponger.",
        ]

    def test_a_version_without_a_value_has_no_vote(self) -> None:
        without = changed((f"- **Description**: {DESCRIPTION}\n", ""))
        found = merged(without, BAKING)
        assert not [each for each in found.conflicts if each.kind == "description"]
        assert DESCRIPTION in found.text

    def test_names_of_sources_settle_nothing(self) -> None:
        versions = described("Pulling.", "Folding.", "Dragging.")
        texts = {merged(*order).text for order in (versions, versions[::-1])}
        assert len(texts) == 1


class TestNotes:
    """A path whose file exists, then written, covered, planned; then as everywhere."""

    @pytest.mark.parametrize("in_order", [True, False])
    @pytest.mark.parametrize(
        ("fields", "found", "winner"),
        [
            ([WRITTEN, COVERED, PLANNED], [], "written.md (written)"),
            ([PLANNED, COVERED], [], "covered.md (covered)"),
            ([COVERED, PLANNED], [], "covered.md (covered)"),
            ([WRITTEN, COVERED, PLANNED], ["covered.md"], "covered.md (covered)"),
            ([WRITTEN, PLANNED, PLANNED], ["planned.md"], "written.md (written)"),
        ],
    )
    def test_ranks(
        self, fields: list[str], found: list[str], winner: str, *, in_order: bool
    ) -> None:
        for order in (fields, fields[::-1]):
            report = merged(*with_notes(*order), in_order=in_order, found=found)
            assert chosen(report, "notes")[0] == winner

    def test_by_existence_only_where_it_made_a_difference(self) -> None:
        old, new = WRITTEN.replace("written", "old"), WRITTEN.replace("written", "new")
        versions = with_notes(old, new)
        settled = {
            tuple(there): chosen(merged(*versions, in_order=True, found=there), "notes")[1]
            for there in ([], ["old.md"], ["new.md"], ["old.md", "new.md"])
        }
        assert settled == {
            (): "newest",
            ("old.md",): "exists",
            ("new.md",): "newest",
            ("old.md", "new.md"): "newest",
        }


class TestChoose:
    """The function itself."""

    def test_only_one_value(self) -> None:
        choice = choose([(2, "x"), (0, "x"), (2, "x")], str, newest_wins=False)
        assert choice
        assert (choice.value, choice.by, choice.is_contested) == ("x", By.ONLY, False)
        assert choice.options[0].versions == (0, 2)

    def test_a_version_that_says_it_twice_counts_once(self) -> None:
        choice = choose([(0, "a"), (0, "a"), (1, "bb")], str, newest_wins=False)
        assert choice
        assert (choice.value, choice.by) == ("bb", By.TIE)

    def test_overruled(self) -> None:
        choice = choose([(0, "a"), (1, "b")], str, newest_wins=True)
        assert choice
        assert choice.overruled("a", By.DECISION).value == "a"
        new = choice.overruled("c", By.DECISION)
        assert (new.value, new.options[-1].versions, new.is_open) == ("c", (), False)
