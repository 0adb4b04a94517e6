"""Rulings as the lines of a decisions file, ready to be pasted.

A ruling is one line, so that two branches that decide different things merge; a pair of questions
stands one below the other. All texts are in double quotes: whatever they hold reads back equal.
"""

from collections.abc import Iterable, Iterator

from curriculum_tools.editing.decisions_text import RulingEntry
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
    QuestionRuling,
    Ruling,
    TitleRuling,
    TopicName,
)
from curriculum_tools.output.yaml_writer import yaml_string


def decisions_yaml(rulings: Iterable[Ruling]) -> str:
    """Return rulings as the text of a decisions file."""
    return "".join(f"{line}\n" for line in decision_lines(rulings))


def decision_lines(rulings: Iterable[Ruling]) -> Iterator[str]:
    """Yield the lines without their ends, sorted by key; rulings below one key keep their order.

    A dropped item without a reason gets an empty one, which the maintainer must fill in.
    """
    lines: dict[str, list[str]] = {}
    for ruling in rulings:
        key, entry = _entry(ruling)
        lines.setdefault(key, []).extend(entry)
    for key in sorted(lines):
        yield f"{key}:"
        yield from lines[key]


def decision_entry(ruling: Ruling) -> RulingEntry:
    """Return a ruling as it is put into a decisions file."""
    key, lines = _entry(ruling)
    block = tuple(lines)
    if not isinstance(ruling, QuestionRuling):
        return RulingEntry(key, block, block[0].removeprefix("- "))
    fields = {"questions": f"[{yaml_string(ruling.a)}, {yaml_string(ruling.b)}]"}
    reason = {"reason": yaml_string(ruling.reason)} if ruling.reason else {}
    return RulingEntry(key, block, _braced(fields | _worded(ruling.wording) | reason))


def _entry(ruling: Ruling) -> tuple[str, Iterable[str]]:
    """Return the key that a ruling stands below, and its lines."""
    reason = {"reason": yaml_string(ruling.reason)} if ruling.reason else {}
    match ruling:
        case QuestionRuling(a=a, b=b, same=same, wording=wording):
            return _sameness("questions", same=same), _question_lines(
                a, b, _worded(wording) | reason
            )
        case PairRuling(a=a, b=b, same=same, wording=wording):
            kind = "chapters" if isinstance(a, ChapterName) else "topics"
            fields = {kind: f"[{_name(a)}, {_name(b)}]"} | _worded(wording)
            return _sameness(kind, same=same), [_flow(fields | reason)]
        case PresenceRuling(what=what, is_kept=is_kept):
            reason = reason if is_kept else {"reason": yaml_string(ruling.reason)}
            return "keep" if is_kept else "drop", [_flow(_what(what) | reason)]
    key, fields = _fields(ruling)
    over = {} if ruling.over is None else {"over": yaml_string(ruling.over)}
    return key, [_flow(fields | over | reason)]


def _worded(wording: str | None) -> dict[str, str]:
    return {} if wording is None else {"wording": yaml_string(wording)}


def _fields(ruling: Ruling) -> tuple[str, dict[str, str]]:
    match ruling:
        case OrderRuling(what=what, other=other, is_before=is_before):
            key = "before" if is_before else "after"
            return key, _what(what) | {key: _name(other)}
        case HomeRuling(topic=topic, chapter=chapter):
            return "chapter", _what(topic) | _what(chapter)
        case TitleRuling(what=named, title=title):
            return "title", _what(named) | {"title": yaml_string(title)}
        case DescriptionRuling(topic=topic, text=text):
            return "description", _what(topic) | {"text": yaml_string(text)}
        case FromRuling(what=said, field=field, source=source):
            return "from", _what(said) | {"field": yaml_string(field), "from": yaml_string(source)}
        case NotesRuling(topic=topic, notes=path, status=status):
            return "notes", _what(topic) | {"path": yaml_string(path), "status": status.value}
    raise TypeError(f"no form for {ruling!r}")


def _what(
    what: TopicName | ChapterName | QuestionName | AbsentFromNewest | GuideName,
) -> dict[str, str]:
    match what:
        case TopicName():
            return {"topic": _name(what)}
        case ChapterName():
            return {"chapter": _name(what)}
        case GuideName():
            return {"guide": "true"}
        case QuestionName(text=text, topic=topic):
            return {"question": yaml_string(text)} | (_what(topic) if topic else {})
        case AbsentFromNewest(chapter=chapter):
            return {"absent-from-newest": "true"} | (
                {"chapter": yaml_string(chapter)} if chapter else {}
            )


def _name(name: TopicName | ChapterName) -> str:
    if isinstance(name, TopicName) and name.chapter:
        return _braced({"title": yaml_string(name.title), "chapter": yaml_string(name.chapter)})
    return yaml_string(name.title)


def _sameness(kind: str, *, same: bool) -> str:
    return f"{'same' if same else 'different'}-{kind}"


def _question_lines(a: str, b: str, reason: dict[str, str]) -> Iterator[str]:
    yield from ("- questions:", f"  - {yaml_string(a)}", f"  - {yaml_string(b)}")
    yield from (f"  {key}: {value}" for key, value in reason.items())


def _flow(fields: dict[str, str]) -> str:
    return f"- {_braced(fields)}"


def _braced(fields: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"
