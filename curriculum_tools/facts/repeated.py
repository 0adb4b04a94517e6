"""Questions that a guide asks again, word for word but for case, blanks and marks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from curriculum_tools.facts.asked_wording import asked_wording
from curriculum_tools.likeness import key
from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.guide import Guide

FEWEST_SELECTED = 5  # questions of a chapter: fewer may be asked twice by chance


@dataclass(frozen=True, slots=True)
class Repetition:
    """A question that stands earlier in the guide too, and the first place where it stands.

    `count` is how many questions its topic has. `is_all` says that each of them stands earlier;
    `is_all_there`, that they all stand in the topic of `first`, which is another one.
    """

    topic: Section
    question: Question
    first_topic: Section
    first: Question
    count: int
    is_all: bool
    is_all_there: bool


def repeated_questions(guide: Guide) -> Sequence[Repetition]:
    """Give the questions that stand earlier too, in the order of the text.

    What hangs below a question is part of it; one without any text or block is no question yet. A
    chapter whose questions another one asks again, all of them among others, is a selection.
    """
    first: dict[str, tuple[Section, Question]] = {}
    found = []
    for topic, question in guide.questions:
        same = key(asked_wording(question))
        if not same:
            continue
        earlier = first.setdefault(same, (topic, question))
        if earlier[1] is not question:
            found.append((topic, question, *earlier))
    counts = Counter(topic.span for topic, _ in guide.questions)
    per_topic = Counter(topic.span for topic, *_ in found)
    per_pair = Counter((topic.span, there.span) for topic, _, there, _ in found)

    def is_selected(topic: Section, there: Section) -> bool:
        again, asked = per_pair[topic.span, there.span], counts[there.span]
        is_whole = again == asked >= FEWEST_SELECTED and asked < counts[topic.span]
        return is_whole and topic is not there and not there.is_headed

    return [
        Repetition(
            topic,
            question,
            there,
            asked,
            count=counts[topic.span],
            is_all=per_topic[topic.span] == counts[topic.span],
            is_all_there=topic is not there
            and per_pair[topic.span, there.span] == counts[topic.span],
        )
        for topic, question, there, asked in found
        if not is_selected(topic, there)
    ]
