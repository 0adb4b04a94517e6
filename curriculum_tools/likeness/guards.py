"""Guards: what makes two questions different although they share their words."""

from curriculum_tools.likeness.analysis import AGAIN, Analysis
from curriculum_tools.likeness.tokens import canonical
from curriculum_tools.likeness.vocabulary import (
    ANTONYMS,
    DIRECTED_PREPOSITIONS,
    OPPOSING_PREFIXES,
    PREFIX_PAIRS,
)

#: Leftover words compared on each side, which bounds the work for very long questions.
_MOST_LEFT = 40
_DIRECTED = frozenset(map(canonical, DIRECTED_PREPOSITIONS))
_OPPOSITES: dict[str, set[str]] = {}
for _one, _other in ANTONYMS:
    _OPPOSITES.setdefault(canonical(_one), set()).add(canonical(_other))
    _OPPOSITES.setdefault(canonical(_other), set()).add(canonical(_one))


def guard_of(a: Analysis, b: Analysis, only_a: list[str], only_b: list[str]) -> str | None:
    """Return the first guard that applies, or None; `only_a` and `only_b` are the unshared words.

    `code`: different blocks or code spans; `negation`; `number`; `antonym`; `word-order`: the same
    words in different roles ("A over B", "B over A"); `link`: other images, or other links where
    nothing is asked.
    """
    if a.targets != b.targets and a.targets and b.targets:
        return "link"
    if a.blocks != b.blocks or _other_code(a, b) or _other_symbols(a, b):
        return "code"
    if a.negations % 2 != b.negations % 2:
        return "negation"
    if a.numbers != b.numbers and a.numbers - b.numbers and b.numbers - a.numbers:
        return "number"
    if _other_way(a, b):
        return "antonym"
    if only_a and only_b:
        return "antonym" if _opposed(only_a, only_b) else None
    if a.phrases != b.phrases and "difference" not in a.intents and _swapped(a, b):
        return "word-order"
    return None


def _other_code(a: Analysis, b: Analysis) -> bool:
    """Return whether each has a code span that the other has neither in code nor in prose."""
    if a.codes == b.codes or not a.codes or not b.codes:
        return False
    return lacks_code(b, a.codes) and lacks_code(a, b.codes)


def lacks_code(analysis: Analysis, codes: tuple[str, ...]) -> bool:
    """Return whether a code span is neither in the code nor, as a word, in the prose."""
    prose = analysis.prose.casefold()
    for code in codes:
        if code in analysis.codes:
            continue
        place = prose.find(code.casefold())
        if place < 0:
            return True
        after = prose[place + len(code) : place + len(code) + 1]
        if (place > 0 and prose[place - 1].isalnum()) or after.isalnum():
            return True
    return False


def _other_symbols(a: Analysis, b: Analysis) -> bool:
    """Return whether both have operators, but different ones."""
    if a.symbols == b.symbols or not a.symbols or not b.symbols:
        return False
    return set(a.symbols) != set(b.symbols)


def _opposed(only_a: list[str], only_b: list[str]) -> bool:
    only_a = [word.removesuffix(AGAIN) for word in only_a[:_MOST_LEFT]]
    only_b = [word.removesuffix(AGAIN) for word in only_b[:_MOST_LEFT]]
    others = set(only_b)
    for word in only_a:
        opposites = _OPPOSITES.get(word)
        if opposites and not opposites.isdisjoint(others):
            return True
    return any(
        _prefixed(x, y) or _prefixed(y, x) for x in only_a for y in only_b if x[-3:] == y[-3:]
    )


def _other_way(a: Analysis, b: Analysis) -> bool:
    """Return whether opposite prepositions tell them apart: "up" and "down"."""
    of_a = {canonical(preposition) for preposition, _ in a.phrases} & _DIRECTED
    of_b = {canonical(preposition) for preposition, _ in b.phrases} & _DIRECTED
    return of_a != of_b and _opposed(sorted(of_a - of_b), sorted(of_b - of_a))


def _prefixed(word: str, opposite: str) -> bool:
    """Return whether a prefix makes opposites of them: "ordered", "unordered"."""
    if len(opposite) > len(word) > 3 and opposite.endswith(word):
        return opposite[: -len(word)] in OPPOSING_PREFIXES
    return any(
        word.startswith(one)
        and opposite.startswith(other)
        and len(word) - len(one) > 2
        and word[len(one) :] == opposite[len(other) :]
        for one, other in PREFIX_PAIRS
    )


def _swapped(a: Analysis, b: Analysis) -> bool:
    """Return whether words swapped the sides of a directed preposition, or subject and object."""
    if len(a.phrases) == len(b.phrases) == 1:
        x, y = a.phrases[0][1], b.phrases[0][1]
        return x != y and a.passive == b.passive and sorted(x) == sorted(y)
    towards_a, towards_b = _directed(a), _directed(b)
    return not (towards_a - towards_b).isdisjoint(_words(b)) and not (
        towards_b - towards_a
    ).isdisjoint(_words(a))


def _directed(analysis: Analysis) -> set[str]:
    """Return the words that directed prepositions govern."""
    return {
        word
        for preposition, words in analysis.phrases
        if preposition in DIRECTED_PREPOSITIONS
        for word in words
    }


def _words(analysis: Analysis) -> set[str]:
    return {word for _, words in analysis.phrases for word in words}
