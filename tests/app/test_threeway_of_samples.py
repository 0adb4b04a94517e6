"""What holds for any merge of guides in any dialect, whatever both sides did to them."""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_tools.app.threeway import Outcome, Three, merge_three
from curriculum_tools.model.guide import Guide
from curriculum_tools.rules import ALL
from curriculum_tools.store.config import Configs
from tests.dialects.guides import SAMPLES
from tests.dialects.shared_samples import FAMILIES, SharedSample, shared_samples
from tests.dialects.text_edits import Side, TextEdits
from tests.examples import examples
from tests.linting import config, guide, lint
from tests.real_guides import NAMES, real_guide

NUMBERING = [rule for rule in ALL if rule.group == "numbering"]
OURS = "our own samples"
REAL = "real guides"
SOURCES = (OURS, *FAMILIES, REAL)
EACH = (OURS, *(pytest.param(name, marks=pytest.mark.slow) for name in (*FAMILIES, REAL)))


def samples(name: str) -> list[SharedSample]:
    if name == OURS:
        return [SharedSample("guide.md", each.text, each.toml) for each in SAMPLES.values()]
    if name == REAL:
        return [SharedSample(each, real_guide(each).text, "") for each in NAMES]
    return shared_samples(name)


class Merging:
    """Merges texts of one sample."""

    def __init__(self, sample: SharedSample, folder: Path) -> None:
        self.sample = sample
        toml = folder / "curriculum.toml"
        toml.write_text(sample.toml, "utf-8")
        self._configs = Configs(str(toml))

    def guide(self, text: str) -> Guide:
        return guide(text, self.sample.path, config(self.sample.toml))

    def merge(self, base: str, ours: str, theirs: str) -> Outcome:
        three = Three(base.encode(), ours.encode(), theirs.encode(), self.sample.path)
        return merge_three(three, self._configs)

    def faults(self, text: str) -> Counter[str]:
        """Count the numbering findings by their rules."""
        found = lint(text, NUMBERING, toml=self.sample.toml, path=self.sample.path)
        return Counter(finding.rule for finding in found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def unnumbered(text: str) -> Counter[str]:
    return Counter(re.sub(r"\d+", "#", line).strip() for line in text.splitlines() if line.strip())


def check(merging: Merging, ours: Side, theirs: Side) -> None:
    """Check what holds for the merge of two sides of one sample."""
    base = merging.sample.text
    outcome = merging.merge(base, ours.text, theirs.text)
    text = outcome.data.decode()
    for side in (ours, theirs):
        for word in side.words:
            assert word in text, outcome.told
    seldom = {line for line, count in unnumbered(base).items() if count == 1}
    now = unnumbered(text)
    questions = [question for _, question in merging.guide(base).questions]
    for place, question in enumerate(questions):
        lines = seldom & set(unnumbered(base[question.extent.start : question.extent.end]))
        if place not in ours.touched | theirs.touched:
            assert all(now[line] for line in lines), outcome.told
        elif outcome.is_clean and place in ours.deleted ^ theirs.deleted:
            assert not any(now[line] for line in lines - {""}), outcome.told
    faults = [merging.faults(each) for each in (ours.text, theirs.text)]
    if outcome.is_clean:
        assert all(text.count(word) == 1 for side in (ours, theirs) for word in side.words)
        assert not merging.faults(text) - (faults[0] + faults[1]), outcome.told
    swapped = merging.merge(base, theirs.text, ours.text)
    if is_by_lines(outcome) or is_by_lines(swapped):
        return  # git's merge, in the one order or the other
    assert is_disputed(swapped) == is_disputed(outcome), (outcome.told, swapped.told)
    if not any(faults):  # else numbers stay, and whose is first decides which are out of order
        assert swapped.is_clean == outcome.is_clean, (outcome.told, swapped.told)
    if outcome.is_clean:
        assert unnumbered(swapped.data.decode()) == now


def is_by_lines(outcome: Outcome) -> bool:
    """Tell whether the ledger did not trust the merge of units, or one side was no guide."""
    return any("merged by lines" in told for told in outcome.told)


def is_disputed(outcome: Outcome) -> bool:
    """Tell whether something stands between markers."""
    return b"<<<<<<<" in outcome.data


@pytest.mark.parametrize("name", EACH)
@given(seed=st.integers(0, 10**6))
@settings(examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_lost_or_doubled_whatever_both_sides_did(
    folder: Path, name: str, seed: int
) -> None:
    chance = Random(seed)
    merging = Merging(chance.choice(samples(name)), folder)
    edits = TextEdits(merging.guide(merging.sample.text), chance)
    ours, theirs = (
        edits.edited(sorted(chance.sample(edits.places, min(len(edits.places), n))))
        for n in (chance.randrange(1, 5), chance.randrange(1, 5))
    )
    check(merging, ours, theirs)


@pytest.mark.parametrize("name", EACH)
@given(seed=st.integers(0, 10**6))
@settings(examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_only_one_side_did_is_the_result(folder: Path, name: str, seed: int) -> None:
    chance = Random(seed)
    merging = Merging(chance.choice(samples(name)), folder)
    base = merging.sample.text
    edits = TextEdits(merging.guide(base), chance)
    some = chance.sample(edits.places, min(len(edits.places), 3))
    text = edits.edited(sorted(some)).text
    for versions in ((base, base, text), (base, text, base), (base, text, text)):
        assert merging.merge(*versions) == Outcome(text.encode(), is_clean=True)
