"""From joined versions to the guide that is printed, and where each part of it comes from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, count
from typing import TypeAlias

from curriculum_tools.likeness import normalise
from curriculum_tools.model.content import (
    NO_ANSWER,
    NO_HEADING,
    Block,
    Field,
    Heading,
    Question,
    Role,
    Section,
    Text,
    Value,
)
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.versions.choice import Choice
from curriculum_tools.versions.merge.joined_questions import Fold, JoinedQuestion
from curriculum_tools.versions.merge.parts import JoinedTopic, Member
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.merge.question_numbers import with_numbers
from curriculum_tools.versions.merge.result import (
    MergedChapter,
    MergedQuestion,
    MergedTopic,
    Origin,
    QuestionOrigin,
)
from curriculum_tools.versions.merge.writing import Writer
from curriculum_tools.versions.version import Version

#: The versions that have a topic under each of its titles.
_Titled: TypeAlias = dict[str, set[int]]


def printed_guide(plan: Plan, chapters: Iterable[MergedChapter]) -> Version:
    """Return the guide as it is printed."""
    of_guide = plan.of_guide
    root = Section(
        Role.GUIDE,
        Heading(1, None, Text(of_guide.title.value)) if of_guide.title else NO_HEADING,
        blocks=Printer(plan).blocks(of_guide.prose) if of_guide.prose else (),
        sections=tuple(chapter.said for chapter in chapters),
        written=Writer(plan).of_guide(),
    )
    front_matter = Text(of_guide.front_matter.value) if of_guide.front_matter else None
    return Version(plan.name, root, front_matter, plan.versions.dialect)


class Printer:
    """Puts what was chosen into the words of the merged guide."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._renumbering = plan.renumbering
        self._dialect = plan.versions.dialect
        self._writer = Writer(plan)

    def chapters(self) -> Iterator[MergedChapter]:
        """Yield the chapters in their order, with all numbers."""
        return with_numbers(self._chapters(), self._plan.versions)

    def _chapters(self) -> Iterator[MergedChapter]:
        outline = self._plan.outline
        titles = dict(self._titles())
        for place in outline.chapters.items:
            chapter = self._plan.chapters[place]
            topics = tuple(self._topic(t, titles[t]) for t in outline.topics[place].items)
            title = chapter.title.value if chapter.title else None
            said = Section(
                Role.CHAPTER,
                self._heading(Role.CHAPTER, outline.number_of_chapter.get(place), title),
                blocks=self.blocks(chapter.blocks) if chapter.blocks else (),
                sections=tuple(topic.said for topic in topics),
                written=self._writer.of_chapter(place),
            )
            yield MergedChapter(said, topics, self._origins(chapter.members))

    def _heading(self, role: Role, number: str | None, title: str | None) -> Heading:
        if title is None:
            return NO_HEADING
        level = self._dialect.heading_of(role).level
        return Heading(level, Text(number) if number else None, Text(title))

    def _title(self, title: str) -> str | None:
        """Return the title of a topic; None where it has no heading."""
        return None if self._dialect.templates and not title else title

    def _origins(self, members: Iterable[Member]) -> tuple[Origin, ...]:
        """Return where versions have a topic or chapter, sorted by their names."""
        origins = (
            Origin(
                self._plan.source(m.version),
                m.said.number,
                m.said.title,
                self._plan.line(m.version, m.said),
            )
            for m in members
        )
        return tuple(
            sorted(origins, key=lambda each: (each.source, each.line or 0, each.number or ""))
        )

    def _titles(self) -> Iterator[tuple[int, str]]:
        """Yield the title of each topic; where another topic has it already, one of its others.

        Two topics of one title keep it where one version has both under it. A topic that has no
        other title is told apart by its chapter.
        """
        taken: dict[str, list[_Titled]] = {}
        for place in self._plan.outline.place_of_topic:
            topic = self._plan.topics[place]
            if self._dialect.templates and not topic.title.value:  # there is no heading
                yield place, ""
                continue
            home = self._plan.chapters[topic.home.value].name
            others = (option.value for option in topic.title.options)
            bracketed = f"{topic.title.value} ({home})"
            numbered = (f"{topic.title.value} ({home}, {number})" for number in count(2))
            own = _titled(topic)
            titles = chain([topic.title.value], others, [bracketed], numbered)
            title, name = next(
                (title, name)
                for title, name in ((title, normalise(title)) for title in titles)
                if all(_share(own, other, name) for other in taken.get(name, ()))
            )
            taken.setdefault(name, []).append(own)
            yield place, title

    def _topic(self, place: int, title: str) -> MergedTopic:
        topic = self._plan.topics[place]
        questions = tuple(
            self._question(self._plan.questions.joined[q], place)
            for q in self._plan.questions_of[place]
        )
        fields = (self._field(spec, topic) for spec in self._dialect.fields)
        number = self._plan.outline.number_of_topic[place]
        said = Section(
            Role.TOPIC,
            self._heading(Role.TOPIC, number, self._title(title)),
            lead=self._union(topic, lambda said: said.lead),
            fields=tuple(field for field in fields if not field.says_nothing),
            questions=tuple(question.said for question in questions),
            blocks=self._union(topic, lambda said: said.blocks),
        )
        said = replace(said, written=self._writer.of_topic(place, said))
        return MergedTopic(said, questions, self._origins(topic.members), topic.confidence)

    def _field(self, spec: FieldSpec, topic: JoinedTopic) -> Field:
        """Return what was chosen for a field, with its references renewed."""
        if spec.name not in topic.fields:
            return Field(spec.name)
        choice = topic.fields[spec.name]
        versions = choice.options[choice.chosen].versions
        return Field(
            spec.name,
            tuple(self._value(spec, value, versions) for value in choice.value.values),
            tuple(self._renumbering.block(block, versions) for block in choice.value.blocks),
        )

    def _value(self, spec: FieldSpec, value: Value, versions: Iterable[int]) -> Value:
        renewed = self._renumbering.value(spec, value.text, versions)
        return value if renewed == value.text else Text(renewed)

    def _union(
        self, topic: JoinedTopic, blocks_of: Callable[[Section], tuple[Block, ...]]
    ) -> tuple[Block, ...]:
        """Return the blocks of all versions, equal ones once, those of the newest first."""
        versions: dict[Block, list[int]] = {}
        for member in sorted(topic.members, key=lambda each: -each.version):
            for block in blocks_of(member.said):
                versions.setdefault(block, []).append(member.version)
        gone = {block for said in topic.gone for block in blocks_of(said)}
        renewed = self._renumbering.block
        kept = [renewed(b, places) for b, places in versions.items() if b not in gone]
        added = (block for said in topic.added for block in blocks_of(said))
        return (*kept, *(block for block in added if block not in kept))

    def blocks(self, choice: Choice[tuple[Block, ...]]) -> tuple[Block, ...]:
        """Return chosen blocks with their references renewed."""
        versions = choice.options[choice.chosen].versions
        return tuple(self._renumbering.block(block, versions) for block in choice.value)

    def _renewed(self, question: JoinedQuestion) -> Question:
        """Return a question as it is printed, with the references of its versions renewed."""
        printed, answer = question.printed, question.answer
        wording = replace(printed, answer=NO_ANSWER)
        versions = [
            each.version
            for each in question.asked
            if replace(each.said, answer=NO_ANSWER) == wording
        ]
        asked = self._renumbering.question(printed, versions)
        ticks = zip(printed.options, asked.options, strict=True)
        ticked = tuple(new.text for old, new in ticks if old.text in printed.answer.ticked)
        answering = answer.options[answer.chosen].versions if answer else ()
        renewed = self._renumbering.answer(printed.answer, answering)
        said = replace(asked, answer=replace(renewed, ticked=ticked))
        return replace(said, written=self._writer.of_question(question, said))

    def _question(self, question: JoinedQuestion, topic: int) -> MergedQuestion:
        here = [
            each
            for each in question.asked
            if each.topic == topic
            or (topic == question.homes[0] and each.topic not in question.homes)
        ]
        origins = sorted(
            (
                QuestionOrigin(
                    self._plan.source(each.version),
                    each.number,
                    self._plan.line(each.version, each.said),
                    each.said.text,
                    question.fold(each),
                )
                for each in here
            ),
            key=lambda origin: (origin.source, origin.line or 0, origin.topic or ""),
        )
        printed = question.printed.text
        kept = next((p for p, o in enumerate(origins) if o.text == printed), 0)
        origins[kept] = replace(origins[kept], fold=Fold.KEPT)
        return MergedQuestion(self._renewed(question), tuple(origins))


def _titled(topic: JoinedTopic) -> _Titled:
    """Return the versions that have a topic under a title, by each of its titles, normalised."""
    found: _Titled = {}
    for member in topic.members:
        found.setdefault(normalise(member.said.title), set()).add(member.version)
    return found


def _share(topic: _Titled, other: _Titled, name: str) -> bool:
    """Tell whether a version has both topics under one title."""
    return not topic.get(name, set()).isdisjoint(other.get(name, ()))
