"""Which fields the topics of a guide should have, and which topics lack one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.config import Config
from curriculum_tools.model.content import Section
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.finding import Defect
from curriculum_tools.model.source import Span

NEARLY_ALL = 0.9  # the contract: all topics but one, or nine in ten
FEWEST_HAVING = 2  # where one of two topics has a field, nobody can say which is odd


@dataclass(frozen=True, slots=True)
class Lack:
    """The topics that lack an expected field.

    `having` of `count` topics have it; `is_required` says that the config asks for it.
    """

    topics: tuple[Section, ...]
    having: int
    count: int
    is_required: bool

    @property
    def reason(self) -> str:
        """Why the field is expected."""
        if self.is_required:
            return "the config requires it"
        return f"{self.having:,} of {self.count:,} topics have it"

    def cause(self, what: str) -> str | None:
        """Give one message for all of these topics; None where there is but one."""
        if len(self.topics) < 2:
            return None
        return f"{len(self.topics):,} of {self.count:,} topics have no {what}"


def lacks(
    topics: Sequence[Section],
    meant: Collection[tuple[Span, str | None]],
    config: Config,
    dialect: Dialect,
) -> Mapping[str, Lack]:
    """Return what topics lack, for each field that the config requires or nearly all have.

    A field that is empty is not lacking, nor one that a topic is `meant` to have; topics are
    given there by their spans.
    """
    required = config.required_fields
    found = {}
    for name in (spec.name for spec in dialect.fields if spec.expected):
        without = tuple(
            topic
            for topic in topics
            if not any(topic.fields_of(name)) and (topic.span, name) not in meant
        )
        having = len(topics) - len(without)
        if nearly_all(having, len(topics)) if required is None else name in required:
            found[name] = Lack(without, having, len(topics), required is not None)
    return found


def missing_field(lacking: Mapping[str, Lack], kind: str, what: str) -> Iterator[Defect]:
    """Yield a defect for each topic that lacks a field, which messages call `what`."""
    lack = lacking.get(kind)
    if lack is None:
        return
    for topic in lack.topics:
        yield Defect(
            place_of(topic.heading),
            f"this topic has no {what}",
            cause=lack.cause(what),
            help=f"expected because {lack.reason}",
        )


def nearly_all(having: int, count: int) -> bool:
    """Tell whether so many of a number make the rest odd."""
    return having >= FEWEST_HAVING and (having >= count - 1 or having >= NEARLY_ALL * count)
