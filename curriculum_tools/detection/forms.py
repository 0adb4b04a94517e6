"""From a line to the template that it would be written as."""

import re
from typing import NamedTuple

from curriculum_tools.detection.asking import QUESTION_WORDS
from curriculum_tools.model.templates import Carrier

_NUMBER = r"\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?"
_COUNTED = re.compile(
    rf"(?P<word>[^\W\d_]{{1,20}})?(?P<gap>[ ]?)(?P<n>{_NUMBER})(?P<mark>[.):]|[ ]?[-–—:])?"
    r"[ ]+(?P<text>\S.*)",
    re.DOTALL,
)
#: A sign in front of the number of a heading: "# 1. Text", "⚪ 1.1 Text".
_LEAD = re.compile(
    r"(?P<lead>[^\w\s`*\[\](){}<>|\"'“”‘’.,;:!?-]\ufe0f?[ ]+)(?P<rest>\d.*)", re.DOTALL
)
_BARE = re.compile(rf"(?P<word>[^\W\d_]{{1,20}})[ ]?#?(?P<n>{_NUMBER})(?P<mark>[.):]?)")
_NAMED = re.compile(r"(?P<word>[^\W\d_]{1,20})(?P<mark>[ ]?[.:)])[ ]*(?P<text>\S.*)", re.DOTALL)
_BOLD = re.compile(r"\*\*(?P<text>(?:(?!\*\*).)+)\*\*[\s.:]*", re.DOTALL)
_BOLD_NUMBER = re.compile(
    rf"\*\*(?P<word>[^\W\d_]{{1,20}})?(?P<gap>[ ]?)(?P<n>{_NUMBER})(?P<mark>[.):]?)\*\*"
    r"(?P<after>[.):]?)[ ]+(?P<text>\S.*)",
    re.DOTALL,
)
#: A sign in front of a line, such as ✅ or ❓, and none that Markdown or prose has there.
_SIGN = re.compile(
    r"(?P<sign>[^\w\s#*+\-_<>|:`~!\[\](){}\"'“”‘’.,;/\\$€£&%=?…–—·•@]\ufe0f?)[ ]+(?P<text>\S.*)"
)
CHECKBOX = "- [{mark}] {text}"
_CHECKBOX = re.compile(r"\[[ xX]?\][ ]?\S")
_LETTERED = re.compile(r"(?P<letter>[A-Ha-h])(?P<mark>[:).])[ ]+\S")


class Form(NamedTuple):
    """How a line is written: a template, without the marks of its carrier, and its carrier."""

    template: str
    carrier: Carrier
    level: int = 0


class Shaped(NamedTuple):
    """A line taken apart: its form, what it says and its number.

    It `is_named` where a word in front says that it is a question.
    """

    form: Form
    said: str
    number: str = ""
    is_named: bool = False


def shape_heading(text: str, level: int, marker: str = "") -> Shaped:
    """Take the visible text of a heading apart; `marker` is that of the item in which it stands."""
    carrier = Carrier.LISTED_HEADING if marker else Carrier.HEADING
    front = f"{_item(marker)}{'#' * level} "
    lead = _LEAD.fullmatch(text)
    if lead and not marker:
        return _shape(lead["rest"], f"{front}{lead['lead']}", carrier, level)
    return _shape(text, front, carrier, level)


def shape_item(text: str, marker: str) -> Shaped:
    """Take the text of an item apart, which has only its bold marks left."""
    carrier = Carrier.NUMBERED_ITEM if marker[0].isdigit() else Carrier.ITEM
    if bold := _BOLD.fullmatch(text):
        return Shaped(Form(f"{_item(marker)}**{{text}}**", carrier), bold["text"].strip())
    shaped = _shape(text.replace("**", ""), _item(marker), carrier)
    number = marker[:-1] if carrier is Carrier.NUMBERED_ITEM else shaped.number
    return shaped._replace(number=number)


def shape_summary(text: str) -> Shaped:
    """Take the visible text of a summary apart."""
    shaped = _shape(text, "<summary>", Carrier.SUMMARY)
    return shaped._replace(form=Form(f"{shaped.form.template}</summary>", Carrier.SUMMARY))


def shape_line(text: str) -> Shaped | None:
    """Take a line of a paragraph apart that stands out; None for any other."""
    if counted := _BOLD_NUMBER.fullmatch(text):
        word = "{word}" if counted["word"] else ""
        form = f"**{word}{{n}}{counted['mark']}**{counted['after']} {{text}}"
        said = counted["text"].replace("**", "")
        return Shaped(Form(form, Carrier.LINE), said, counted["n"], _is_question_word(counted))
    if bold := _BOLD.fullmatch(text):
        shaped = _shape(bold["text"].strip(), "**", Carrier.LINE)
        return shaped._replace(form=Form(f"{shaped.form.template}**", Carrier.LINE))
    plain = text.replace("**", "")
    if sign := _SIGN.fullmatch(plain):
        return Shaped(Form(f"{sign['sign']} {{text}}", Carrier.LINE), sign["text"])
    shaped = _shape(plain, "", Carrier.LINE)
    return shaped if shaped.is_named else None


def option_form(text: str) -> str:
    """Return the template of an option that the text of an item is; empty for any other item."""
    if _CHECKBOX.match(text):
        return CHECKBOX
    lettered = _LETTERED.match(text)
    return f"- {{letter}}{lettered['mark']} {{text}}" if lettered else ""


def names_question(text: str) -> bool:
    """Tell whether a text begins with a word that says that it is a question."""
    match = _COUNTED.fullmatch(text) or _NAMED.fullmatch(text) or _BARE.fullmatch(text)
    return match is not None and _is_question_word(match)


def _item(marker: str) -> str:
    if not marker:
        return ""
    return "{n}. " if marker[0].isdigit() else "- "


def _shape(text: str, front: str, carrier: Carrier, level: int = 0) -> Shaped:
    has_number = front.startswith("{n}")
    counted = None if has_number else _COUNTED.fullmatch(text)
    if counted and _is_numbering(counted):
        word = "{word}" if counted["word"] else ""
        form = f"{front}{word}{{n}}{(counted['mark'] or '').strip()} {{text}}"
        is_named = _is_question_word(counted)
        return Shaped(Form(form, carrier, level), counted["text"], counted["n"], is_named)
    bare = None if has_number else _BARE.fullmatch(text)
    if bare and _is_question_word(bare):
        form = f"{front}{{word}}{{n}}{bare['mark']}"
        return Shaped(Form(form, carrier, level), "", bare["n"], is_named=True)
    named = _NAMED.fullmatch(text)
    if named and _is_question_word(named):
        form = f"{front}{named['word']}{named['mark'].strip()} {{text}}"
        return Shaped(Form(form, carrier, level), named["text"], "", is_named=True)
    return Shaped(Form(f"{front}{{text}}", carrier, level), text)


def _is_numbering(counted: re.Match[str]) -> bool:
    """Tell a number in front of a text from one that is part of it: "Python 3 basics"."""
    return not counted["word"] or bool(counted["mark"]) or _is_question_word(counted)


def _is_question_word(match: re.Match[str]) -> bool:
    return (match["word"] or "").casefold() in QUESTION_WORDS
