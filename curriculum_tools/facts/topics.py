"""Which topics belong to the curriculum, and which are sections of prose."""

from curriculum_tools.model.content import Heading, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span


def curriculum_topics(guide: Guide) -> tuple[Section, ...]:
    """Give the topics without sections of prose such as "### How to read this chapter".

    Such a section has neither a number nor a field, in a guide that numbers its topics. Where
    templates say what a topic is, none is such a section.
    """
    topics = guide.topics
    if guide.dialect.templates:
        return tuple(topic for topic in topics if topic.is_headed)
    with_fields = [topic for topic in topics if topic.fields]
    numbered = [topic for topic in with_fields if topic.number]
    if 2 * len(numbered) <= len(with_fields):
        return topics
    return tuple(topic for topic in topics if topic.number or topic.fields or _has_label(topic))


def topic_name(topic: Section) -> str:
    """Give what a message calls a topic: its number, else its title."""
    return topic.number or f'"{topic.title}"'


def place_of(heading: Heading) -> Span:
    """Give where something is reported that a heading's topic or chapter lacks: its title."""
    return heading.title.span if heading.title.text else heading.span


def carrying_headings(guide: Guide) -> set[Span]:
    """Return the headings of which the dialect says that they are chapters and topics."""
    if not guide.dialect.templates:
        return set()
    return {section.heading.span for section in (*guide.chapters, *guide.topics)}


def has_titles(guide: Guide) -> bool:
    """Tell whether headings of level 1 are titles: not where the dialect writes others so."""
    templates = guide.dialect.templates
    if not templates:
        return True
    others = (*templates.chapters, *templates.topics, *templates.questions)
    return all(template.level != 1 for template in others)


def title_headings(guide: Guide) -> list[Heading]:
    """Return the headings that are titles, of which one is that of the guide."""
    return (
        [heading for heading in guide.headings if heading.level == 1] if has_titles(guide) else []
    )


def _has_label(topic: Section) -> bool:
    return any(block.label for block in topic.free_blocks)
