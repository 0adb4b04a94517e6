"""What a guide is, and how a text is read as one."""

from dataclasses import replace

from curriculum_tools.detection import look
from curriculum_tools.facts.encoding import decoded_utf16, is_utf16
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.topics import curriculum_topics
from curriculum_tools.model.config import Config
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.errors import DoubtfulGuideError
from curriculum_tools.model.guide import FaultKind, Guide
from curriculum_tools.model.source import Source
from curriculum_tools.model.templates import Templates
from curriculum_tools.store.config import Configs
from curriculum_tools.store.config_templates import templates_of
from curriculum_tools.store.globs import matches
from curriculum_tools.store.paths import seen_from
from curriculum_tools.store.sources import folder_of_source, read_named_source
from curriculum_tools.syntax.document import Document, read_document
from curriculum_tools.syntax.home import dialect_of
from curriculum_tools.syntax.parse import parse, parse_document

#: So many topics with a known field make a guide of a file whose other sections have none.
FEWEST_TOPICS = 2
#: The part of the questions seen that may differ from those read, for a dialect not to be in doubt.
UNREAD = 0.1
MOST_LABELS = 3  # that are named


def is_guide(guide: Guide) -> bool:
    """Tell whether a text looks like a guide of the default dialect.

    Most of its topics have a known field and at least two have, or all have one. A page with bold
    labels of its own, one of which happens to be a known one, is no guide: where no topic has a
    number, questions or notes, the bullets with unknown labels must not be more than the fields.
    Where topics are swallowed, so that they are not read, their fields tell. One that was saved as
    UTF-16 is a guide all the same, so that it is told and not passed over.
    """
    return why_no_guide(guide) is None


def why_no_guide(guide: Guide) -> str | None:
    """Say what a text lacks to look like a guide, in words that follow its name; None for one."""
    if is_utf16(guide.source.text):
        guide = parse(Source(guide.path, decoded_utf16(guide.source.text)), guide.dialect)
    if templates := guide.dialect.templates:
        return None if templates.topic_is_file or guide.questions else "has no questions"
    if any(fault.fields for fault in guide.faults):
        return None
    topics = curriculum_topics(guide)
    with_fields = [topic for topic in topics if topic.fields]
    if not topics:
        return "has no topics: headings such as ### 1.1 Tables, below chapters"
    if not with_fields:
        return f"has topics, but none of the {len(topics):,} has a field such as **Description**"
    if len(with_fields) < max(min(len(topics), FEWEST_TOPICS), len(topics) / 2):
        have = "topic has" if len(with_fields) == 1 else "topics have"
        return f"has {len(topics):,} topics, but only {len(with_fields):,} {have} a known field"
    if any(topic.number or topic.questions or topic.notes for topic in with_fields):
        return None
    labels = [block.label for topic in topics for block in topic.free_blocks if block.label]
    if len(labels) <= sum(len(topic.fields) for topic in with_fields):
        return None
    named = ", ".join(f"**{label}**" for label in dict.fromkeys(labels[:MOST_LABELS]))
    return f"has more bullets with other labels ({named}) than with those of fields"


def may_be_guide(source: Source, config: Config) -> bool:
    """Tell by a quick look whether a text is worth parsing to see whether it is a guide."""
    if config.templates:
        return True
    return look.may_be_guide(source.text, dialect_of(config).labels)


def refuse_doubtful(guide: Guide) -> None:
    """Raise DoubtfulGuideError where not everything that a guide says can be read."""
    if is_utf16(guide.source.text):
        raise DoubtfulGuideError(guide.path, "it is UTF-16", "save it as UTF-8")
    refuse_conflicts(guide)
    refuse_swallowed(guide)


def refuse_conflicts(guide: Guide) -> None:
    """Raise DoubtfulGuideError where git has left both sides of a conflict in a guide."""
    for conflict in Facts(guide, Config()).conflicts:
        line = guide.source.line_of(conflict.first.start)
        hint = "resolve the conflict first: both of its sides stand in the text"
        raise DoubtfulGuideError(guide.path, "a conflict marker", hint, line)


def refuse_swallowed(guide: Guide) -> None:
    """Raise DoubtfulGuideError where something that is never closed swallows a guide's topics."""
    for fault in guide.faults:
        if fault.kind is FaultKind.SWALLOWED:
            line = guide.source.line_of(fault.span.start)
            raise DoubtfulGuideError(
                guide.path, fault.message, "close it where it should end", line
            )


def parse_text(source: Source, config: Config) -> Guide:
    """Parse a text in the dialect of a config, else in the one that it shows itself to be in."""
    dialect = dialect_for(source.path, config)
    document = read_document(source)
    if dialect.templates or config.is_default_dialect:
        return parse_document(document, dialect)
    if look.may_have_fields(source.text, dialect.labels):
        guide = parse_document(document, dialect)
        return guide if is_guide(guide) else _detected(document, dialect) or guide
    return _detected(document, dialect) or parse_document(document, dialect)


def _detected(document: Document, dialect: Dialect) -> Guide | None:
    """Parse a text in the dialect that it shows itself to be in; None where that is in doubt.

    What was seen must be read, too: else the templates say something else than what is there.
    """
    from curriculum_tools.detection.infer import infer
    from curriculum_tools.detection.scan import scan

    inferred = infer([scan(document)])
    templates = templates_of(inferred.table) if inferred else None
    if inferred is None or templates is None:
        return None
    detected = replace(dialect, templates=replace(templates, is_detected=True))
    guide = parse_document(document, detected)
    is_read = abs(len(guide.questions) - inferred.questions) <= UNREAD * inferred.questions
    return guide if is_read else None


def dialect_for(path: str, config: Config) -> Dialect:
    """Return the dialect that a config has for a file."""
    return dialect_of(config, _templates_for(path, config))


def _templates_for(path: str, config: Config) -> Templates | None:
    """Return the templates of one file, which the config may have of its own for some."""
    templates = config.templates
    if templates and templates.others:
        inner = seen_from(config.folder, path)
        for glob, other in templates.others.items():
            if matches([glob], inner):
                return other
    return templates


def read_guide(name: str, configs: Configs) -> Guide:
    """Read a guide from a path, `-` or `REV:path`, named as written; raises a CurriculumError.

    The labels of its fields are those of the nearest config; where there is none, as for the
    temporary files of git, of the run's.
    """
    source = read_named_source(name)
    config = configs.of_folder(folder_of_source(name))
    return parse_text(source, config if config.path else configs.of_run)
