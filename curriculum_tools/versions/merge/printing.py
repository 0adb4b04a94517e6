"""From joined versions to the guide that is printed, and where each part of it comes from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, count

from curriculum_tools.likeness import normalise
from curriculum_tools.model.guide import BlockKind, FieldKind
from curriculum_tools.versions.merge.choice import Choice
from curriculum_tools.versions.merge.joined import JoinedTopic
from curriculum_tools.versions.merge.merged import (
    MergedChapter,
    MergedQuestion,
    MergedTopic,
    Origin,
    QuestionOrigin,
)
from curriculum_tools.versions.merge.questions import Fold, JoinedQuestion
from curriculum_tools.versions.merge.whole import Joined
from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidQuestion,
    SaidText,
    SaidTopic,
    Version,
)


def printed_guide(joined: Joined, chapters: Iterable[MergedChapter]) -> Version:
    """Give the guide as it is printed."""
    title, front_matter, prose = (
        joined.of_guide.title,
        joined.of_guide.front_matter,
        joined.of_guide.prose,
    )
    return Version(
        name=joined.name,
        title=SaidText(title.value) if title else None,
        front_matter=SaidText(front_matter.value) if front_matter else None,
        prose=Printer(joined).blocks(prose) if prose else (),
        chapters=tuple(chapter.said for chapter in chapters),
    )


class Printer:
    """Puts what was chosen into the words of the merged guide."""

    def __init__(self, joined: Joined) -> None:
        self._joined = joined
        self._renumbering = joined.renumbering

    def chapters(self) -> Iterator[MergedChapter]:
        """Yield the chapters in their order."""
        outline = self._joined.outline
        titles = dict(self._titles())
        for place in outline.chapters.items:
            chapter = self._joined.chapters[place]
            topics = tuple(self._topic(t, titles[t]) for t in outline.topics[place].items)
            said = SaidChapter(
                number=outline.number_of_chapter.get(place),
                title=chapter.title.value if chapter.title else None,
                blocks=self.blocks(chapter.blocks) if chapter.blocks else (),
                topics=tuple(topic.said for topic in topics),
            )
            origins = (
                Origin(
                    self._joined.source(m.version), m.said.number, m.said.title or "", m.said.line
                )
                for m in chapter.members
            )
            yield MergedChapter(said, topics, tuple(sorted(origins, key=_by_source)))

    def _titles(self) -> Iterator[tuple[int, str]]:
        """Yield the title of each topic; where another topic has it already, one of its others.

        Two topics of one title keep it where one version has both under it. A topic that has no
        other title is told apart by its chapter.
        """
        taken: dict[str, list[JoinedTopic]] = {}
        for place in self._joined.outline.place_of_topic:
            topic = self._joined.topics[place]
            home = self._joined.chapters[topic.home.value].name
            others = (option.value for option in topic.title.options)
            bracketed = f"{topic.title.value} ({home})"
            numbered = (f"{topic.title.value} ({home}, {number})" for number in count(2))
            title = next(
                title
                for title in chain([topic.title.value], others, [bracketed], numbered)
                if all(_share(topic, other, title) for other in taken.get(normalise(title), ()))
            )
            taken.setdefault(normalise(title), []).append(topic)
            yield place, title

    def _topic(self, place: int, title: str) -> MergedTopic:
        topic = self._joined.topics[place]
        questions = tuple(
            self._question(self._joined.questions.joined[q], place)
            for q in self._joined.questions_of[place]
        )
        notes = topic.held(FieldKind.NOTES).notes
        said = SaidTopic(
            number=self._joined.outline.number_of_topic[place],
            title=title,
            descriptions=self._texts(topic, FieldKind.DESCRIPTION),
            prerequisites=self._texts(topic, FieldKind.PREREQUISITES),
            notes=tuple(replace(each, line=None) for each in notes),
            questions=tuple(question.said for question in questions),
            lead=self._union(topic, lambda said: said.lead),
            blocks=(*self._held_blocks(topic), *self._union(topic, _free_blocks)),
        )
        origins = (
            Origin(self._joined.source(m.version), m.said.number, m.said.title, m.said.line)
            for m in topic.members
        )
        return MergedTopic(
            said, questions, tuple(sorted(origins, key=_by_source)), topic.confidence
        )

    def _texts(self, topic: JoinedTopic, kind: FieldKind) -> tuple[SaidText, ...]:
        if kind not in topic.fields:
            return ()
        renew = (
            self._renumbering.name if kind is FieldKind.PREREQUISITES else self._renumbering.text
        )
        choice = topic.fields[kind]
        versions = choice.options[choice.chosen].versions
        return tuple(SaidText(renew(said.text, versions)) for said in choice.value.texts)

    def _held_blocks(self, topic: JoinedTopic) -> Iterator[SaidBlock]:
        for kind in FieldKind:
            if kind in topic.fields:
                choice = topic.fields[kind]
                versions = choice.options[choice.chosen].versions
                yield from (self._block(block, versions) for block in choice.value.blocks)

    def _union(
        self, topic: JoinedTopic, blocks_of: Callable[[SaidTopic], tuple[SaidBlock, ...]]
    ) -> tuple[SaidBlock, ...]:
        """Give the blocks of all versions, equal ones once, those of the newest first."""
        versions: dict[SaidBlock, list[int]] = {}
        for member in sorted(topic.members, key=lambda each: -each.version):
            for block in blocks_of(member.said):
                versions.setdefault(block, []).append(member.version)
        gone = {block for said in topic.gone for block in blocks_of(said)}
        kept = [self._block(b, places) for b, places in versions.items() if b not in gone]
        added = (block for said in topic.added for block in blocks_of(said))
        return (*kept, *(block for block in added if block not in kept))

    def blocks(self, choice: Choice[tuple[SaidBlock, ...]]) -> tuple[SaidBlock, ...]:
        """Give chosen blocks with their references renewed."""
        versions = choice.options[choice.chosen].versions
        return tuple(self._block(block, versions) for block in choice.value)

    def _block(self, block: SaidBlock, versions: Iterable[int]) -> SaidBlock:
        text = block.text
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST):
            text = self._renumbering.text(text, versions)
        return SaidBlock(block.kind, text, block.under)

    def _question(self, question: JoinedQuestion, topic: int) -> MergedQuestion:
        asked_so = [each.version for each in question.asked if each.said == question.printed]
        said = SaidQuestion(
            self._renumbering.text(question.printed.text, asked_so),
            tuple(self._block(block, asked_so) for block in question.printed.blocks),
        )
        here = [
            each
            for each in question.asked
            if each.topic == topic
            or (topic == question.homes[0] and each.topic not in question.homes)
        ]
        origins = sorted(
            (
                QuestionOrigin(
                    self._joined.source(each.version),
                    each.number,
                    each.said.line,
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
        return MergedQuestion(said, tuple(origins))


def _free_blocks(topic: SaidTopic) -> tuple[SaidBlock, ...]:
    return tuple(block for block in topic.blocks if block.under is None)


def _share(topic: JoinedTopic, other: JoinedTopic, title: str) -> bool:
    """Tell whether a version has both topics under one title."""
    return not _having(topic, title).isdisjoint(_having(other, title))


def _having(topic: JoinedTopic, title: str) -> set[int]:
    name = normalise(title)
    return {member.version for member in topic.members if normalise(member.said.title) == name}


def _by_source(origin: Origin) -> tuple[str, int, str]:
    return origin.source, origin.line or 0, origin.number or ""
