"""The forms that a ruling may take in a decisions file, and how each is read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from curriculum_tools.likeness.question_rulings import ruling_keys
from curriculum_tools.model.guide import NotesStatus
from curriculum_tools.model.rulings import (
    AbsentFromNewest,
    ChapterName,
    DescriptionRuling,
    GuideName,
    HomeRuling,
    NotesRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    QuestionName,
    QuestionRuling,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.store.yaml_values import YamlValue

_REASON = "reason"


@dataclass(frozen=True, slots=True)
class Entry:
    """The values of one ruling by their keys, each read as what it should be."""

    values: Mapping[str, YamlValue]

    def text(self, key: str) -> str:
        """Read a text that may have several lines."""
        return self.values[key].text()

    def one_line(self, key: str) -> str:
        """Read a text of which line ends are no part."""
        return _one_line(self.values[key])

    def topic(self, key: str = "topic") -> TopicName:
        """Read the name of a topic."""
        return _topic(self.values[key])

    def chapter(self, key: str = "chapter") -> ChapterName:
        """Read the title of a chapter."""
        return ChapterName(self.one_line(key))

    def question(self) -> QuestionName:
        """Read a question, and the topic it is in where one is named."""
        return QuestionName(self.text("question"), self.topic() if "topic" in self.values else None)

    def absent(self) -> AbsentFromNewest:
        """Read the flag for all topics that are absent from the newest version."""
        self.values["absent-from-newest"].true()
        return AbsentFromNewest(self.one_line("chapter") if "chapter" in self.values else None)

    def guide(self) -> GuideName:
        """Read the flag for the guide itself."""
        self.values["guide"].true()
        return GuideName()

    def status(self) -> NotesStatus:
        """Read whether notes are written, planned or covered."""
        word = self.text("status")
        if word not in list(NotesStatus):
            listed = ", ".join(NotesStatus)
            raise self.values["status"].refused(f"`status` must be one of {listed}, not {word}")
        return NotesStatus(word)

    def pair(self, key: str) -> tuple[YamlValue, YamlValue]:
        """Read a list of two."""
        items = self.values[key].items()
        if len(items) != 2:
            raise self.values[key].refused(f"a ruling names two {key}: `{key}: [..., ...]`")
        return items[0], items[1]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of ruling: the keys it must have and those it may have, and how it is read."""

    required: tuple[str, ...]
    read: Callable[[Entry], Ruling]
    optional: tuple[str, ...] = (_REASON,)


def read_ruling(item: YamlValue, forms: Sequence[Form]) -> Ruling:
    """Read a ruling in the first of several forms whose first key it has; raises ConfigError."""
    known = sorted({key for form in forms for key in (*form.required, *form.optional)})
    values = item.mapping(known)
    form = next((form for form in forms if form.required[0] in values), None)
    if form is None:
        *others, last = [f"`{form.required[0]}`" for form in forms]
        listed = f"{', '.join(others)} or {last}" if others else last
        raise item.refused(f"a ruling here needs {listed}")
    for key in form.required:
        if key not in values:
            raise item.refused(f"this ruling needs `{key}`, too")
    for key, value in values.items():
        if key not in (*form.required, *form.optional):
            raise value.refused(f"`{key}` does not go with `{form.required[0]}`")
    reason = _one_line(values[_REASON]) if _REASON in values else ""
    return replace(form.read(Entry(values)), reason=reason, path=item.path, line=item.line)


def _one_line(value: YamlValue) -> str:
    return " ".join(line.strip() for line in value.text().splitlines()).strip()


def _topic(value: YamlValue) -> TopicName:
    if not value.is_mapping:
        return TopicName(_one_line(value))
    parts = value.mapping(("chapter", "title"))
    if len(parts) != 2:
        raise value.refused("a topic is a title, or has both `title` and `chapter`")
    return TopicName(_one_line(parts["title"]), _one_line(parts["chapter"]))


def _order(key: str) -> tuple[Form, ...]:
    is_before = key == "before"

    def of_topics(entry: Entry) -> Ruling:
        return OrderRuling(entry.topic(), entry.topic(key), is_before)

    def of_chapters(entry: Entry) -> Ruling:
        return OrderRuling(entry.chapter(), entry.chapter(key), is_before)

    return Form(("topic", key), of_topics), Form(("chapter", key), of_chapters)


def _presence(*, is_kept: bool) -> tuple[Form, ...]:
    """Give the forms of dropping and keeping; dropping takes a reason."""
    must, may = ((), (_REASON,)) if is_kept else ((_REASON,), ())
    return (
        Form(
            ("absent-from-newest", *must),
            lambda entry: PresenceRuling(entry.absent(), is_kept),
            ("chapter", *may),
        ),
        Form(
            ("question", *must),
            lambda entry: PresenceRuling(entry.question(), is_kept),
            ("topic", *may),
        ),
        Form(("topic", *must), lambda entry: PresenceRuling(entry.topic(), is_kept), may),
        Form(("chapter", *must), lambda entry: PresenceRuling(entry.chapter(), is_kept), may),
    )


def _same(key: str, *, same: bool) -> tuple[Form, ...]:
    def of_topics(entry: Entry) -> Ruling:
        a, b = entry.pair(key)
        return PairRuling(_topic(a), _topic(b), same)

    def of_chapters(entry: Entry) -> Ruling:
        a, b = entry.pair(key)
        return PairRuling(ChapterName(_one_line(a)), ChapterName(_one_line(b)), same)

    def of_questions(entry: Entry) -> Ruling:
        a, b = (value.text() for value in entry.pair(key))
        return QuestionRuling(a, b, ruling_keys(a, b), same)

    reads = {"topics": of_topics, "chapters": of_chapters, "questions": of_questions}
    return (Form((key,), reads[key]),)


#: Each key of a decisions file with the forms of the rulings below it.
FORMS: Mapping[str, tuple[Form, ...]] = {
    "after": _order("after"),
    "before": _order("before"),
    "chapter": (
        Form(("topic", "chapter"), lambda entry: HomeRuling(entry.topic(), entry.chapter())),
    ),
    "description": (
        Form(
            ("topic", "text"),
            lambda entry: DescriptionRuling(entry.topic(), entry.one_line("text")),
        ),
    ),
    "different-chapters": _same("chapters", same=False),
    "different-questions": _same("questions", same=False),
    "different-topics": _same("topics", same=False),
    "drop": _presence(is_kept=False),
    "keep": _presence(is_kept=True),
    "notes": (
        Form(
            ("topic", "path", "status"),
            lambda entry: NotesRuling(entry.topic(), entry.one_line("path"), entry.status()),
        ),
    ),
    "same-chapters": _same("chapters", same=True),
    "same-questions": _same("questions", same=True),
    "same-topics": _same("topics", same=True),
    "title": (
        Form(("topic", "title"), lambda entry: TitleRuling(entry.topic(), entry.one_line("title"))),
        Form(
            ("chapter", "title"),
            lambda entry: TitleRuling(entry.chapter(), entry.one_line("title")),
        ),
        Form(("guide", "title"), lambda entry: TitleRuling(entry.guide(), entry.one_line("title"))),
    ),
}
