"""Pairs of items that are worth comparing: those that share enough of their keys.

Comparing all with all would take too long. An item has keys, each with a weight; a key that too
many items have is left out.
"""

from collections.abc import Iterator, Mapping, Sequence

#: A word is left out if more items than this, and more than three of each version, have it.
CROWD = 40
#: An equal title, path or question is left out if more items than this have it.
MOST_EQUAL = 400
#: The share that two items must have in common of the weight of the lighter one's words.
LEAST_SHARED = 0.15
#: The weight of a key that is enough alone; no word weighs as much.
EQUAL = 5.0


def equality(kind: str, text: str) -> tuple[str, float]:
    """Return a key, with its weight, for a text that is equal as a whole; no word has it."""
    return f"{kind}\0{text}", EQUAL


def candidates(keys: Sequence[Mapping[str, float]], versions: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of items that may be the same, by their places, the lower one first."""
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
