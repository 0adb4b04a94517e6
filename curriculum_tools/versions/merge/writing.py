"""How a merged guide with templates is written: each part as the version that says it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import NO_ANSWER, Answer, Block, Question, Section
from curriculum_tools.model.written import GapKind, Passage, WrittenQuestion, WrittenSection
from curriculum_tools.syntax.layout import apart
from curriculum_tools.versions.choice import Choice
from curriculum_tools.versions.merge.folding import answer_below
from curriculum_tools.versions.merge.joined_questions import AskedQuestion, JoinedQuestion
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.version import Version

BLANK_LINE = 2  # line ends, of the line before it and of its own

#: Texts and what became of them: references have new numbers.
Renewed = Mapping[str, str]


class Writer:
    """Tells how the parts of a merged guide are written."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._break = _usual_break(plan.versions.items)

    def of_guide(self) -> WrittenSection | None:
        """Return how what stands before the first chapter is written."""
        said = self._plan.of_guide
        roots = [(v, version.root) for v, version in enumerate(self._plan.versions.items)]
        return self._introduction(roots, said.prose, has_title=said.title is not None)

    def of_chapter(self, place: int) -> WrittenSection | None:
        """Return how a chapter is written, up to its first topic."""
        chapter = self._plan.chapters[place]
        said = [(member.version, member.said) for member in chapter.members]
        return self._introduction(said, chapter.blocks, has_title=chapter.title is not None)

    def _introduction(
        self,
        said: Iterable[tuple[int, Section]],
        blocks: Choice[tuple[Block, ...]] | None,
        *,
        has_title: bool,
    ) -> WrittenSection | None:
        """Return how the chosen blocks of a guide or chapter are written, below a title."""
        chosen = blocks.options[blocks.chosen] if blocks else None
        by_hand = [each for each in self._plan.edited if chosen and each.blocks == chosen.value]
        found = [(-1, each) for each in by_hand if each.written] or list(said)
        if chosen and chosen.versions:
            found = [(v, each) for v, each in found if v in chosen.versions]

        def fits(each: tuple[int, Section]) -> tuple[bool, bool, int]:
            version, section = each
            head = section.written.head if section.written else Passage()
            is_chosen = chosen is None or section.blocks == chosen.value
            return is_chosen, head.has(GapKind.TITLE) == has_title, version

        version, section = max(found, key=fits, default=(-1, None))
        if section is None or section.written is None:
            return None
        renewed = self._renewed(section.blocks, version)
        head = _renewed(section.written.head, renewed)
        return WrittenSection(head if _holds_questions(section) else _ended(head, BLANK_LINE))

    def of_topic(self, place: int, printed: Section) -> WrittenSection | None:
        """Return how a topic is written: as its newest version, with the blocks of the others."""
        topic = self._plan.topics[place]
        said = [(m.version, m.said) for m in topic.members] or [(-1, each) for each in topic.added]
        version, section = max(
            said, key=lambda each: (each[1].title == printed.title, each[0]), default=(-1, None)
        )
        if section is None or section.written is None:
            return None
        renewed = self._renewed(section.free_blocks, version)
        own = [renewed.get(block.text, block.text) for block in section.free_blocks]
        gone = {text: "" for text in own if text not in {b.text for b in printed.free_blocks}}
        more = [block for block in printed.free_blocks if block.text not in own]
        head = _renewed(_renewed(section.written.head, renewed), gone)
        after = dict(self._after(place, section, renewed | gone))
        last = len(self._plan.questions_of[place]) - 1
        if more and last >= 0 and self._stands_below(printed):
            after[last] = after.get(last, "") + _lines(more)
        elif more:
            text = head.text.rstrip("\n")
            head = head._replace(text=f"{text}\n\n{_lines(more)}" if text else _lines(more))
        if not section.questions:
            head = _ended(head, BLANK_LINE)
        filled = ((at, text) for at, text in sorted(after.items()) if text)
        return WrittenSection(head, tuple(filled))

    def _stands_below(self, topic: Section) -> bool:
        """Tell whether what others say stands below the questions: above begins another part.

        That is the chapter of a topic without a heading, or the section of a file with questions.
        """
        templates = self._plan.versions.dialect.templates
        return not topic.is_headed or (templates is not None and templates.topic_is_file)

    def _after(self, topic: int, said: Section, renewed: Renewed) -> Iterator[tuple[int, str]]:
        """Yield what follows questions, by the places of these in the merged topic."""
        printed = {q: at for at, q in enumerate(self._plan.questions_of[topic])}
        written = said.written.after if said.written else ()
        found: dict[int, list[str]] = {}
        for place, text in written:
            question = self._plan.questions.place_of.get(key(wording_of(said.questions[place])))
            is_last = place == len(said.questions) - 1
            at = len(printed) - 1 if is_last or question is None else printed.get(question)
            said_after = _ended(_renewed(Passage(text), renewed), BLANK_LINE if is_last else 1)
            found.setdefault(len(printed) - 1 if at is None else at, []).append(said_after.text)
        return ((at, "".join(texts)) for at, texts in sorted(found.items()))

    def of_question(self, joined: JoinedQuestion, printed: Question) -> WrittenQuestion | None:
        """Return how a question is written, as a version asks it and as one answers it."""
        wording = replace(joined.printed, answer=NO_ANSWER)
        asking = [a for a in joined.asked if replace(a.said, answer=NO_ANSWER) == wording]

        def fits(each: AskedQuestion) -> tuple[bool, bool, int]:
            return self._answers(each, joined), each.said.answer.ticked != (), each.version

        asked = max(asking or joined.asked, key=fits)
        written = asked.said.written
        if written is None:
            return None
        answered = asked if self._answers(asked, joined) else max(joined.asked, key=fits)
        rest = answered.said.written.rest if answered.said.written else written.rest
        head = _renewed(written.head, self._asked_anew(asked, printed))
        blocks = answered.said.answer.blocks
        rest = _renewed(rest, self._renewed(blocks, answered.version))
        return WrittenQuestion(head, _ended(rest, self._break))

    @staticmethod
    def _answers(asked: AskedQuestion, joined: JoinedQuestion) -> bool:
        """Tell whether a question has, where it is asked, the answer that was chosen."""
        return _unticked(answer_below(joined.printed, asked.said)) == _unticked(
            joined.printed.answer
        )

    def _asked_anew(self, asked: AskedQuestion, printed: Question) -> Renewed:
        found = dict(self._renewed(asked.said.prompt, asked.version))
        if asked.said.text != printed.text:
            found[asked.said.text] = printed.text
        for old, new in zip(asked.said.options, printed.options, strict=False):
            if old.text != new.text:
                found[old.text] = new.text
        return found

    def _renewed(self, blocks: Iterable[Block], version: int) -> dict[str, str]:
        """Return the texts of blocks whose references have new numbers, line by line."""
        found: dict[str, str] = {}
        for block in blocks if version >= 0 else ():
            new = self._plan.renumbering.block(block, (version,))
            found |= _changed_lines(block.text, new.text)
        return found


