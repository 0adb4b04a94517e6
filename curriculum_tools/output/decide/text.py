"""The format `text` of `decide --list`: what is open, an item a paragraph."""

from collections.abc import Iterator

from curriculum_tools.output.counted import counted
from curriculum_tools.output.positions import shown_place
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text
from curriculum_tools.versions.deciding.open_item import ItemSide, OpenItem
from curriculum_tools.versions.deciding.open_list import OpenList


def render(found: OpenList, style: Style) -> Iterator[str]:
    """Yield all items, guide by guide."""
    for guide in found.guides:
        count = counted(len(guide.items), "thing") if guide.items else "nothing"
        yield f"{style.path(sanitize(guide.guide))}: {count} left to decide\n"
        for item in guide.items:
            yield "\n"
            yield from _item(item, style)


def _item(item: OpenItem, style: Style) -> Iterator[str]:
    yield f"{item.id}  {style.bold(sanitize(item.title))}\n"
    for side in item.sides:
        shown = sanitize(f"{side.text or '(nothing)'}{_where(side)}")
        yield from wrap_text(shown, style.width, "    ")
    keys = " · ".join(f"{answer.key} {answer.label}" for answer in item.answers)
    yield from (style.dim(line) for line in wrap_text(sanitize(keys), style.width, "    "))


def _where(side: ItemSide) -> str:
    place = shown_place(side.source, side.line) if side.source and side.line else side.source
    about = " ".join(filter(None, (place, side.number, side.label)))
    return f" ({about})" if about else ""
