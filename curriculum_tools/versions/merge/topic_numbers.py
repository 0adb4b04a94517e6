"""How the topics of a merged guide are numbered: in its chapters, or as the versions do it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from curriculum_tools.versions.merge.parts import JoinedTopic
from curriculum_tools.versions.version import Versions


@dataclass(frozen=True, slots=True)
class TopicNumbers:
    """How topics are numbered.

    In the default dialect `all_are_numbered`, behind the number of their chapter. Else those are
    that have a number in some version, `printed`: plain ones may count on through the guide, and
    one with parts that stands in no numbered chapter stays as it is.
    """

    all_are_numbered: bool = True
    counts_on: bool = False
    printed: Mapping[int, str] = field(default_factory=dict)

    def of(
        self, chapters: Iterable[tuple[str | None, Sequence[int]]]
    ) -> Iterator[tuple[int, str | None]]:
        """Yield the topics of chapters, which have numbers or none, each with its number."""
        last = 0
        for chapter, topics in chapters:
            last = last if self.counts_on else 0
            for topic in topics:
                printed = self.printed.get(topic)
                if printed is None and not self.all_are_numbered:
                    yield topic, None
                    continue
                last += 1
                yield topic, self._number(chapter, last, printed)

    def _number(self, chapter: str | None, number: int, printed: str | None) -> str:
        is_dotted = printed is None or "." in printed
        if not is_dotted:
            return str(number)
        if chapter is None:
            return printed or str(number)
        return f"{chapter}.{number}"


#: The numbers of the default dialect.
IN_CHAPTERS = TopicNumbers()


def topic_numbers(versions: Versions, topics: Sequence[JoinedTopic]) -> TopicNumbers:
    """Return how the topics of versions are numbered."""
    if not versions.dialect.templates:
        return IN_CHAPTERS
    printed = {
        place: numbers[-1]
        for place, topic in enumerate(topics)
        if (numbers := [m.said.number for m in topic.members if m.said.number])
    }
    return TopicNumbers(False, _count_on(versions), printed)


def _count_on(versions: Versions) -> bool:
    """Tell whether most chapters of the newest version go on where the one before them ended."""
    runs = [[t.number for t in c.sections if t.number] for c in versions.items[-1].chapters]
    firsts = [run[0] for run in runs if run][1:]
    return 2 * sum(first.isdigit() and int(first) > 1 for first in firsts) > len(firsts)
