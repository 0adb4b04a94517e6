"""Which topics are worth a closer look: those that share rare words, a title, a path, a question.

Not all against all: each topic is looked up by its heaviest words, and only what shares enough of
their weight is looked at.
"""

from collections.abc import Iterator, Sequence

from curriculum_tools.versions.profiles import Bag, Profile

#: So many of the heaviest words of a description, and of the questions, a topic is found by.
HEAVIEST = 6
#: A word that more topics than this have finds none, or than three of each version.
CROWD = 40
#: An equal title, path or question finds no more topics than this.
MOST_EQUAL = 400
#: What two topics must share of the weight that the lighter one is found by.
LEAST_SHARED = 0.15
#: The weight of an equality key.
EQUAL = 5.0


def candidates(profiles: Sequence[Profile], versions: int) -> Iterator[tuple[int, int]]:
    """Pairs of topics that may be the same, each once, the lower place first."""
    keys = [_keys(profile) for profile in profiles]
    crowd = max(CROWD, 3 * versions)
    lists: dict[str, list[int]] = {}
    for place, weights in enumerate(keys):
        for name in weights:
            lists.setdefault(name, []).append(place)
    for name in [name for name, places in lists.items() if len(places) > _most(name, crowd)]:
        del lists[name]
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
        for a, weight in shared.items():
            if weight >= min(least[a], least[b]):
                yield a, b


def _most(name: str, crowd: int) -> int:
    return MOST_EQUAL if name[1:2] == "\0" else crowd


def _keys(profile: Profile) -> dict[str, float]:
    """What a topic is found by, with its weight; equality keys begin with a letter and a NUL."""
    found = dict(profile.title.bag.weights)
    found.update(_heaviest(profile.description_bag))
    found.update(_heaviest(profile.questions_bag))
    found[f"t\0{profile.title.key}"] = EQUAL
    if profile.description:
        found[f"d\0{profile.description}"] = EQUAL
    found.update((f"q\0{question}", EQUAL) for question in profile.questions)
    found.update((f"p\0{path}", EQUAL) for path in profile.paths)
    return found


def _heaviest(bag: Bag) -> list[tuple[str, float]]:
    return sorted(bag.weights.items(), key=lambda item: (-item[1], item[0]))[:HEAVIEST]
