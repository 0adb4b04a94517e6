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
    SHOW_VERBS,
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
_SOME = frozenset(("some", "any", "all", "most", "many", "one", "few"))
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "each", "all", "your"))
_WRITE = canonical("write")
_GIVE_VERBS = frozenset(("provide", "give"))
_ABILITIES = frozenset(("can", "could", "would", "should", "might", "may", "to"))
_SPEAKERS = frozenset(("you", "we", "i", "one"))
_BEFORE_QUESTION = frozenset(("using", "in", "with", "given", "for", "if"))
_WH = frozenset(("what", "how", "why", "when", "which"))
#: What one is told to do after "Can you".
_TOLD = EXPLAIN_VERBS | LIST_VERBS | _GIVE_VERBS
#: How a question begins that is answered by yes or no.
_YES_OR_NO = frozenset(
    ("is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "true")
) | (_ABILITIES - {"to"})  # fmt: skip
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
    """Return where the question proper starts: after "Using X, ..." or "Can you ..."."""
    if words and words[0] in _BEFORE_QUESTION:
        for place, word in enumerate(words[:12]):
            if word in TASK_VERBS or word in EXPLAIN_VERBS or word in _WH:
                return place
    if len(words) > 2 and words[0] in _ABILITIES and words[1] in _SPEAKERS:
        place = 3 if words[2] == "please" else 2
        if words[place : place + 1] and words[place] in _TOLD:
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
        if nouns and place > start and word in _ENDS_ASPECT and words[place - 1] not in _SOME:
            nouns = False
        if tokens[place].role is TokenRole.CODE or not NAMED_KINDS.isdisjoint(
            words[place + 1 : place + 2]
        ):
            continue  # "the limit clause" asks for no limits
        canon = tokens[place].canon
        if nouns and canon in _ASPECT:
            found.add(_ASPECT[canon])
            used.add(place)
        elif (
            canon in _ASPECT_VERBS
            and not is_task
            and place < start + 16
            and not (word == "different" and _describes(tokens, place))
        ):
            found.add(_ASPECT_VERBS[canon])
            used.add(place)
        elif nouns and word in _BEFORE_OF and words[place + 1 : place + 2] == ["of"]:
            found.add(_BEFORE_OF[word])
            used.add(place)
    if found == {"benefit", "drawback"}:
        return {"trade-off"}
    return found


def _describes(tokens: list[Token], place: int) -> bool:
    """Return whether an adjective stands before what it describes: "the different ways"."""
    return place + 1 < len(tokens) and tokens[place + 1].role is TokenRole.CONTENT


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
        asked = _asked_to_list(words, start)
        if asked:
            return "list", asked
        return ("how" if second in _ABILITIES or third in _SPEAKERS else "how-does"), 1
    if first in ("what", "which"):
        return ("when", 2) if second in _CASES else (_what(words, start), 1)
    if first in ("why", "when", "who", "where", "define"):
        return first, 1
    return _order(first, second)


def _asked_to_list(words: list[str], start: int) -> int:
    """Return how many words "How do you list" has, 0 for other questions for a way."""
    for place in range(start + 1, min(start + 4, len(words))):
        if words[place] in SHOW_VERBS:
            return place + 1 - start
        if (
            words[place] not in _ABILITIES
            and words[place] not in _SPEAKERS
            and words[place] != "do"
        ):
            break
    return 0


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
    if first in SHOW_VERBS:
        return "list", 1
    if first == "set up" or first in TASK_VERBS:
        return "task", int(canonical(first) == _WRITE)  # another verb is content
    if first in _YES_OR_NO:
        return "whether", 1
    if second in _DETERMINERS:
        return "task", 0  # "Balance the equation": an order, whose verb is content
    return "other", 0


def _what(words: list[str], start: int) -> str:
    rest = words[start + 1 :]
    if "steps" in rest[:4] or _asks_for_ways(rest):
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


def _asks_for_ways(rest: list[str]) -> bool:
    """Return whether "What are the different ways to ..." follows."""
    for place, word in enumerate(rest[:6]):
        if word in ("way", "ways"):
            return rest[place + 1 : place + 2] in (["to"], ["of"])
    return False


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
