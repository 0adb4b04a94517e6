"""References by number follow the chapters and topics they name to their new numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from curriculum_tools.facts.references import named_numbers
from curriculum_tools.model.content import NO_ANSWER, Answer, Block, BlockKind, Question
from curriculum_tools.model.dialect import FieldSpec, References
from curriculum_tools.versions.version import Version

Numbers = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Renumbering:
    """For each version, by its place, its numbers that name one thing, with the new ones.

    Keys are what is numbered ("chapter" or "topic") and the number as printed.
    """

    numbers: Sequence[Numbers]

    def text(self, text: str, versions: Iterable[int]) -> str:
        """Return a text that these versions share with its references renewed.

        Where the same words refer to different things, most versions decide, else the text.
        """
        if not any(character.isdigit() for character in text):
            return text
        votes = Counter(self._renewed(text, self.numbers[version]) for version in versions)
        return min(votes, key=lambda renewed: (-votes[renewed], renewed)) if votes else text

    def value(self, spec: FieldSpec, text: str, versions: Iterable[int]) -> str:
        """Return the text of a value of a field that these versions share, renewed."""
        if spec.references is References.NONE:
            return text
        versions = tuple(versions)
        renewed = self._name(text, versions) if spec.references is References.NAMES else ""
        return renewed or self.text(text, versions)

    def block(self, block: Block, versions: Iterable[int]) -> Block:
        """Return a block that these versions share, renewed; code and tables refer to nothing."""
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST):
            return Block(block.kind, block.text)
        return Block(block.kind, self.text(block.text, versions))

    def question(self, question: Question, versions: Iterable[int]) -> Question:
        """Return what a question asks that these versions share, renewed, without its answer."""
        versions = tuple(versions)
        return replace(
            question,
            text=self.text(question.text, versions),
            prompt=tuple(self.block(block, versions) for block in question.prompt),
            options=tuple(
                replace(option, text=self.text(option.text, versions))
                for option in question.options
            ),
            answer=NO_ANSWER,
        )

    def answer(self, answer: Answer, versions: Iterable[int]) -> Answer:
        """Return an answer that these versions share, renewed; its ticks follow the options."""
        versions = tuple(versions)
        return replace(answer, blocks=tuple(self.block(each, versions) for each in answer.blocks))

    def _name(self, name: str, versions: Iterable[int]) -> str:
        """Return the new number of a name that is a bare number; empty where it is none."""
        new = Counter(self.numbers[version].get(("topic", name), "") for version in versions)
        return min(new, key=lambda number: (-new[number], number)) if new else ""

    @staticmethod
    def _renewed(text: str, numbers: Numbers) -> str:
        pieces = []
        last = 0
        for named in named_numbers(text):
            new = numbers.get((named.what, named.number)) if named.what else None
            if new:
                pieces += [text[last : named.start], new]
                last = named.end
        return "".join([*pieces, text[last:]])


def old_numbers(
    version: Version,
    chapters: Sequence[str | None],
    topics: Sequence[str | None],
) -> Numbers:
    """Return the numbers a version prints once, with the new ones of what they stand for.

    `chapters` and `topics` are the new numbers of the version's own, in its order.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for what, printed, new in (
        ("chapter", [chapter.number for chapter in version.chapters], chapters),
        ("topic", [topic.number for topic in version.topics], topics),
    ):
        for old, renewed in zip(printed, new, strict=True):
            if old:
                found.setdefault((what, old), set()).add(renewed or "")
    return {name: min(new) for name, new in found.items() if len(new) == 1 and "" not in new}
