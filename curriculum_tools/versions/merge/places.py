"""Where something was put by hand, as rules on what stands before what."""

from collections.abc import Callable, Iterator, Sequence

from curriculum_tools.versions.hand_edits.store import Place, Value


def rules_of(
    own: int, was: Value, now: Place, order: Sequence[int], find: Callable[[str], int | None]
) -> Iterator[tuple[int, int]]:
    """Yield what stands before what where `own` was put; what was put first is before all others.

    `order` is the one without edits. Where a version has moved it since from between those it
    `was` between, its place follows the version. `find` looks up what a place names.
    """
    at = {item: place for place, item in enumerate(order)}

    def found(name: str | None) -> int | None:
        item = find(name) if name is not None else None
        return item if item in at else None

    if own not in at:
        return
    if isinstance(was, Place):
        stood = [found(was.behind), own, found(was.before)]
        places = [at[item] for item in stood if item is not None]
        if places != sorted(places):
            return
    behind, before = found(now.behind), found(now.before)
    if behind is not None:
        yield behind, own
    if before is not None:
        yield own, before
    if now.behind is None:
        yield from ((own, item) for item in order if item != own)
