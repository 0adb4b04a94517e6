"""References such as "see topic 3.2" that follow a renumbering: they are no change of a text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from curriculum_tools.facts.references import named_numbers
from curriculum_tools.model.content import Answer, Block, BlockKind, Question
from curriculum_tools.model.dialect import FieldSpec, References
from curriculum_tools.versions.diff.match import Match, Pair

Numbers = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads the texts of one version with a name for each number that stands for a kept thing.

    Both versions have the same names, so texts are equal that refer to the same topics.
    """

    topics: Mapping[str, str]
    chapters: Mapping[str, str]

    def text(self, text: str, *, is_name: bool = False) -> str:
        """Read a text; `is_name` says that a number stands there for a topic without more ado."""
        if not (self.topics or self.chapters):
            return text
        pieces = []
        last = 0
        for named in named_numbers(text):
            names = self.chapters if named.what == "chapter" else self.topics
            if (is_name or named.what) and named.number in names:
                pieces += [text[last : named.start], names[named.number]]
                last = named.end
        return "".join([*pieces, text[last:]])

    def value(self, spec: FieldSpec, text: str) -> str:
        """Read the text of a value of a field."""
        if spec.references is References.NONE:
            return text
        return self.text(text, is_name=spec.references is References.NAMES)

    def block(self, block: Block) -> tuple[str, str]:
        """Read a block; code refers to nothing."""
        text = block.text if block.kind is BlockKind.CODE else self.text(block.text)
        return block.kind, text

    def question(self, question: Question) -> tuple[object, ...]:
        """Read what a question asks; its answer is no part of which question it is."""
        prompt = tuple(map(self.block, question.prompt))
        options = tuple(self.text(option.text) for option in question.options)
        return self.text(question.text), prompt, options

    def answer(self, answer: Answer) -> tuple[object, ...]:
        """Read the answer to a question."""
        blocks = tuple(map(self.block, answer.blocks))
        return tuple(map(self.text, answer.ticked)), answer.letters, blocks


def readings(match: Match) -> tuple[Reading, Reading]:
    """Return how to read the earlier and the later version."""
    topics = _names(
        [topic.number for topic in match.before.topics],
        [topic.number for topic in match.after.topics],
        match.topics,
    )
    chapters = _names(
        [chapter.number for chapter in match.before.chapters],
        [chapter.number for chapter in match.after.chapters],
        match.chapters,
    )
    return Reading(topics[0], chapters[0]), Reading(topics[1], chapters[1])


def _names(
    before: Numbers, after: Numbers, pairs: Iterable[Pair]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return names for the numbers that one thing alone has; none where nothing is renumbered."""
    borne = Counter(before), Counter(after)
    names: tuple[dict[str, str], dict[str, str]] = {}, {}
    is_renumbered = False
    for pair in pairs:
        one, other = before[pair.before], after[pair.after]
        if one is None or other is None or borne[0][one] > 1 or borne[1][other] > 1:
            continue
        names[0][one] = names[1][other] = f"\0{pair.before}\0"
        is_renumbered = is_renumbered or one != other
    return names if is_renumbered else ({}, {})
