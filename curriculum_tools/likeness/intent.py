"""The intent of a question: a definition, a benefit, a difference, a task, ..."""

from functools import lru_cache

from curriculum_tools.likeness.tokens import Token, TokenRole, canonical
from curriculum_tools.likeness.vocabulary import (
    ASPECT_KINSHIP,
    ASPECTS,
    EXPLAIN_VERBS,
    LIST_VERBS,
    NAMED_KINDS,
    OTHER_ASPECT,
    TASK_VERBS,
)

Intents = frozenset[str]

_ASPECT = {canonical(word): aspect for aspect, words in ASPECTS.items() for word in words}
_ENDS_ASPECT = frozenset(
    ("of", "for", "in", "with", "when", "between", "over", "on", "to", "that", "using", "by")
)  # fmt: skip
#: Verbs that name an aspect wherever they are: "A differs from B", "A affects B".
_ASPECT_VERBS = {
    canonical(word): aspect
    for word, aspect in {
        "differ": "difference", "compare": "difference", "distinguish": "difference",
        "vs": "difference", "versus": "difference", "affect": "effect", "impact": "effect",
        "benefit": "benefit", "different": "difference",
    }.items()
}  # fmt: skip
#: Nouns that name an aspect only before "of": "the function of", "the uses of".
_BEFORE_OF = {"function": "purpose", "use": "use", "uses": "use"}
_CASES = frozenset(("situations", "situation", "cases", "case", "circumstances", "scenarios"))
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "each", "all", "your"))
_WRITE = canonical("write")
_GIVE_VERBS = frozenset(("provide", "give"))
_ABILITIES = frozenset(("can", "could", "would", "should", "might", "may", "to"))
_SPEAKERS = frozenset(("you", "we", "i", "one"))
_BE = frozenset(("is", "are", "was", "were"))


def read_intents(tokens: list[Token], words: list[str]) -> tuple[Intents, set[int], int]:
    """Return the intents of a question, the places of the tokens that only express them, its start.

    `words` are the surfaces of the tokens. The question proper starts after "Using X, ...".
    """
    start = _start(words)
    if start >= len(words):
        return frozenset(("other",)), set(), 0
    used = set[int]()
    intents = _aspects(tokens, words, start, used)
    opening, opened = _opening_intent(words, start)
    used.update(range(start, start + opened))
    if not intents or opening in ("task", "use"):
        intents = {opening} | (intents - {"example"} if opening == "task" else intents)
    intents |= _later_intents(words, start + max(1, opened))
    return frozenset(intents), used, start


def _start(words: list[str]) -> int:
    """Return where the question proper starts: after "Using X, ..." or "In X, ..."."""
    if words and words[0] in ("using", "in", "with", "given", "for"):
        for place, word in enumerate(words[:12]):
            if word in TASK_VERBS or word in ("what", "how", "why", "when", "which", "explain"):
                return place
    return 0


def _aspects(tokens: list[Token], words: list[str], start: int, used: set[int]) -> set[str]:
    """Return the aspects of nouns before the first preposition, and of verbs anywhere."""
    found = set[str]()
    opener = words[start]
    is_task = opener == "set up" or (opener in TASK_VERBS and opener != "show")
    nouns = not is_task and opener not in ("how", "why", "when", "where")
    for place in range(start, len(tokens)):
        word = words[place]
        if nouns and place > start and word in _ENDS_ASPECT:
            nouns = False
        if tokens[place].role is TokenRole.CODE or not NAMED_KINDS.isdisjoint(
            words[place + 1 : place + 2]
        ):
            continue  # "the limit clause" asks for no limits
        canon = tokens[place].canon
        if nouns and canon in _ASPECT:
            found.add(_ASPECT[canon])
            used.add(place)
        elif canon in _ASPECT_VERBS and not is_task and place < start + 16:
            found.add(_ASPECT_VERBS[canon])
            used.add(place)
        elif nouns and word in _BEFORE_OF and words[place + 1 : place + 2] == ["of"]:
            found.add(_BEFORE_OF[word])
            used.add(place)
    if found == {"benefit", "drawback"}:
        return {"trade-off"}
    return found


def _names_next(words: list[str], place: int) -> bool:
    """Return whether a word names the kind of thing after it."""
    return place + 1 < len(words) and words[place + 1] in NAMED_KINDS


def _opening_intent(words: list[str], start: int) -> tuple[str, int]:
    """Return the intent of the opening words, and how many of them only express it."""
    first = words[start]
    second = words[start + 1] if len(words) > start + 1 else ""
    third = words[start + 2] if len(words) > start + 2 else ""
    if first in EXPLAIN_VERBS or first in LIST_VERBS:
        return _explain(words, start, second, third)
    if first == "how":
        if second in ("many", "much", "long", "often"):
            return second, 1
        return ("how" if second in _ABILITIES or third in _SPEAKERS else "how-does"), 1
    if first in ("what", "which"):
        return ("when", 2) if second in _CASES else (_what(words, start), 1)
    if first in ("why", "when", "who", "where", "define"):
        return first, 1
    return _order(first, second)


def _explain(words: list[str], start: int, second: str, third: str) -> tuple[str, int]:
    """Return the intent of "Explain ..." and "List ...", which depends on what follows."""
    if second in ("how", "why", "what", "when"):
        intent, opened = _opening_intent(words, start + 1)
        return ("define" if intent == "what" else intent), opened + 1
    if second == "and" and third in EXPLAIN_VERBS:
        return "list", 3
    if second in ("a", "an") and third in ("use", "scenario", "situation"):
        return "use", 1
    return ("explain" if words[start] in EXPLAIN_VERBS else "list"), 1


def _order(first: str, second: str) -> tuple[str, int]:
    """Return the intent of an order: "Give an example", "Write a program"."""
    if first in _GIVE_VERBS:
        return "example", 1
    if first == "set up" or first in TASK_VERBS:
        return "task", int(canonical(first) == _WRITE)  # another verb is content
    if second in _DETERMINERS:
        return "task", 0  # "Balance the equation": an order, whose verb is content
    return "other", 0


def _what(words: list[str], start: int) -> str:
    rest = words[start + 1 :]
    if "steps" in rest[:4]:
        return "how"
    if len(rest) > 1 and rest[0] in _BE:
        if rest[-1] == "for" or rest[-2:] == ["used", "for"]:
            return "purpose"
        return "define"
    if rest and rest[0] in ("does", "do") and rest[-1] == "mean":
        return "define"
    if rest and rest[0] == "makes":
        return "why"
    if len(rest) > 2 and rest[0] == "happens":
        return "effect"
    return "what"


def _later_intents(words: list[str], start: int) -> set[str]:
    """Return the intents of a second clause: "..., and why is it important?"."""
    found = set[str]()
    for before, word in zip(words[start:], words[start + 1 :], strict=False):
        if before == "and" and word in ("why", "when", "how", "where"):
            found.add(word)
        elif before in ("give", "provide", "with", "one", "an") and word in ("example", "examples"):
            found.add("example")
    return found


@lru_cache(maxsize=4096)
def kinship(a: Intents, b: Intents) -> float:
    """Return how close two sets of intents are, in [0, 1]: the mean of each one's closest."""
    if a == b:
        return 1.0
    nearest = [max(_pair(x, y) for y in b) for x in a] + [max(_pair(x, y) for x in a) for y in b]
    return sum(nearest) / len(nearest)


def _pair(a: str, b: str) -> float:
    if a == b:
        return 1.0
    return ASPECT_KINSHIP.get((a, b)) or ASPECT_KINSHIP.get((b, a)) or OTHER_ASPECT
