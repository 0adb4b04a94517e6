"""Telling headings of one text apart by numbers behind their anchors."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence


class Anchors:
    """The anchors of a text so far."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def take(self, anchor: str) -> str:
        """Return an anchor that is as it is, whether there is another one like it."""
        self._seen[anchor] += 0
        return anchor

    def next(self, slug: str) -> str:
        """Return a slug, with the next number behind it where it was there before."""
        anchor = slug
        while anchor in self._seen:
            self._seen[slug] += 1
            anchor = f"{slug}-{self._seen[slug]}"
        return self.take(anchor)


def around_own(
    headings: Sequence[str],
    own: Callable[[str], str | None],
    make: Callable[[Iterable[str]], list[str]],
) -> list[str]:
    """Return the anchors that headings name themselves, and those made of all others."""
    named = [own(heading) for heading in headings]
    made = iter(make(h for h, name in zip(headings, named, strict=True) if not name))
    return [name or next(made) for name in named]


def numbered(slugs: Iterable[str]) -> list[str]:
    """Return the slugs, the repeated ones with the next -1, -2 … that makes one not seen yet."""
    anchors = Anchors()
    return [anchors.next(slug) for slug in slugs]


def counted(slugs: Iterable[str]) -> list[str]:
    """Return the slugs, the repeated ones with how often each was seen, which others may bear."""
    seen: Counter[str] = Counter()
    found = []
    for slug in slugs:
        found.append(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found
