"""Which fields the topics of a guide should have."""

from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import FieldKind, Guide

EXPECTABLE = (FieldKind.DESCRIPTION, FieldKind.NOTES, FieldKind.QUESTIONS)
NEARLY_ALL = 0.9  # the contract: all topics but one, or nine in ten
FEWEST_TOPICS = 3  # of two topics, "all but one" says nothing


def expected_fields(guide: Guide, config: Config) -> frozenset[FieldKind]:
    """Give the fields that the config requires, else those that nearly all topics have."""
    if config.required_fields is not None:
        return config.required_fields
    topics = guide.topics
    if len(topics) < FEWEST_TOPICS:
        return frozenset()
    expected = set()
    for kind in EXPECTABLE:
        having = sum(any(topic.fields_of(kind)) for topic in topics)
        if having >= len(topics) - 1 or having >= NEARLY_ALL * len(topics):
            expected.add(kind)
    return frozenset(expected)
