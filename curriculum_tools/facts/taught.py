"""What the topics of a data file build on: other topics by name, or what these teach."""

from collections.abc import Iterator

from curriculum_tools.facts.outside import Outside
from curriculum_tools.facts.prerequisites import Prerequisite
from curriculum_tools.model.content import Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.syntax.home import TEACHES
from curriculum_tools.syntax.spelling import Speller


def taught_prerequisites(guide: Guide, outside: Outside) -> Iterator[Prerequisite]:
    """Yield what each topic builds on; of several topics that teach the same it is the first."""
    teachers: dict[str, int] = {}
    for place, topic in enumerate(guide.topics):
        for concept in _taught(topic):
            teachers.setdefault(concept, place)
    speller = Speller()
    for place, topic in enumerate(guide.topics):
        for name in topic.prerequisites:
            teacher = teachers.get(name.text)
            if teacher is not None:
                yield Prerequisite(place, name, True, (teacher,))
            elif outside.has(name.text):
                yield Prerequisite(place, name, True)
            else:
                yield Prerequisite(place, name, False, (), speller.closest(name.text, teachers))


def _taught(topic: Section) -> Iterator[str]:
    yield topic.title
    yield from (concept.text for concept in topic.field(TEACHES.name).texts)
