"""Rulings to paste: what is printed reads back equal, whatever the texts hold."""

from hypothesis import example, given
from hypothesis import strategies as st

from curriculum_tools.likeness.question_rulings import (
    ruling_key,
    ruling_keys,
    ruling_text,
    ruling_wording,
)
from curriculum_tools.likeness.wording import Wording
from curriculum_tools.model.content import NotesStatus
from curriculum_tools.model.rulings import (
    AbsentFromNewest,
    ChapterName,
    DescriptionRuling,
    GuideName,
    HomeRuling,
    NotesRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    QuestionName,
    QuestionRuling,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.store.decisions import parse_decisions

ANY_TEXT = st.one_of(
    st.text(st.characters(), min_size=1),
    st.text("\"'\\#:{}[],&*?|>-%@` \n\t\x85\u2028\ufeff\u200d\udc80é🎓\x00a", min_size=1),
).filter(str.strip)
LINES = ANY_TEXT.map(lambda text: " ".join(text.split())).filter(bool)
REASONS = st.just("") | LINES
TOPICS = st.builds(TopicName, LINES, st.none() | LINES)
CHAPTERS = st.builds(ChapterName, LINES)
ABSENT = st.builds(AbsentFromNewest, st.none() | LINES)
QUESTIONS = st.builds(QuestionName, ANY_TEXT, st.none() | TOPICS)
FLAGS = st.booleans()


def question_ruling(a: str, b: str, same: bool, reason: str) -> QuestionRuling:
    return QuestionRuling(a, b, ruling_keys(a, b), same, reason=reason)


ANY_RULING: st.SearchStrategy[Ruling] = st.one_of(
    st.builds(OrderRuling, TOPICS, TOPICS, FLAGS, reason=REASONS),
    st.builds(OrderRuling, CHAPTERS, CHAPTERS, FLAGS, reason=REASONS),
    st.builds(HomeRuling, TOPICS, CHAPTERS, reason=REASONS),
    st.builds(TitleRuling, TOPICS | CHAPTERS | st.builds(GuideName), LINES, reason=REASONS),
    st.builds(DescriptionRuling, TOPICS, LINES, reason=REASONS),
    st.builds(NotesRuling, TOPICS, LINES, st.sampled_from(NotesStatus), reason=REASONS),
    st.builds(
        PresenceRuling, TOPICS | CHAPTERS | QUESTIONS | ABSENT, st.just(True), reason=REASONS
    ),
    st.builds(PresenceRuling, TOPICS | CHAPTERS | QUESTIONS | ABSENT, st.just(False), reason=LINES),
    st.builds(PairRuling, TOPICS, TOPICS, FLAGS, reason=REASONS),
    st.builds(PairRuling, CHAPTERS, CHAPTERS, FLAGS, reason=REASONS),
    st.builds(question_ruling, ANY_TEXT, ANY_TEXT, FLAGS, REASONS),
)


@given(st.lists(ANY_RULING))
@example([HomeRuling(TopicName("x" * 3000), ChapterName("y: #" * 500))])
def test_what_is_printed_reads_back_equal(rulings: list[Ruling]) -> None:
    text = decisions_yaml(rulings)
    for ruling in rulings:
        (alone,) = parse_decisions(decisions_yaml([ruling]), "decisions.yaml")
        assert unplaced(alone) == ruling
    read = list(parse_decisions(text, "decisions.yaml", is_settled=True))  # may contradict
    assert sorted(map(repr, map(unplaced, read))) == sorted(map(repr, rulings))
    assert decisions_yaml(read) == text


def unplaced(ruling: Ruling) -> Ruling:
    from dataclasses import replace

    return replace(ruling, path="", line=0)


def test_each_ruling_is_a_line_below_its_key_and_keys_are_sorted() -> None:
    locks, latches = TopicName("Locks", "Threads"), TopicName('"Latches"')
    rulings = [
        PairRuling(locks, latches, same=True),
        PresenceRuling(AbsentFromNewest("Appendix"), is_kept=False),
        question_ruling("What is a lock?", "Which is it?\nlock.acquire()", False, "code"),
        PresenceRuling(AbsentFromNewest(), is_kept=False, reason="old"),
    ]
    assert decisions_yaml(rulings) == (
        "different-questions:\n"
        "- questions:\n"
        '  - "What is a lock?"\n'
        '  - "Which is it?\\nlock.acquire()"\n'
        '  reason: "code"\n'
        "drop:\n"
        '- {absent-from-newest: true, chapter: "Appendix", reason: ""}\n'
        '- {absent-from-newest: true, reason: "old"}\n'
        "same-topics:\n"
        '- {topics: [{title: "Locks", chapter: "Threads"}, "\\"Latches\\""]}\n'
    )


def test_a_question_is_named_by_its_text_and_the_code_below_it() -> None:
    wording = Wording("What does *this* print?", ("print(1)\n\n  # twice\n", "- a\n- b"))
    text = ruling_text(wording)
    assert text == "What does *this* print?\nprint(1)\n\n  # twice\n- a\n- b"
    assert ruling_key(ruling_wording(text)) == ruling_key(wording)
