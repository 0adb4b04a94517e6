"""From the entries of a decisions file, which are as its schema asks, to rulings."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from curriculum_tools.likeness.question_rulings import question_ruling
from curriculum_tools.model.content import NotesStatus
from curriculum_tools.model.rulings import (
    AbsentFromNewest,
    ChapterName,
    DescriptionRuling,
    FromRuling,
    GuideName,
    HomeRuling,
    NotesRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    QuestionName,
    Ruling,
    TitleRuling,
    TopicName,
)

Entry: TypeAlias = Mapping[str, Any]


def ruling_of(kind: str, entry: Entry) -> Ruling:
    """Return the ruling that an entry below a key of a decisions file stands for."""
    read = _from if "from" in entry else _READERS[kind]
    over = entry.get("over")
    return replace(read(kind, entry), reason=_one_line(entry.get("reason", "")), over=over)


def _order(kind: str, entry: Entry) -> Ruling:
    name = _topic if "topic" in entry else _chapter
    what = entry["topic"] if "topic" in entry else entry["chapter"]
    return OrderRuling(name(what), name(entry[kind]), is_before=kind == "before")


def _home(_kind: str, entry: Entry) -> Ruling:
    return HomeRuling(_topic(entry["topic"]), _chapter(entry["chapter"]))


def _title(_kind: str, entry: Entry) -> Ruling:
    return TitleRuling(_part(entry), _one_line(entry["title"]))


def _from(kind: str, entry: Entry) -> Ruling:
    """Read a ruling that takes a value from a version; below another key, that is the field."""
    what = _question(entry) if "question" in entry else _part(entry)
    field = _one_line(entry["field"]) if kind == "from" else kind
    return FromRuling(what, field, _one_line(entry["from"]))


def _description(_kind: str, entry: Entry) -> Ruling:
    return DescriptionRuling(_topic(entry["topic"]), _one_line(entry["text"]))


def _notes(_kind: str, entry: Entry) -> Ruling:
    status = NotesStatus(entry["status"])
    return NotesRuling(_topic(entry["topic"]), _one_line(entry["path"]), status)


def _presence(kind: str, entry: Entry) -> Ruling:
    what: TopicName | ChapterName | QuestionName | AbsentFromNewest
    if "question" in entry:
        what = _question(entry)
    elif "absent-from-newest" in entry:
        what = AbsentFromNewest(_one_line(entry["chapter"]) if "chapter" in entry else None)
    else:
        what = _topic_or_chapter(entry)
    return PresenceRuling(what, is_kept=kind == "keep")


def _pair(kind: str, entry: Entry) -> Ruling:
    same, _, what = kind.partition("-")
    a, b = entry[what]
    wording = entry.get("wording")
    if what == "questions":
        return question_ruling(a, b, same=same == "same", wording=wording)
    name = _topic if what == "topics" else _chapter
    title = wording and _one_line(wording)
    return PairRuling(name(a), name(b), same=same == "same", wording=title)


def _question(entry: Entry) -> QuestionName:
    return QuestionName(entry["question"], _topic(entry["topic"]) if "topic" in entry else None)


def _part(entry: Entry) -> TopicName | ChapterName | GuideName:
    return GuideName() if "guide" in entry else _topic_or_chapter(entry)


def _topic_or_chapter(entry: Entry) -> TopicName | ChapterName:
    return _topic(entry["topic"]) if "topic" in entry else _chapter(entry["chapter"])


def _topic(name: str | Mapping[str, str]) -> TopicName:
    if isinstance(name, str):
        return TopicName(_one_line(name))
    return TopicName(_one_line(name["title"]), _one_line(name["chapter"]))


def _chapter(name: str) -> ChapterName:
    return ChapterName(_one_line(name))


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines()).strip()


_READERS: Mapping[str, Callable[[str, Entry], Ruling]] = {
    "after": _order,
    "before": _order,
    "chapter": _home,
    "description": _description,
    "different-chapters": _pair,
    "different-questions": _pair,
    "different-topics": _pair,
    "drop": _presence,
    "from": _from,
    "keep": _presence,
    "notes": _notes,
    "same-chapters": _pair,
    "same-questions": _pair,
    "same-topics": _pair,
    "title": _title,
}