def _lines(blocks: Iterable[Block]) -> str:
    return "\n".join(apart(blocks)) + "\n"


def _usual_break(versions: Iterable[Version]) -> int:
    """Return how many line ends most questions end with that others follow."""
    breaks = Counter(
        len(text) - len(text.rstrip("\n"))
        for version in versions
        for topic in version.topics
        for question in topic.questions[:-1]
        if question.written and (text := question.written.rest.text)
    )
    return max(breaks, key=lambda count: (breaks[count], count), default=BLANK_LINE)


def _holds_questions(section: Section) -> bool:
    return bool(section.questions or section.sections)


def _ended(passage: Passage, breaks: int) -> Passage:
    """Return a passage that ends with so many line ends, or more: it may have been the last."""
    bare = passage.text.rstrip("\n")
    missing = breaks - (len(passage.text) - len(bare))
    return passage._replace(text=passage.text + "\n" * max(0, missing))


def _unticked(answer: Answer) -> Answer:
    return replace(answer, ticked=())


def _changed_lines(old: str, new: str) -> Renewed:
    pairs = zip(old.split("\n"), new.split("\n"), strict=False)
    return {was: now for was, now in pairs if was != now}


def _renewed(passage: Passage, texts: Renewed) -> Passage:
    """Return a passage in which texts were replaced, each once; gaps keep their places."""
    if not texts:
        return passage
    parts: Sequence[str] = passage.parts
    for old, new in texts.items():
        place = next((at for at, part in enumerate(parts) if old in part), None)
        if place is not None:
            parts = [p.replace(old, new, 1) if at == place else p for at, p in enumerate(parts)]
    gaps, reach = [], 0
    for part, gap in zip(parts, passage.gaps, strict=False):
        reach += len(part)
        gaps.append(gap._replace(at=reach))
    return Passage("".join(parts), tuple(gaps))
