"""What a guide is, and how a text is read as one."""

from curriculum_tools.facts.encoding import decoded_utf16, is_utf16
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import curriculum_topics
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import DoubtfulGuideError
from curriculum_tools.model.guide import FaultKind, Guide
from curriculum_tools.model.source import Source
from curriculum_tools.store.config import Configs
from curriculum_tools.store.sources import folder_of_source, read_named_source
from curriculum_tools.syntax.home import dialect_of
from curriculum_tools.syntax.parse import parse

#: So many topics with a known field make a guide of a file whose other sections have none.
FEWEST_TOPICS = 2


def is_guide(guide: Guide) -> bool:
    """Tell whether a text looks like a guide of the default dialect.

    Most of its topics have a known field and at least two have, or all have one. A page with bold
    labels of its own, one of which happens to be a known one, is no guide: where no topic has a
    number, questions or notes, the bullets with unknown labels must not be more than the fields.
    Where topics are swallowed, so that they are not read, their fields tell. One that was saved as
    UTF-16 is a guide all the same, so that it is told and not passed over.
    """
    if is_utf16(guide.source.text):
        guide = parse(Source(guide.path, decoded_utf16(guide.source.text)), guide.dialect)
    if any(fault.fields for fault in guide.faults):
        return True
    topics = curriculum_topics(guide)
    with_fields = [topic for topic in topics if topic.fields]
    if not with_fields or len(with_fields) < min(len(topics), FEWEST_TOPICS):
        return False
    if 2 * len(with_fields) < len(topics):
        return False
    if any(topic.number or topic.questions or topic.notes for topic in with_fields):
        return True
    unknown = sum(block.label is not None for topic in topics for block in topic.free_blocks)
    return unknown <= sum(len(topic.fields) for topic in with_fields)


def refuse_doubtful(guide: Guide) -> None:
    """Raise DoubtfulGuideError where not everything that a guide says can be read."""
    if is_utf16(guide.source.text):
        raise DoubtfulGuideError(guide.path, "it is UTF-16", "save it as UTF-8")
    for conflict in Facts(guide, Config()).conflicts:
        line = guide.source.line_of(conflict.first.start)
        hint = "resolve the conflict first: both of its sides stand in the text"
        raise DoubtfulGuideError(guide.path, "a conflict marker", hint, line)
    refuse_swallowed(guide)


def refuse_swallowed(guide: Guide) -> None:
    """Raise DoubtfulGuideError where something that is never closed swallows a guide's topics."""
    for fault in guide.faults:
        if fault.kind is FaultKind.SWALLOWED:
            line = guide.source.line_of(fault.span.start)
            raise DoubtfulGuideError(
                guide.path, fault.message, "close it where it should end", line
            )


def parse_text(source: Source, config: Config) -> Guide:
    """Parse a text in the dialect of a config."""
    return parse(source, dialect_of(config))


def read_guide(name: str, configs: Configs) -> Guide:
    """Read a guide from a path, `-` or `REV:path`, named as written; raises a CurriculumError.

    The labels of its fields are those of the nearest config; where there is none, as for the
    temporary files of git, of the run's.
    """
    source = read_named_source(name)
    config = configs.of_folder(folder_of_source(name))
    return parse_text(source, config if config.path else configs.of_run)
