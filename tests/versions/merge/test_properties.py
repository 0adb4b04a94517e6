"""What holds of every merge, whatever versions there are."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from curriculum_tools.likeness import key
from curriculum_tools.likeness.question_rulings import question_ruling
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.rulings import PresenceRuling, QuestionName
from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.syntax.home import HOME
from curriculum_tools.versions.lock import Lock, read_lock, write_lock
from curriculum_tools.versions.merge.account import KINDS
from curriculum_tools.versions.merge.result import Merged
from curriculum_tools.versions.version import Versions
from tests.examples import examples
from tests.linting import guide, lint
from tests.syntax.markdown import guide_like_text
from tests.versions.merge.curricula import versions as curricula
from tests.versions.merge.merging import lock_text, merge_versions, merged
from tests.versions.merge.oracle import held, visible
from tests.versions.told import told

few = examples(25)
orders = st.booleans()  # whether the order of the versions is in_order


def files(found: Merged) -> tuple[str, str]:
    """Give what is written: a guide and its lock."""
    return found.text, lock_text(found)


class TestNothingIsLost:
    """Every version is in the guide or in the lock, and the report says where."""

    @given(curricula, orders)
    @few
    def test_what_a_reader_sees_is_in_the_guide_or_the_lock(
        self, texts: list[str], in_order: bool
    ) -> None:
        found = held(*files(merged(*texts, in_order=in_order)))
        for text in texts:
            assert not [stretch for stretch in visible(text) if stretch not in found]

    @given(curricula, orders)
    @few
    def test_the_report_names_each_topic_and_question_once(
        self, texts: list[str], in_order: bool
    ) -> None:
        different = list(dict.fromkeys(texts))
        found = merged(*different, in_order=in_order)
        topics = [topic for chapter in found.chapters for topic in chapter.topics]
        asked = [origin for t in topics for question in t.questions for origin in question.origins]
        known = {version.name for version in found.versions.items}
        for prefix, origins in (("### ", [o for t in topics for o in t.origins]), ("  - ", asked)):
            named = Counter((origin.source, origin.line) for origin in origins)
            there = {
                (name, number)
                for name, text in zip(("a.md", "b.md", "c.md", "d.md"), different, strict=False)
                for number, line in enumerate(text.split("\n"), 1)
                if line.startswith(prefix) and name in known
            }
            assert set(named) == there
            assert set(named.values()) <= {1}

    @given(curricula, orders)
    @few
    def test_the_accounting_adds_up(self, texts: list[str], in_order: bool) -> None:
        found = merged(*texts, in_order=in_order)
        total = found.accounting.counts()
        assert total["unaccounted"] == total["dropped_by_decision"] == 0
        assert total["items"] == total["kept"] + total["folded"]
        assert total == Counter[str]() + sum(
            (Counter(found.accounting.counts(kind)) for kind in found.accounting.kinds),
            Counter[str](),
        ) | {name: 0 for name, count in total.items() if not count}
        assert found.accounting.kinds[: len(KINDS)] == KINDS
        assert found.accounting.counts("topic")["kept"] <= len(found.guide.topics)

    @given(st.lists(guide_like_text, max_size=3), orders)
    @examples(25)
    def test_of_any_text(self, texts: list[str], in_order: bool) -> None:
        assert not merged(*texts, in_order=in_order).accounting.missing


class TestMergingAgain:
    """What was merged stays as it is."""

    @given(curricula, orders)
    @few
    def test_alone(self, texts: list[str], in_order: bool) -> None:
        """But for a question that stood in two topics, since one of them would have none."""
        once = merged(*texts, in_order=in_order)
        assume(all(item.confidence < 1 for item in once.review))
        assert merged(once.text, in_order=in_order).text == once.text

    @given(curricula, orders)
    @few
    def test_from_the_lock_alone(self, texts: list[str], in_order: bool) -> None:
        once = merged(*texts, in_order=in_order)
        versions = read_lock(lock_text(once), "lock", HOME).versions
        again = merge_versions(versions.items, in_order=versions.in_order)
        assert files(again) == files(once)


class TestOrderAndGrouping:
    """Which versions there are counts, not how they come together."""

    @given(curricula, st.randoms(use_true_random=False))
    @few
    def test_without_a_declared_order_the_arguments_have_none(
        self, texts: list[str], random: Random
    ) -> None:
        versions = [told(text, f"{place}.md") for place, text in enumerate(texts)]
        shuffled = list(versions)
        random.shuffle(shuffled)
        assert files(merge_versions(versions)) == files(merge_versions(shuffled))

    @given(curricula, orders, st.integers(1, 3))
    @few
    def test_a_lock_stands_in_for_its_versions(
        self, texts: list[str], in_order: bool, first: int
    ) -> None:
        versions = [told(text, f"{place}.md") for place, text in enumerate(texts)]
        part = merge_versions(versions[:first], in_order=in_order)
        known = read_lock(lock_text(part), "lock", HOME).versions.items
        found = merge_versions([*known, *versions[first:]], in_order=in_order)
        assert files(found) == files(merge_versions(versions, in_order=in_order))

    @given(curricula, orders, st.integers(0, 3))
    @few
    def test_a_source_given_twice_counts_once_as_the_newest(
        self, texts: list[str], in_order: bool, place: int
    ) -> None:
        versions = [told(text, f"{number}.md") for number, text in enumerate(texts)]
        again = replace(versions[place % len(versions)], name="again.md")
        found = merge_versions([*versions, again], in_order=in_order)
        if in_order:
            versions = [each for each in versions if each.root != again.root] + [again]
        assert files(found) == files(merge_versions(versions, in_order=in_order))

    @given(curricula, st.sampled_from(["\r\n", "\r"]))
    @examples(20)
    def test_line_ends_say_nothing(self, texts: list[str], end: str) -> None:
        other = [text.replace("\n", end) for text in texts]
        assert files(merged(*other)) == files(merged(*texts))


def has_shared_titles(text: str) -> bool:
    titles = [topic.title for topic in guide(text).topics]
    return len(set(titles)) < len(titles)


class TestTheOutput:
    """It is a sound guide."""

    @given(curricula, orders)
    @few
    def test_lint_has_nothing_new_to_say(self, texts: list[str], in_order: bool) -> None:
        assume(any("### " in text for text in texts))
        found = merged(*texts, in_order=in_order)
        left = lint(found.text)
        known = {finding.rule for text in texts for finding in lint(text)}
        if any(has_shared_titles(text) for text in texts):
            known.add("duplicate-title")  # not every chapter of the merged guide has them
        if any("###  " in text for text in texts):  # without a number it was not counted there
            known |= {"duplicate-title", "topic-outside-chapter"}
        stale = "stale-reference"  # what names nothing in a version names nothing here
        assert not [x for x in left if x.group == "numbering" and x.rule != stale]
        assert not {each.rule for each in left if each.group == "structure"} - known
        twice = [each for each in left if each.rule == "duplicate-question"]
        in_review = [item for item in found.review if item.kind == "same-question"]
        assert len(twice) <= sum(len(item.members) - 1 for item in in_review)

    @given(curricula, orders)
    @few
    def test_it_reads_back_as_it_was_meant(self, texts: list[str], in_order: bool) -> None:
        found = merged(*texts, in_order=in_order)
        assert told(found.text, found.guide.name) == found.guide


@given(curricula)
@few
def test_a_lock_reads_back(texts: list[str]) -> None:
    versions = tuple(told(text, f"{n}.md") for n, text in enumerate(texts))
    lock = Lock(Versions(versions, in_order=True))
    assert read_lock(write_lock(lock), "lock", HOME) == lock


class TestRulings:
    """A ruling changes nothing but what it is about."""

    @given(curricula, orders, st.randoms(use_true_random=False))
    @few
    def test_one_on_two_questions_parts_no_others(
        self, texts: list[str], in_order: bool, random: Random
    ) -> None:
        before = merged(*texts, in_order=in_order)
        asked = sorted({q.text for t in before.guide.topics for q in t.questions if not q.prompt})
        assume(len(asked) > 1)
        pair = question_ruling(*random.sample(asked, 2), same=True)
        after = merged(*texts, in_order=in_order, decisions=decisions_yaml([pair]))
        assume(not after.stale)
        assert not [one for one in folded(before) if one not in folded(after)]

    @given(curricula, orders, st.randoms(use_true_random=False))
    @few
    def test_dropping_a_question_parts_no_others(
        self, texts: list[str], in_order: bool, random: Random
    ) -> None:
        before = merged(*texts, in_order=in_order)
        asked = sorted({q.text for t in before.guide.topics for q in t.questions})
        assume(asked)
        dropped = QuestionName(random.choice(asked))
        ruling = PresenceRuling(what=dropped, is_kept=False, reason="dull")
        after = merged(*texts, in_order=in_order, decisions=decisions_yaml([ruling]))
        left = {place for pair in folded(after) for place in pair}
        assert not [one for one in folded(before) if one <= left and one not in folded(after)]


def folded(found: Merged) -> set[frozenset[tuple[str, int | None]]]:
    """Give the pairs of places in versions that are asked as one question, in whatever topics."""
    places: dict[str, list[tuple[str, int | None]]] = {}
    for chapter in found.chapters:
        for topic in chapter.topics:
            for question in topic.questions:
                name = key(wording_of(question.said))
                places.setdefault(name, []).extend((o.source, o.line) for o in question.origins)
    return {frozenset(pair) for asked in places.values() for pair in combinations(asked, 2)}
