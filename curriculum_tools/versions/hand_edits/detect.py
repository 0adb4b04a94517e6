"""Finding what was changed by hand in a merged guide: by comparing it with what was written."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from curriculum_tools.facts.increasing import heaviest_increasing
from curriculum_tools.likeness import key, normalise
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Block, Question, Section, Text
from curriculum_tools.model.templates import Numbers, Templates
from curriculum_tools.versions.alignment.align import align
from curriculum_tools.versions.hand_edits.store import NOTHING, Edited, HandEdit, Place
from curriculum_tools.versions.observations.placed import title_of
from curriculum_tools.versions.version import Version

#: A question that stands in another's place is that one, if they share so much of their words.
REWORDED = 0.5
#: Of a question that is numbered anew.
_ANY_NUMBER = Text("1")


def edits_between(merged: Version, edited: Version) -> tuple[HandEdit, ...]:
    """Return what was changed by hand in `merged`, the guide as it was written."""
    return () if merged == edited else tuple(_Comparison(merged, edited).edits())


class _Comparison:
    """Two guides, with the places of what is the same in both: edited -> merged."""

    def __init__(self, merged: Version, edited: Version) -> None:
        self._merged = merged
        self._edited = edited
        found = align([merged, edited])
        topics = [tuple(cluster.members) for cluster in found.topics]
        topics += [topics[doubt.a] + topics[doubt.b] for doubt in found.doubtful_topics]
        chapters = [tuple(cluster.members) for cluster in found.chapters]
        chapters += [chapters[doubt.a] + chapters[doubt.b] for doubt in found.doubtful_chapters]
        self._topics = _counterparts(topics)
        self._chapters = _counterparts(chapters)
        asked = [{q for topic in v.topics for q in topic.questions} for v in (merged, edited)]
        self._moved_questions = asked[0] & asked[1]

    def edits(self) -> Iterator[HandEdit]:
        """Yield all edits, in the order of the guide; what is gone comes last."""
        yield from self._of_guide()
        for new, chapter in enumerate(self._edited.chapters):
            old = self._chapters.get(new)
            if old is None:
                yield HandEdit(Edited.CHAPTER, now=title_of(chapter))
            else:
                yield from _of_chapter(self._merged.chapters[old], chapter)
        for new, topic in enumerate(self._edited.topics):
            old = self._topics.get(new)
            if old is None:
                yield HandEdit(Edited.TOPIC, self._home(new), now=_unnumbered(topic))
            else:
                yield from self._of_topic(old, new)
        kept = set(self._topics.values())
        for old, topic in enumerate(self._merged.topics):
            if old not in kept:
                yield HandEdit(
                    Edited.TOPIC, _home_of(self._merged, old), topic.title, was=topic.title
                )
        yield from self._order()

    def _of_guide(self) -> Iterator[HandEdit]:
        before, after = self._merged, self._edited
        for what, was, now in (
            (Edited.GUIDE_TITLE, before.title, after.title),
            (Edited.FRONT_MATTER, before.front_matter, after.front_matter),
        ):
            if was != now:
                yield HandEdit(what, was=was.text if was else None, now=now.text if now else None)
        if before.prose != after.prose:
            was_prose, now_prose = (
                replace(NOTHING, blocks=v.prose, written=v.root.written) for v in (before, after)
            )
            yield HandEdit(Edited.PROSE, was=was_prose, now=now_prose)

    def _of_topic(self, old: int, new: int) -> Iterator[HandEdit]:
        was, now = self._merged.topics[old], self._edited.topics[new]
        where = _home_of(self._merged, old), was.title
        if was.title != now.title:
            yield HandEdit(Edited.TITLE, *where, was.title, now.title)
        if self._home(new) != where[0]:
            yield HandEdit(Edited.HOME, *where, where[0], self._home(new))
        for name in self._merged.dialect.names:
            before, after = _only_field(was, name), _only_field(now, name)
            if before != after:
                yield HandEdit(name, *where, before, after)
        found = list(_of_questions(was.questions, now.questions, where, self._moved_questions))
        templates = self._merged.dialect.templates
        yield from _counted(found, templates) if templates else found
        yield from _order_of_questions(found, was.questions, now.questions, where)
        for gone in _blocks_only_in(was, now):
            yield HandEdit(Edited.BLOCK, *where, was=gone)
        for added in _blocks_only_in(now, was):
            yield HandEdit(Edited.BLOCK, *where, now=added)

    def _home(self, new: int) -> str | None:
        """Return the chapter of a topic of the edited guide, by the title it had before."""
        chapter = self._edited.chapter_of[new]
        old = self._chapters.get(chapter)
        return title_of(
            self._edited.chapters[chapter] if old is None else self._merged.chapters[old]
        )

    def _order(self) -> Iterator[HandEdit]:
        """Yield what was put in another place, or is new, with what it now stands behind."""
        chapters = [self._chapters.get(new) for new in range(len(self._edited.chapters))]
        names = [
            title_of(new if old is None else self._merged.chapters[old])
            for old, new in zip(chapters, self._edited.chapters, strict=True)
        ]
        were = [title_of(chapter) for chapter in self._merged.chapters]
        for place in _moved(chapters):
            was = _place_of(were, chapters[place])
            yield HandEdit(Edited.ORDER, names[place], None, was, _place_of(names, place))
        for chapter, old_chapter in enumerate(chapters):
            here = [t for t, c in enumerate(self._edited.chapter_of) if c == chapter]
            before = [t for t, c in enumerate(self._merged.chapter_of) if c == old_chapter]
            yield from self._order_of_topics(before, here)

    def _order_of_topics(self, before: Sequence[int], here: Sequence[int]) -> Iterator[HandEdit]:
        """Yield what was put in another place of a chapter, given by the topics it had and has."""
        were = [self._merged.topics[old].title for old in before]
        olds = [self._topics.get(new) for new in here]
        names = [
            self._edited.topics[new].title if old is None else self._merged.topics[old].title
            for new, old in zip(here, olds, strict=True)
        ]
        for place in _moved(olds):
            old = olds[place]
            was = _place_of(were, before.index(old)) if old in before else None
            home = self._home(here[place])
            yield HandEdit(Edited.ORDER, home, names[place], was, _place_of(names, place))


def _of_chapter(was: Section, now: Section) -> Iterator[HandEdit]:
    title = title_of(was)
    if title != title_of(now):
        yield HandEdit(Edited.CHAPTER_TITLE, title, None, title, title_of(now))
    if was.blocks != now.blocks:
        before, after = (
            replace(NOTHING, blocks=each.blocks, written=each.written) for each in (was, now)
        )
        yield HandEdit(Edited.CHAPTER_BLOCKS, title, None, before, after)


def _of_questions(
    was: Sequence[Question],
    now: Sequence[Question],
    where: tuple[str | None, str],
    moved: Set[Question],
) -> Iterator[HandEdit]:
    """Yield what was reworded in its place, taken out, or added.

    What stands in both guides, elsewhere (`moved`), was not reworded.
    """
    gone = [question for question in was if question not in now]
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        before = [question for question in was[start:end] if question in gone]
        after = [question for question in now[first:last] if question not in was]
        for old, new in zip_longest(before, after):
            if old and new and (not moved.isdisjoint((old, new)) or not _is_reworded(old, new)):
                yield HandEdit(Edited.QUESTION, *where, was=_only_question(old))
                yield HandEdit(Edited.QUESTION, *where, now=_only_question(new))
            else:
                yield HandEdit(Edited.QUESTION, *where, _only_question(old), _only_question(new))


def _counted(edits: Iterable[HandEdit], templates: Templates) -> Iterator[HandEdit]:
    """Yield edits of questions; one that was added is numbered on, whatever its number is."""
    is_counted = templates.numbers not in (Numbers.FREE, Numbers.LIST)
    for edit in edits:
        if is_counted and edit.was is None and isinstance(edit.now, Section):
            (added,) = edit.now.questions
            if added.number and added.number.text.isdecimal():
                added = replace(added, number=_ANY_NUMBER)
            edit = replace(edit, now=replace(edit.now, questions=(added,)))
        yield edit


def _order_of_questions(
    edits: Iterable[HandEdit],
    was: Sequence[Question],
    now: Sequence[Question],
    where: tuple[str | None, str],
) -> Iterator[HandEdit]:
    """Yield the places of questions that were moved or added; a reworded one was in its place."""
    reworded = {
        edit.now.questions[0]: edit.was.questions[0]
        for edit in edits
        if isinstance(edit.was, Section) and isinstance(edit.now, Section)
    }
    old_places = {question: place for place, question in enumerate(was)}
    olds = [old_places.get(reworded.get(question, question)) for question in now]
    before, after = ([key(wording_of(each)) for each in asked] for asked in (was, now))
    for place in _moved(olds):
        yield HandEdit(
            Edited.QUESTION_ORDER,
            *where,
            _place_of(before, olds[place]),
            _place_of(after, place),
            after[place],
        )


def _place_of(names: Sequence[str | None], at: int | None) -> Place | None:
    """Return the neighbours of what is at a place; None where it has none yet."""
    if at is None:
        return None
    around = [None, *names, None]
    return Place(around[at], around[at + 2])


def _is_reworded(old: Question, new: Question) -> bool:
    asked = (old.prompt, old.options)
    if any(asked) and asked == (new.prompt, new.options):
        return True
    words = normalise(old.text).split(), normalise(new.text).split()
    return SequenceMatcher(None, *words, autojunk=False).ratio() >= REWORDED


def _only_question(question: Question | None) -> Section | None:
    return replace(NOTHING, questions=(question,)) if question else None


def _only_field(topic: Section, name: str) -> Section | None:
    field = topic.field(name)
    return None if field.says_nothing else replace(NOTHING, fields=(field,))


def _unnumbered(topic: Section) -> Section:
    return replace(topic, heading=replace(topic.heading, number=None))


def _only_in(blocks: Iterable[Block], others: Sequence[Block]) -> Iterator[Block]:
    return (block for block in blocks if block not in others)


def _blocks_only_in(topic: Section, other: Section) -> Iterator[Section]:
    """Yield the blocks that stand in no field, of the one topic only."""
    for block in _only_in(topic.lead, other.lead):
        yield replace(NOTHING, lead=(block,))
    for block in _only_in(topic.blocks, other.blocks):
        yield replace(NOTHING, blocks=(block,))


def _counterparts(clusters: Iterable[tuple[tuple[int, int], ...]]) -> dict[int, int]:
    """Return for each place in the edited guide (version 1) its place in the merged one (0)."""
    pairs = (sorted(members) for members in clusters if len(members) == 2)
    return {new: old for (_, old), (_, new) in pairs}


def _home_of(version: Version, topic: int) -> str | None:
    return title_of(version.chapters[version.chapter_of[topic]])


def _moved(places: Sequence[int | None]) -> list[int]:
    """Return the places of what is new or out of order, where as much as can be is in order."""
    # read backwards, so that of two that changed places the second is the one that was moved
    backwards = [None if place is None else -place for place in reversed(places)]
    last = len(places) - 1
    kept = {last - at for at in heaviest_increasing(backwards)}
    return [at for at in range(len(places)) if at not in kept]
