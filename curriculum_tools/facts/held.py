"""How much a guide holds, as reports count it."""

from typing import NamedTuple

from curriculum_tools.model.content import Section
from curriculum_tools.model.guide import Guide


class Held(NamedTuple):
    """How many chapters, topics, questions, answers and options there are."""

    chapters: int = 0
    topics: int = 0
    questions: int = 0
    answers: int = 0
    options: int = 0


def held(guide: Guide) -> Held:
    """Count what a guide holds; what has no heading counts only in the default dialect."""
    questions = [question for _, question in guide.questions]
    has_templates = guide.dialect.templates is not None
    return Held(
        sum(chapter.is_headed or not has_templates for chapter in guide.chapters),
        sum(is_topic(guide, topic) for topic in guide.topics),
        len(questions),
        sum(question.is_answered for question in questions),
        sum(len(question.options) for question in questions),
    )


def is_topic(guide: Guide, topic: Section) -> bool:
    """Tell a topic from what holds the questions that stand in no topic."""
    templates = guide.dialect.templates
    return not templates or topic.is_headed or templates.topic_is_file
