"""What maintainers have decided, once, so that they are not asked again.

Rulings name topics, chapters and questions by their words, never by number. `path` and `line` (from
1) tell where a ruling stands; they are no part of what is ruled.
"""

from dataclasses import dataclass, field

from curriculum_tools.model.content import NotesStatus


@dataclass(frozen=True, slots=True)
class TopicName:
    """A topic by any title it has, and by the title of its chapter where titles repeat."""

    title: str
    chapter: str | None = None

    def __str__(self) -> str:
        return f'"{self.title}"' + (f' of "{self.chapter}"' if self.chapter else "")


@dataclass(frozen=True, slots=True)
class ChapterName:
    """A chapter by any title it has."""

    title: str

    def __str__(self) -> str:
        return f'chapter "{self.title}"'


@dataclass(frozen=True, slots=True)
class QuestionName:
    """A question by its text, code below it on lines of its own; in one topic, or wherever."""

    text: str
    topic: TopicName | None = None

    def __str__(self) -> str:
        first, _, code = self.text.strip("\n").partition("\n")
        return f'"{first}{" …" if code else ""}"' + (f" in {self.topic}" if self.topic else "")


@dataclass(frozen=True, slots=True)
class AbsentFromNewest:
    """All topics that the newest version does not have; those of one chapter, if it is named."""

    chapter: str | None = None

    def __str__(self) -> str:
        where = f' of chapter "{self.chapter}"' if self.chapter else ""
        return f"the topics{where} that the newest version does not have"


@dataclass(frozen=True, slots=True)
class GuideName:
    """The guide itself."""

    def __str__(self) -> str:
        return "the guide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What all rulings have; `str` of one says in short what is ruled.

    Of a value, `over` is what the versions said when it was ruled: if they say something else by
    now, it is asked again.
    """

    reason: str = ""
    over: str | None = None
    path: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class OrderRuling(Ruling):
    """A topic or chapter is to stand before or after another; it is the one that moves."""

    what: TopicName | ChapterName
    other: TopicName | ChapterName
    is_before: bool

    def __str__(self) -> str:
        return f"{self.what} {'before' if self.is_before else 'after'} {self.other}"


@dataclass(frozen=True, slots=True)
class HomeRuling(Ruling):
    """The chapter that a topic belongs to."""

    topic: TopicName
    chapter: ChapterName

    def __str__(self) -> str:
        return f"{self.topic} in {self.chapter}"


@dataclass(frozen=True, slots=True)
class TitleRuling(Ruling):
    """The title of a topic, a chapter or the guide."""

    what: TopicName | ChapterName | GuideName
    title: str

    def __str__(self) -> str:
        return f"the title of {self.what}"


@dataclass(frozen=True, slots=True)
class FromRuling(Ruling):
    """The version whose value of a field holds, whatever it says later on.

    `field` is one of a topic (or its title), `title` or `text` of a chapter, `answer` of a
    question; of the guide `title`, `introduction` or `front-matter`.
    """

    what: TopicName | ChapterName | QuestionName | GuideName
    field: str
    source: str

    def __str__(self) -> str:
        return f"the {self.field} of {self.what} from {self.source}"


@dataclass(frozen=True, slots=True)
class DescriptionRuling(Ruling):
    """The description of a topic."""

    topic: TopicName
    text: str

    def __str__(self) -> str:
        return f"the description of {self.topic}"


@dataclass(frozen=True, slots=True)
class NotesRuling(Ruling):
    """The notes of a topic, whether or not any version names them."""

    topic: TopicName
    notes: str
    status: NotesStatus

    def __str__(self) -> str:
        return f"the notes of {self.topic}"


@dataclass(frozen=True, slots=True)
class PresenceRuling(Ruling):
    """Whether something is kept in the guide or dropped, where that is open."""

    what: TopicName | ChapterName | QuestionName | AbsentFromNewest
    is_kept: bool

    def __str__(self) -> str:
        return f"{'keep' if self.is_kept else 'drop'} {self.what}"


@dataclass(frozen=True, slots=True)
class PairRuling(Ruling):
    """Whether two topics, or two chapters, are the same; `wording` is then their title."""

    a: TopicName | ChapterName
    b: TopicName | ChapterName
    same: bool
    wording: str | None = None

    def __str__(self) -> str:
        return f"{self.a} and {self.b}: {'the same' if self.same else 'different'}"


@dataclass(frozen=True, slots=True)
class QuestionRuling(Ruling):
    """Whether two questions are the same.

    `a` and `b` are as written in the decisions file, `keys` normalised and sorted. `wording` is
    the text that stays, where they are the same.
    """

    a: str
    b: str
    keys: tuple[str, str]
    same: bool
    wording: str | None = None

    def __str__(self) -> str:
        verdict = "the same" if self.same else "different"
        return f"{QuestionName(self.a)} and {QuestionName(self.b)}: {verdict}"
