"""Where the text of a guide names its own chapters and topics by number: "see 1.7", "chapter 4".

Only what surely names something of this guide is taken: a prerequisite, and a number behind "see",
"topic", "section" or "chapter" that is followed by the end of what is said of it. "Section 4.2 of
RFC 9110", "chapter 4 in Kleppmann" and "see 3.5 times" are of something else.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from curriculum_tools.facts.prose import Prose
from curriculum_tools.facts.references import NamedNumber, named_numbers
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.inline import code_spans, links, mask

_NAMES = re.compile(r"(?:topics?|sections?|chapters?|see)[ \t]*\d", re.IGNORECASE)
_WORD = re.compile(r"(?:topics?|sections?|chapters?)[ \t]*$", re.IGNORECASE)
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<destination>[^()\s]*+)[^()]*+\)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ADDRESS = re.compile(r"<[a-z]+:[^<>\s]*>|https?://\S+", re.IGNORECASE)
#: What may follow a number of this guide.
_END = re.compile(
    r"\s*$|[.,;:!?)\]}*_|\"'”’]+(?:\s|$)|['’]s\b|\s*[-–—]+\s*(?:\d|[^\W\d]|$)|\s*[(\[]|\]\("
    r"|\s+(?:and|or|to|for|on|about|where|which|when|as|below|above|again|too|first|instead|if|but"
    r"|because|so|then|before|after|how|why|what|with|has|have|is|are|was|says?|shows?|tells?"
    r"|explains?|describes?|covers?|introduces?|already|later|earlier)\b"
)
_TITLE = re.compile(r"\s+(?!(?:Release|Changelog|Notes|Docs|Beta|Alpha|LTS|RC)\b)[^\W\d_a-z]\w+")
_HERE = re.compile(r"\s+(?:of|in)\s+(?:this|the same|chapter)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?P<before>\S?)\s*(?P<word>[\w*_\"”’)\]]+)(?P<mark>,?)\s*$")
_COLON = re.compile(r"\s*[:–—-]")
_ENTRY = re.compile(r"(?:^|\n)[ \t]*(?:topic|section|chapter)[ \t]*$", re.IGNORECASE)

MOST_BEFORE = 200  # characters in front of a number that tell of what it is


class OwnReference(NamedTuple):
    """A number that names something of the guide, its place, and the text in which it stands.

    `named` has its places in that text, from which code and links to elsewhere are blanked out.
    """

    named: NamedNumber
    span: Span
    text: str


def own_references(
    guide: Guide, prose: Prose, anchors: Collection[str]
) -> tuple[OwnReference, ...]:
    """Return the numbers by which a guide names its chapters and topics, in the order of the text.

    In a prerequisite any number names something of the guide. `anchors` are those of the guide: the
    text of a link that leads elsewhere names nothing in it.
    """
    found = {each.span: each for each in (*_in_prose(prose, anchors), *_in_prerequisites(guide))}
    return tuple(found[span] for span in sorted(found))


def _in_prerequisites(guide: Guide) -> Iterator[OwnReference]:
    for topic in guide.topics:
        for name in topic.prerequisites:
            for named in named_numbers(name.text):
                start = name.span.start
                yield OwnReference(named, Span(start + named.start, start + named.end), name.text)


def _in_prose(prose: Prose, anchors: Collection[str]) -> Iterator[OwnReference]:
    for leaf in prose.leaves:
        if leaf.kind is not LeafKind.TEXT or not _NAMES.search(leaf.text):
            continue
        text = _visible(leaf.text, anchors)
        for named in named_numbers(text):
            if named.what and _is_of_here(text, named):
                span = Span(leaf.start + named.start, leaf.start + named.end)
                yield OwnReference(named, span, text)


def _visible(text: str, anchors: Collection[str]) -> str:
    """Return a text with code, destinations, and links to elsewhere blanked out."""
    hidden = [span.outer for span in code_spans(text)]
    comments = _COMMENT.finditer(text, 0, text.rfind("-->") + len("-->"))
    hidden += [Span(*match.span()) for match in (*comments, *_ADDRESS.finditer(text))]
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


def _is_of_here(text: str, named: NamedNumber) -> bool:
    """Tell a number of this guide from one of a book, a standard, or a quantity."""
    end = named.end
    if not (_END.match(text, end) or _TITLE.match(text, end) or _HERE.match(text, end)):
        return False
    first = max(0, named.start - MOST_BEFORE)
    if _ENTRY.search(text, first, named.start) and _COLON.match(text, end):
        return False  # of a table of contents
    word = _WORD.search(text, first, named.start)
    return not (word and _names_a_book(text[first : word.start()]))


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
