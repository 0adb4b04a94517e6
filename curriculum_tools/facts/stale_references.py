"""Numbers named in the text that no heading has: "see 1.7" where there is no 1.7 (any more).

Only what surely names a topic or chapter of this guide is looked at: a number behind "see",
"topic", "section" or "chapter" that is followed by the end of what is said of it. "Section 4.2 of
RFC 9110", "chapter 4 in Kleppmann" and "see 3.5 times" are of something else.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from curriculum_tools.facts.known_numbers import KnownNumbers
from curriculum_tools.facts.prose import Prose
from curriculum_tools.facts.references import NamedNumber, named_numbers
from curriculum_tools.model.content import Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.inline import code_spans, links, mask

_NAMES = re.compile(r"(?:topics?|sections?|chapters?|see)[ \t]*\d", re.IGNORECASE)
_WORD = re.compile(r"(?:topics?|sections?|chapters?)[ \t]*$", re.IGNORECASE)
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<destination>[^()\s]*)[^()]*\)")
_HIDDEN = re.compile(r"<!--.*?-->|<[a-z]+:[^<>\s]*>|https?://\S+", re.DOTALL | re.IGNORECASE)
#: What may follow a number of this guide.
_END = re.compile(
    r"\s*$|[.,;:!?)\]}*_|\"'”’]+(?:\s|$)|['’]s\b|\s*[-–—]+\s*(?:\d|[^\W\d]|$)|\s*[(\[]|\]\("
    r"|\s+(?:and|or|to|for|on|about|where|which|when|as|below|above|again|too|first|instead|if|but"
    r"|because|so|then|before|after|how|why|what|with|has|have|is|are|was|says?|shows?|tells?"
    r"|explains?|describes?|covers?|introduces?|already|later|earlier)\b"
)
_TITLE = re.compile(r"\s+(?!(?:Release|Changelog|Notes|Docs|Beta|Alpha|LTS|RC)\b)[^\W\d_a-z]\w+")
_HERE = re.compile(r"\s+(?:of|in)\s+(?:this|the same|chapter)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s")
_LAST_WORD = re.compile(r"(?P<before>\S?)\s*(?P<word>[\w*_\"”’)\]]+)(?P<mark>,?)\s*$")
_ENTRY = re.compile(r"(?:^|\n)[ \t]*(?:topic|section|chapter)[ \t]*$", re.IGNORECASE)


class StaleReference(NamedTuple):
    """A number that is named and that nothing has; `meant` is what probably is referred to."""

    span: Span
    number: str
    what: str
    meant: Section | None


def stale_references(
    guide: Guide, prose: Prose, known: KnownNumbers, anchors: Collection[str]
) -> Iterator[StaleReference]:
    """Yield the numbers that nothing has, in the order of the text.

    `anchors` are those of the guide: the text of a link that leads elsewhere names nothing in it.
    """
    if not _NAMES.search(guide.source.text):
        return
    names = [name.span for topic in guide.topics for name in topic.prerequisites]
    for leaf in prose.leaves:
        if leaf.kind is not LeafKind.TEXT or not _NAMES.search(leaf.text):
            continue
        text = _visible(leaf.text, anchors)
        for named in named_numbers(text):
            span = Span(leaf.start + named.start, leaf.start + named.end)
            if not named.what or not known.lacks(named) or not _is_of_here(text, named):
                continue
            if not any(name.covers(span) for name in names):  # which is an unknown prerequisite
                what = "chapter" if "." not in named.number else "topic"
                meant = known.titled(*_sentence(text, named), what, span)
                yield StaleReference(span, named.number, what, meant)


def _visible(text: str, anchors: Collection[str]) -> str:
    """Return a text with code, destinations, and links to elsewhere blanked out."""
    hidden = [span.outer for span in code_spans(text)]
    hidden += [Span(*match.span()) for match in _HIDDEN.finditer(text)]
    hidden += [link.span for link in links(text)]
    for match in _LINK.finditer(text):
        destination = match["destination"]
        if not (destination.startswith("#") and destination[1:] in anchors):
            hidden.append(Span(*match.span("text")))
    apart: list[Span] = []
    for span in sorted(hidden):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return mask(text, iter(apart))


def _sentence(text: str, named: NamedNumber) -> tuple[str, int]:
    """Return the sentence in which a number stands, and its place there."""
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, named.start)), default=0)
    end = _SENTENCE_END.search(text, named.end)
    return text[start : end.start() if end else len(text)], named.start - start


def _is_of_here(text: str, named: NamedNumber) -> bool:
    """Tell a number of this guide from one of a book, a standard, or a quantity."""
    behind, before = text[named.end :], text[: named.start]
    if not (_END.match(behind) or _TITLE.match(behind) or _HERE.match(behind)):
        return False
    if _ENTRY.search(before) and re.match(r"\s*[:–—-]", behind):
        return False  # of a table of contents
    word = _WORD.search(before)
    return not (word and _names_a_book(before[: word.start()]))


def _names_a_book(before: str) -> bool:
    """Tell whether a title or a name stands directly before "chapter 4"."""
    last = _LAST_WORD.search(before)
    if not last:
        return False
    word = last["word"].strip('*_"”’)]')
    is_marked = last["word"] != word
    is_first = last["before"] in ("", *".!?:(")
    return (
        is_marked or word.isupper() or (word[:1].isupper() and (bool(last["mark"]) or not is_first))
    )
