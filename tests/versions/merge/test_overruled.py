"""News under rulings: what versions change of what was ruled on is asked about."""

import pytest

from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Conflict, Merged
from curriculum_tools.versions.version import Versions
from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import OUTPUT, rulings
from tests.versions.told import told

RULINGS = {
    "title: [{topic: Kneading, title: Dough}]": ("Kneading\n", "Kneading by Hand\n"),
    "title: [{chapter: Cakes, title: Sweets}]": ("Cakes\n", "Cakes and Tarts\n"),
    "title: [{guide: true, title: Ovens}]": ("# Baking", "# On Baking"),
    "description: [{topic: Kneading, text: By hand.}]": ("Stretching dough.", "Pulling dough."),
    "from: [{topic: Kneading, field: description, from: a.md}]": ("Stretching", "Pulling"),
    "notes: [{topic: Proving, path: b.md, status: planned}]": (
        "- **Description**: Letting",
        "- **Path to detailed notes**: `p.md`\n- **Description**: Letting",
    ),
}


def merge_again(
    old: str, new: str, decisions: str, known: Merged | None = None, name: str = "b.md"
) -> Merged:
    """Merge two versions, knowing what was said when the rulings of another merge were made."""
    versions = Versions((told(old, "a.md"), told(new, name)), in_order=True)
    overruled = {each.ruling: each.said for each in known.overruled} if known else {}
    decided = Decided(rulings(decisions), overruled=overruled)
    return merge(versions, OUTPUT, lambda _: False, decided)


#: A version before it, which says the same where it is ruled on.
OLDER = changed(("Why does a sponge fall?", "Why do sponges fall?"))


def news(found: Merged) -> list[Conflict]:
    return [each for each in found.open_conflicts if each.ruled is not None]


@pytest.mark.parametrize(("decisions", "change"), RULINGS.items())
class TestChangedUnderRuling:
    """The ruling holds, and is asked about until it is confirmed or taken back."""

    def test_it_is_open_with_what_was_said_and_what_is(
        self, decisions: str, change: tuple[str, str]
    ) -> None:
        first = merge_again(OLDER, BAKING, decisions)
        assert not news(first)
        again = merge_again(OLDER, changed(change), decisions, first)
        (found,) = news(again)
        assert len(found.options) == 3
        assert again.overruled == first.overruled  # until it is decided
        assert news(merge_again(OLDER, changed(change), decisions, again))

    def test_the_ruling_that_is_offered_settles_it(
        self, decisions: str, change: tuple[str, str]
    ) -> None:
        first = merge_again(OLDER, BAKING, decisions)
        again = merge_again(OLDER, changed(change), decisions, first)
        confirmed = decisions_yaml(
            ruling for each in news(again) if (ruling := each.suggestion) is not None
        )
        settled = merge_again(OLDER, changed(change), confirmed, first)
        assert not news(settled)
        assert settled.text == again.text


def test_it_is_not_asked_what_versions_come_to_say_themselves() -> None:
    ruling = "description: [{topic: Kneading, text: By hand.}]"
    first = merge_again(OLDER, BAKING, ruling)
    assert not news(merge_again(OLDER, changed(("Stretching dough.", "By hand.")), ruling, first))


def test_a_ruling_may_say_itself_what_it_is_over() -> None:
    ruling = "title: [{topic: Kneading, title: Dough, over: Kneading}]"
    assert not news(merge_again(OLDER, BAKING, ruling))
    assert news(merge_again(OLDER, changed(("Kneading\n", "Kneading by Hand\n")), ruling))


def test_a_new_reason_confirms_a_ruling() -> None:
    ruling = "description: [{topic: Kneading, text: By hand.}]"
    first = merge_again(OLDER, BAKING, ruling)
    reasoned = ruling.replace("hand.}", "hand., reason: seen}")
    assert not news(merge_again(OLDER, changed(("Stretching", "Pulling")), reasoned, first))
