"""Whether two questions with the same content words combine them in the same way."""

import re

from curriculum_tools.likeness.analysis import Analysis, Phrase
from curriculum_tools.likeness.guards import lacks_code
from curriculum_tools.likeness.intent import Intents
from curriculum_tools.likeness.telling import tells_the_same

_MARK = (
    r"[\[\]{}|~^\\!/<>]|(?<![\w'])-(?=\w)|(?<=\b\w)'(?!\w)"
    r"|(?<![\w.])\.(?=\w)|(?<=\w )\?(?= [a-z])"  # .NET; "What does ? do"
)
#: Prepositions that may replace one another if all other words are in one order ("" is the head).
_UNMARKED = frozenset(("", "with", "using", "to"))
#: The most words that one of two compared things may have.
_LONGEST_OPERAND = 20
#: Intents that are one request: "What are the stages of X?", "List the stages of X".
_AS_ONE = {"define": "list", "what": "list"}


def same_question(a: Analysis, b: Analysis) -> bool:
    """Return whether no content tells two questions apart; their words are known to be the same.

    Stricter than comparing words: a derivation or a preposition can make another question of the
    same words ("valid tokens", "token validation").
    """
    return (
        bool(a.content)
        and tells_the_same(a.prose, b.prose)
        and a.negations == b.negations
        and a.symbols == b.symbols
        and a.blocks == b.blocks
        and _as_one(a.intents) == _as_one(b.intents)
        and not lacks_code(a, b.codes)
        and not lacks_code(b, a.codes)
        and _marks(a) == _marks(b)
        and (_in_order(a) == _in_order(b) or _phrases(a) == _phrases(b) or _compared(a, b))
    )


def without_setting(analysis: Analysis, word: str) -> Analysis | None:
    """Return the analysis without its phrase "in X" for this word X; None if it has none."""
    for place, (preposition, words) in enumerate(analysis.phrases):
        if preposition == "with" and words == (word,):
            phrases = analysis.phrases[:place] + analysis.phrases[place + 1 :]
            content = tuple(other for other in analysis.content if other != word)
            return analysis._replace(phrases=phrases, content=content)
    return None


def _marks(analysis: Analysis) -> list[str]:
    """Return the punctuation that may be content: intervals, f'(x), a leading minus."""
    return sorted(re.findall(_MARK, analysis.prose))


def _as_one(intents: Intents) -> frozenset[str]:
    return frozenset(_AS_ONE.get(intent, intent) for intent in intents)


def _in_order(analysis: Analysis) -> list[str]:
    """Return all words in order, with the prepositions that matter; "X of Y" reads as "Y X".

    "to" is left out ("a page to show X" is "a page that shows X"): a word that changes sides of it
    changes its place. So is a single number, which may come before or after an adjective.
    """
    words: list[str] = []
    start = 0
    for preposition, governed in _active(analysis):
        if preposition == "of":
            words[start:start] = governed
            continue
        if preposition not in _UNMARKED:
            words.append("→" + preposition)
        start = len(words)
        words.extend(governed)
    if len(analysis.numbers) == 1:
        return [word for word in words if word not in analysis.numbers]
    return words


def _phrases(analysis: Analysis) -> list[Phrase]:
    """Return the phrases sorted: "Using X, write Y" is "Write Y using X"."""
    return sorted(_active(analysis))


def _active(analysis: Analysis) -> tuple[Phrase, ...]:
    """Return the phrases with the verb first: "can X be handled" reads as "handle X"."""
    phrases = analysis.phrases
    if (
        not analysis.passive
        or not phrases
        or any(preposition == "by" for preposition, _ in phrases)
    ):
        return phrases
    preposition, words = phrases[0]
    if preposition or len(words) < 2 or words[-1] not in analysis.participles:
        return phrases
    return (("", (words[-1], *words[:-1])), *phrases[1:])


def _compared(a: Analysis, b: Analysis) -> bool:
    """Return whether both compare the same two things: "A and B", "B and A"."""
    if "difference" not in a.intents or a.passive != b.passive:
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
    """Return whether two neighbouring stretches of words have changed places."""
    return any(x[place:] + x[:place] == y for place in range(1, min(len(x), _LONGEST_OPERAND)))


def _operands(analysis: Analysis) -> list[str]:
    return [word for _, words in analysis.phrases for word in words]
