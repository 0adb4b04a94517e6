"""What speaks for a form of line being that of questions, counted over one text or several."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_tools.detection.asking import asks
from curriculum_tools.detection.forms import Form
from curriculum_tools.detection.scan import Line
from curriculum_tools.model.templates import Carrier

FEWEST_OPTIONS = 2  # below a question that has any


@dataclass(slots=True)
class Evidence:
    """The lines of one form: how many there are, and what stands below them until the next.

    `options` and `answers` count the questions that have any, by their templates; `labelled` those
    with the label of an answer, `folded` those with text in details, and `followed` those with
    anything else below them.
    """

    form: Form
    count: int = 0
    asking: int = 0
    named: int = 0
    entries: int = 0
    choosing: int = 0
    labelled: int = 0
    folded: int = 0
    followed: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    options: Counter[str] = field(default_factory=Counter)
    said: set[str] = field(default_factory=set)

    def share(self, count: int) -> float:
        """Return which part of the lines a count is, in [0, 1]."""
        return count / self.count if self.count else 0.0

    def add(self, line: Line, below: Iterable[Line]) -> None:
        """Count a line with what stands below it."""
        if line.shaped is None:
            return
        self.count += 1
        self.asking += asks(line.shaped.said)
        self.named += line.shaped.is_named
        self.entries += line.is_entry
        self.said.add(line.shaped.said.casefold())
        options: Counter[str] = Counter()
        is_labelled = is_folded = is_followed = False
        for other in below:
            if other.option:
                options[other.option] += 1
            elif other.answer or other.labels_answer:
                is_labelled = True
                self.answers[other.answer] += 1
            else:
                is_followed = is_followed or not other.is_entry
            is_folded = is_folded or other.is_folded
        if options.total() >= FEWEST_OPTIONS:
            self.choosing += 1
            self.options.update(options)
        self.labelled += is_labelled
        self.folded += is_folded
        self.followed += is_followed


def gather(texts: Iterable[Sequence[Line]], place: str | None = None) -> list[Evidence]:
    """Return the evidence for each form of line in some texts, of one `place` where it is given."""
    found: dict[Form, Evidence] = {}
    for lines in texts:
        for form in {each.shaped.form for each in lines if each.shaped and _may_ask(each)}:
            evidence = found.setdefault(form, Evidence(form))
            for line, below in _parts(lines, form):
                if place is None or line.place.casefold() == place.casefold():
                    evidence.add(line, below)
    return list(found.values())


def _may_ask(line: Line) -> bool:
    return not (line.option or line.answer or line.labels_answer)


def _parts(lines: Sequence[Line], form: Form) -> Iterator[tuple[Line, list[Line]]]:
    """Yield each line of a form with all that stands below it, before the next or a heading."""
    head: Line | None = None
    below: list[Line] = []
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


def _ends(line: Line, form: Form) -> bool:
    """Tell whether a heading ends what stands below a line of a form."""
    if line.shaped is None or line.is_folded or line.shaped.form.carrier is not Carrier.HEADING:
        return False
    return bool(form.level) and line.shaped.form.level <= form.level
