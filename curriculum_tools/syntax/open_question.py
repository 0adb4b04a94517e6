"""A question of a dialect with templates while it is read, with what stands below it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from curriculum_tools.model.content import (
    NOWHERE,
    Answer,
    Block,
    BlockKind,
    Option,
    Question,
    Text,
)
from curriculum_tools.model.source import Span
from curriculum_tools.model.templates import AnswerForm, Carrier, Templates
from curriculum_tools.syntax.questions import asks, count_asked

# Tags are taken off first, and lengths are bounded: no text takes more than its share of time.
_TAG = re.compile(r"<[^<>]*>")
_BACK_LINK = re.compile(r"\W*\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(#[^()]*\)\W*")
_BACK_TAG = re.compile(r"<a\b[^<>]*href=[\"']#[^<>]*>(?:[^<]|<(?!/a>)){0,500}</a>", re.IGNORECASE)
_SUMMARY = re.compile(r"<summary\b[^<>]*>.{0,500}?</summary>", re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"(?:\s|&nbsp;|<!--.*?-->|</?[A-Za-z][\w-]*(?=[\s/>])[^<>]*>)*", re.DOTALL)
_IMAGES = re.compile(r"\s*(?:!\[[^\[\]]*\]\([^()]*\)\s*|<img\b[^<>]*>\s*)+")
#: Deeper than any heading: what no heading stands below.
NO_LEVEL = 7


@dataclass(slots=True)
class OpenQuestion:
    """A question that is being read.

    `level` is that of its heading. Blocks go to its prompt until the answer begins, or what is said
    `aside` below the options. `depth` is how many details hold a summary, or how many headings and
    divs anything else. An answer in details without an end goes on to the next question.
    """

    text: Text
    number: Text | None
    carrier: Carrier
    level: int
    start: int
    end: int
    depth: int
    is_answering: bool
    has_no_end: bool = False
    options: list[Option] = field(default_factory=list)
    correct: list[str] = field(default_factory=list)
    prompt: list[Block] = field(default_factory=list)
    aside: list[Block] = field(default_factory=list)
    answer: list[Block] = field(default_factory=list)
    names: list[Text] = field(default_factory=list)
    wording: Text | None = None
    answer_span: Span | None = None

    def add(self, block: Block) -> None:
        """Add a block to the answer, or before it begins to the prompt.

        Below the options only code and figures are asked about.
        """
        if self.is_answering:
            self.answer.append(block)
        elif self.aside or (self.options and not (is_figure(block) or says_nothing(block))):
            self.aside.append(block)
        else:
            self.prompt.append(block)
        self.end = max(self.end, block.span.end)

    def begin_answer(self, span: Span, letters: Iterable[Text], text: Text | None) -> None:
        """Begin the answer with a line that names options, says it, or does neither."""
        self.is_answering = True
        self.end = max(self.end, span.end)
        if names := [Text(letter.text.upper(), letter.span) for letter in letters]:
            self.answer_span = self.answer_span or span
            self.names += names
            self.wording = text
        elif text:
            self.add(Block(BlockKind.PARAGRAPH, text.text, text.span))

    def add_option(self, option: Option, is_correct: bool) -> None:
        """Add an option; what stood above the first one was asked about, and is no answer."""
        if not self.options and self.answer:
            self.prompt += self.answer
            self.answer = []
        self.options.append(option)
        if is_correct:
            self.correct.append(option.text)
        self.end = max(self.end, option.span.end)

    def finished(self, templates: Templates) -> Question:
        """Return the question.

        Where no template tells answers, what may be one is said aside; but a heading that does not
        ask is only the name of the question that stands below it.
        """
        if asks(self.text.text) and not (templates.has_answers or templates.options):
            asked = count_asked(self.text, tuple(self.prompt))
            self.prompt, self.aside = self.prompt[:asked], self.prompt[asked:]
        answer = [*self.aside, *self.answer]
        said = [block for block in self.answer if not says_nothing(block)]
        text = "\n\n".join(block.text for block in said).strip()
        rest = tuple(answer) if said or self.aside else ()
        placeholders = {" ".join(each.casefold().split()) for each in templates.placeholders}
        is_unfinished = " ".join(text.casefold().split()).strip("*_ ") in placeholders
        return Question(
            text=self.text.text,
            prompt=tuple(block for block in self.prompt if not says_nothing(block)),
            options=tuple(self.options),
            answer=Answer(
                ticked=tuple(self.correct),
                blocks=rest,
                is_aside=not said,
                names=tuple(self.names),
                is_unfinished=is_unfinished,
                wording=self.wording if len(self.names) == 1 else None,
                span=_around([self.answer_span] if self.answer_span else [], said),
            ),
            span=self.text.span,
            extent=Span(self.start, self.end),
            blocks=(*self.prompt, *answer),
            number=self.number,
        )


def _around(spans: list[Span], blocks: list[Block]) -> Span:
    """Return the span from the first to the last of these."""
    spans = [*spans, *(block.span for block in blocks)]
    return Span(spans[0].start, spans[-1].end) if spans else NOWHERE


def is_figure(block: Block) -> bool:
    """Tell whether a block shows something rather than saying it."""
    return block.kind is BlockKind.CODE or bool(_IMAGES.fullmatch(block.text))


def says_nothing(block: Block) -> bool:
    """Tell what parts answers, folds them or leads back to the contents from what answers."""
    if block.kind is BlockKind.OTHER:
        return not block.text.strip("-*_ \t")
    if block.kind is BlockKind.HTML:
        return bool(_TAGS.fullmatch(_SUMMARY.sub("", _BACK_TAG.sub("", block.text))))
    is_text = block.kind is BlockKind.PARAGRAPH
    is_link = is_text and _BACK_LINK.fullmatch(_TAG.sub("", block.text))
    return bool(is_link) or bool(_TAGS.fullmatch(_BACK_TAG.sub("", block.text)))


def begins_answering(templates: Templates) -> bool:
    """Tell whether all below a question is its answer, so far as it is no option."""
    return templates.answer_form is AnswerForm.REST
