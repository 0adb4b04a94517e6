"""Whether two questions with the same content words put them together in the same way."""

import re

from curriculum_tools.likeness.asks import Asks
from curriculum_tools.likeness.form import Form, Phrase
from curriculum_tools.likeness.guards import lacks

_MARK = r"[\[\]{}|~^\\!/<>]|(?<![\w'])-(?=\w)|(?<=\b\w)'(?!\w)"
#: What may stand for one another where all other words are in one order ("" is the head).
_UNMARKED = frozenset(("", "with", "using", "to"))
#: Words that one of two compared things may have.
_LONGEST_OPERAND = 20
#: Asks that are one and the same request: "What are the stages of X?", "List the stages of X".
_AS_ONE = {"define": "list", "what": "list"}


def same_question(a: Form, b: Form) -> bool:
    """Whether nothing of content tells two forms apart; their words are known to be the same.

    Stricter than the words: what derivation or a preposition may turn into another question is
    not the same here ("valid tokens", "token validation").
    """
    return (
        bool(a.content)
        and a.telling == b.telling
        and a.negations == b.negations
        and a.symbols == b.symbols
        and a.blocks == b.blocks
        and _as_one(a.asks) == _as_one(b.asks)
        and not lacks(a, b.codes)
        and not lacks(b, a.codes)
        and _marks(a) == _marks(b)
        and (_in_order(a) == _in_order(b) or _phrases(a) == _phrases(b) or _compared(a, b))
    )


def without_setting(form: Form, word: str) -> Form | None:
    """The form less a phrase "in X" of this one word, or None where there is no such phrase."""
    for place, (preposition, words) in enumerate(form.phrases):
        if preposition == "with" and words == (word,):
            phrases = form.phrases[:place] + form.phrases[place + 1 :]
            content = tuple(other for other in form.content if other != word)
            return form._replace(phrases=phrases, content=content)
    return None


def _marks(form: Form) -> list[str]:
    """Punctuation that may be content: intervals, f'(x), a leading minus."""
    return sorted(re.findall(_MARK, form.prose))


def _as_one(asks: Asks) -> frozenset[str]:
    return frozenset(_AS_ONE.get(ask, ask) for ask in asks)


def _in_order(form: Form) -> list[str]:
    """List all words in order, with the prepositions that tell; "X of Y" reads as "Y X".

    "to" is left out ("a page to show X" is "a page that shows X"): what changes sides of it
    changes its place. So is an only number, which may stand before or after an adjective.
    """
    words: list[str] = []
    start = 0
    for preposition, governed in _active(form):
        if preposition == "of":
            words[start:start] = governed
            continue
        if preposition not in _UNMARKED:
            words.append("→" + preposition)
        start = len(words)
        words.extend(governed)
    if len(form.numbers) == 1:
        return [word for word in words if word not in form.numbers]
    return words


def _phrases(form: Form) -> list[Phrase]:
    """The phrases in any order: "Using X, write Y" is "Write Y using X"."""
    return sorted(_active(form))


def _active(form: Form) -> tuple[Phrase, ...]:
    """The phrases with the verb first: "can X be handled" reads as "handle X"."""
    phrases = form.phrases
    if not form.passive or not phrases or any(preposition == "by" for preposition, _ in phrases):
        return phrases
    preposition, words = phrases[0]
    if preposition or len(words) < 2 or words[-1] not in form.participles:
        return phrases
    return (("", (words[-1], *words[:-1])), *phrases[1:])


def _compared(a: Form, b: Form) -> bool:
    """Whether both compare the same two things, in either order: "A and B", "B and A"."""
    if "difference" not in a.asks or a.passive != b.passive:
        return False
    x, y = _operands(a), _operands(b)
    if x == y or len(x) != len(y):
        return x == y
    before = 0
    while before < min(len(x), _LONGEST_OPERAND) and x[before] == y[before]:
        before += 1
    after = 0
    while after < min(len(x), _LONGEST_OPERAND) and x[-1 - after] == y[-1 - after]:
        after += 1
    return any(
        _exchanged(x[start : len(x) - end], y[start : len(y) - end])
        for start in range(before + 1)
        for end in range(after + 1)
    )


def _exchanged(x: list[str], y: list[str]) -> bool:
    """Whether two stretches that follow each other have changed places."""
    return any(x[place:] + x[:place] == y for place in range(1, min(len(x), _LONGEST_OPERAND)))


def _operands(form: Form) -> list[str]:
    return [word for _, words in form.phrases for word in words]
