"""One answer to many open items: to all of a chapter, or to all that are asked alike."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from curriculum_tools.model.rulings import AbsentFromNewest, PresenceRuling
from curriculum_tools.versions.deciding.open_item import ItemKind, OpenItem, Reply

#: What keeps all topics that the newest version does not have, of whatever chapter.
ALL = "A"


@dataclass(frozen=True, slots=True)
class Bulk:
    """A key that answers several items: by one ruling on them all, or by one on each."""

    key: str
    label: str
    items: tuple[OpenItem, ...]
    answers: tuple[Reply, ...]


def bulks(item: OpenItem, left: Sequence[OpenItem], every: Collection[OpenItem]) -> Iterator[Bulk]:
    """Yield the answers to more than one item; `left` are those to answer, of `every` open one."""
    alike = [other for other in left if other.kind is item.kind]
    if item.kind is ItemKind.ABSENT_TOPIC:
        if item.chapter is not None:
            here = [other for other in alike if other.chapter == item.chapter]
            where = f" of “{item.chapter}”"
            yield from _of_absent(here, every, where, item.chapter, keys="KX")
        where = ", of all chapters" if item.chapter is not None else ""
        yield from _of_absent(alike, every, where, None, keys=ALL)
        return
    for answer in item.answers:
        able = [other for other in alike if other.answer(answer.key)]
        if len(able) > 1 and answer.key.isalpha() and not answer.needs_wording:
            label = f"{answer.label}: all {len(able)} like this"
            found = tuple(own for other in able if (own := other.answer(answer.key)))
            yield Bulk(answer.key.upper(), label, tuple(able), found)


def _of_absent(
    items: Sequence[OpenItem],
    every: Collection[OpenItem],
    where: str,
    chapter: str | None,
    keys: str,
) -> Iterator[Bulk]:
    """Yield what keeps, and what drops, all topics of a chapter or of the guide.

    Where some of them were skipped, one ruling would be about those, too.
    """
    if len(items) < 2:
        return
    absent = [each for each in every if each.kind is ItemKind.ABSENT_TOPIC]
    is_whole = len(items) == sum(chapter in (None, each.chapter) for each in absent)
    for key, is_kept in zip(keys, (True, False), strict=False):
        ruling = PresenceRuling(what=AbsentFromNewest(chapter), is_kept=is_kept)
        label = f"{'keep' if is_kept else 'drop'} all {len(items)}{where}"
        one = Reply(key, label, (ruling,), needs_reason=not is_kept)
        each = (item.answer("k" if is_kept else "x") for item in items)
        answers = (one,) if is_whole else tuple(answer for answer in each if answer)
        yield Bulk(key, label, tuple(items), answers)
