"""What speaks for a form of line being that of questions, counted over one text or several."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from curriculum_tools.detection.asking import asks, calls_faq, calls_for_checks, may_ask
from curriculum_tools.detection.forms import CHECKBOX, Form
from curriculum_tools.detection.scan import Scanned, SeenLine
from curriculum_tools.model.templates import Carrier

_COUNTS = (
    *("count", "asking", "maybe_asking", "posed", "called", "choosing", "labelled", "folded"),
    *("followed", "named", "entries", "numbered", "steps"),
)
FEWEST_OPTIONS = 2  # below a question that has any


@dataclass(slots=True)
class FormEvidence:
    """The lines of one form: how many there are, and what stands below them until the next.

    `asking` are the lines that ask, and `maybe_asking` those that do where questions are expected.
    `options` and `answers` count the questions that have any, by their templates; `labelled` those
    with the label of an answer, `folded` those with text in details, and `followed` those with
    anything else below them, which has `posed` the question where the line does not ask. Of those
    `called` the file, or the heading above, says that questions stand there. Those `numbered` have
    whole numbers, which as many `steps` count up, or begin anew.
    """

    form: Form
    count: int = 0
    asking: int = 0
    maybe_asking: int = 0
    posed: int = 0
    called: int = 0
    named: int = 0
    entries: int = 0
    numbered: int = 0
    steps: int = 0
    last: int = 0
    choosing: int = 0
    labelled: int = 0
    folded: int = 0
    followed: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    options: Counter[str] = field(default_factory=Counter)
    said: set[str] = field(default_factory=set)
    paths: set[str] = field(default_factory=set)

    def share(self, count: int) -> float:
        """Return which part of the lines a count is, in [0, 1]."""
        return count / self.count if self.count else 0.0

    def join(self, other: "FormEvidence") -> None:
        """Count the lines of another evidence for the same form, too."""
        for name in _COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.answers.update(other.answers)
        self.options.update(other.options)

    def add(self, line: SeenLine, below: Iterable[SeenLine], text: Scanned) -> None:
        """Count a line of a text with what stands below it."""
        if line.shaped is None:
            return
        self.count += 1
        self.called += text.is_called or calls_for_checks(line.place)
        self.paths.add(text.path)
        self.named += line.shaped.is_named
        self.entries += line.is_entry
        if line.shaped.number.isdecimal():
            number = int(line.shaped.number)
            self.numbered += 1
            self.steps += number in (1, self.last + 1)
            self.last = number
        self.said.add(line.shaped.said.casefold())
        under = _look_below(below)
        asks_itself = asks(line.shaped.said)
        self.asking += under.poses or asks_itself
        self.maybe_asking += under.poses or may_ask(line.shaped.said)
        self.posed += under.poses and not asks_itself
        if under.has_choice or (under.options.total() >= FEWEST_OPTIONS and asks_itself):
            self.choosing += 1
            self.options.update(under.options)
        self.answers.update(under.answers)
        self.labelled += bool(under.answers)
        self.folded += under.is_folded
        self.followed += under.is_followed


class _Below(NamedTuple):
    """What stands below a line: options and answers by their templates, and anything else."""

    options: Counter[str]
    answers: Counter[str]
    ticked: int
    poses: bool
    is_folded: bool
    is_followed: bool

    @property
    def has_choice(self) -> bool:
        """Whether there are options; boxes that are all open, or all ticked, are things to do."""
        is_choice = CHECKBOX not in self.options or 0 < self.ticked < self.options[CHECKBOX]
        return self.options.total() >= FEWEST_OPTIONS and (is_choice or self.poses)


def _look_below(below: Iterable[SeenLine]) -> _Below:
    options: Counter[str] = Counter()
    answers: Counter[str] = Counter()
    poses = is_folded = is_followed = False
    ticked = 0
    for line in below:
        if line.option:
            options[line.option] += 1
            ticked += line.is_ticked
        elif line.answer or line.labels_answer:
            answers[line.answer] += 1
        else:
            is_followed = is_followed or not line.is_entry
            poses = line.poses
        is_folded = is_folded or line.is_folded
    return _Below(options, answers, ticked, poses, is_folded, is_followed)


def gather(texts: Iterable[Scanned]) -> list[FormEvidence]:
    """Return the evidence for each form of line in some texts."""
    found: dict[Form, FormEvidence] = {}
    for text, line, below in _lines(texts):
        if line.shaped:
            form = line.shaped.form
            found.setdefault(form, FormEvidence(form)).add(line, below, text)
    return list(found.values())


def gather_by_place(texts: Iterable[Scanned]) -> dict[str, list[FormEvidence]]:
    """Return the evidence for each form, by the heading or div in which it stands, folded."""
    found: dict[str, dict[Form, FormEvidence]] = {}
    for text, line, below in _lines(texts):
        if line.shaped and line.place and not calls_faq(line.place):
            form = line.shaped.form
            forms = found.setdefault(line.place.casefold(), {})
            forms.setdefault(form, FormEvidence(form)).add(line, below, text)
    return {place: list(forms.values()) for place, forms in found.items()}


def _lines(
    texts: Iterable[Scanned],
) -> Iterator[tuple[Scanned, SeenLine, list[SeenLine]]]:
    """Yield the lines of all forms, each with what stands below it."""
    for text in texts:
        for form in {each.shaped.form for each in text.lines if each.shaped and _may_ask(each)}:
            for line, below in _parts(text.lines, form):
                yield text, line, below


def _may_ask(line: SeenLine) -> bool:
    return not (line.option or line.answer or line.labels_answer)


def _parts(lines: Sequence[SeenLine], form: Form) -> Iterator[tuple[SeenLine, list[SeenLine]]]:
    """Yield each line of a form with all that stands below it, before the next or a heading."""
    head: SeenLine | None = None
    below: list[SeenLine] = []
    for line in lines:
        is_next = line.shaped is not None and line.shaped.form == form and _may_ask(line)
        if is_next or (head is not None and _ends(line, form)):
            if head is not None:
                yield head, below
            head, below = (line if is_next else None), []
        elif head is not None:
            below.append(line)
    if head is not None:
        yield head, below


def _ends(line: SeenLine, form: Form) -> bool:
    """Tell whether a heading ends what stands below a line of a form."""
    if line.shaped is None or line.is_folded or line.shaped.form.carrier is not Carrier.HEADING:
        return False
    return not form.level or line.shaped.form.level <= form.level
