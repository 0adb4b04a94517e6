"""Which headings hold questions: the templates of chapters and topics."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from curriculum_tools.detection.forms import Form
from curriculum_tools.detection.scan import Scanned, SeenLine
from curriculum_tools.model.templates import Carrier

COVERED = 0.5  # of the questions of a text, by the headings of a level of chapters or topics
USUAL = 0.1  # of all questions, by these
NUMBERED = 0.7  # of the headings of a level whose template has a number
COUNTED = 0.7  # that end in a number in brackets
_COUNT_END = "({count})"


@dataclass(slots=True)
class _Level:
    """The headings of one level that hold questions."""

    level: int
    forms: dict[Form, int] = field(default_factory=dict)
    counted: int = 0
    questions: int = 0

    @property
    def headings(self) -> int:
        return sum(self.forms.values())

    def join(self, other: "_Level") -> None:
        """Count the headings of another text, too."""
        for form, count in other.forms.items():
            self.forms[form] = self.forms.get(form, 0) + count
        self.counted += other.counted
        self.questions += other.questions


def section_templates(
    texts: Iterable[Scanned], questions: set[Form]
) -> tuple[str | None, str | None]:
    """Return the templates of chapters and of topics, None where there are none."""
    levels: dict[int, _Level] = {}
    total = 0
    for text in texts:
        found: dict[int, _Level] = {}
        count = _count(text.lines, questions, found)
        total += count
        for number, level in found.items():
            if level.questions >= COVERED * count:
                levels.setdefault(number, _Level(number)).join(level)
    used = [level for _, level in sorted(levels.items()) if level.questions >= USUAL * total]
    while len(used) > 1 and used[0].headings == 1:
        used = used[1:]  # a heading around all others says no more than the title
    fullest = sorted(used, key=lambda level: -level.headings)[:2]
    templates = [_template(level) for level in used if level in fullest]
    chapter, topic, *_ = (*templates, None, None)
    return chapter, topic


def _count(lines: Sequence[SeenLine], questions: set[Form], levels: dict[int, _Level]) -> int:
    """Count the questions of a text, and those below headings of each level."""
    below = _levels_below(questions)
    open_headings: list[tuple[SeenLine, Form]] = []
    counted: set[int] = set()
    total = 0
    for line in lines:
        form = line.shaped.form if line.shaped else None
        if form is None or line.is_folded:
            total += form in questions
            if form in questions:
                _credit(open_headings, counted, levels)
        elif form in questions and not (line.option or line.answer):
            total += 1
            while open_headings and 0 < form.level < open_headings[-1][1].level:
                open_headings.pop()
            _credit(open_headings, counted, levels)
        elif form.carrier is Carrier.HEADING and not (line.labels_answer or form.level in below):
            while open_headings and open_headings[-1][1].level >= form.level:
                open_headings.pop()
            open_headings.append((line, form))
    return total


def _credit(
    open_headings: list[tuple[SeenLine, Form]], counted: set[int], levels: dict[int, _Level]
) -> None:
    """Credit the open headings with a question."""
    for line, form in open_headings:
        level = levels.setdefault(form.level, _Level(form.level))
        level.questions += 1
        if id(line) not in counted:
            counted.add(id(line))
            level.forms[form] = level.forms.get(form, 0) + 1
            level.counted += bool(line.shaped and _ends_in_count(line.shaped.said))


def _levels_below(questions: set[Form]) -> range:
    """Return the levels of the headings that stand below questions, where these are headings."""
    deepest = min((form.level for form in questions if form.level), default=6)
    return range(deepest + 1, 7)


def _template(level: _Level) -> str:
    """Return the template of the headings of a level."""
    numbered = [form for form in level.forms if "{n}" in form.template]
    count = sum(level.forms[form] for form in numbered)
    if numbered and count >= NUMBERED * level.headings:
        return max(numbered, key=level.forms.__getitem__).template
    end = f" {_COUNT_END}" if level.counted >= COUNTED * level.headings else ""
    return f"{'#' * level.level} {{text}}{end}"


def _ends_in_count(text: str) -> bool:
    return text.endswith(")") and text.rpartition("(")[2].removesuffix(")").strip().isdigit()
