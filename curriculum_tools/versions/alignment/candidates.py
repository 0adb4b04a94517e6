"""Which things are worth a closer look: those that share enough of what they are found by.

Not all against all: a thing is found by keys, each with a weight, and a key that too many share
finds none of them.
"""

from collections.abc import Iterator, Mapping, Sequence

#: A word that more things than this have finds none, or than three of each version.
CROWD = 40
#: An equal title, path or question finds no more than this.
MOST_EQUAL = 400
#: What two things must share of the weight of the words that the lighter one is found by.
LEAST_SHARED = 0.15
#: The weight of a key that is enough alone, and of no word.
EQUAL = 5.0


def equality(kind: str, text: str) -> tuple[str, float]:
    """Give a key for what is equal as a whole, which no word is like."""
    return f"{kind}\0{text}", EQUAL


def candidates(keys: Sequence[Mapping[str, float]], versions: int) -> Iterator[tuple[int, int]]:
    """Pairs of things that may be the same, each once, the lower place first."""
    lists: dict[str, list[int]] = {}
    for place, weights in enumerate(keys):
        for name in weights:
            lists.setdefault(name, []).append(place)
    crowd = max(CROWD, 3 * versions)
    lists = {
        name: places
        for name, places in lists.items()
        if 1 < len(places) <= (MOST_EQUAL if "\0" in name else crowd)
    }
    least = [
        LEAST_SHARED * sum([weight for weight in weights.values() if weight < EQUAL])
        for weights in keys
    ]
    for b, weights in enumerate(keys):
        shared: dict[int, float] = {}
        for name, weight in weights.items():
            for a in lists.get(name, ()):
                if a >= b:
                    break
                shared[a] = shared.get(a, 0.0) + weight
        for a in sorted(shared):
            if shared[a] >= min(least[a], least[b]):
                yield a, b
