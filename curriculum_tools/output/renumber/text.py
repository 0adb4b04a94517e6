"""The format `text`: which headings have new numbers, and what follows them."""

from collections.abc import Iterator, Sequence
from itertools import islice

from curriculum_tools.editing.renumber import Renumbered
from curriculum_tools.output.counted import counted
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style

MOST_SHOWN = 10  # headings of a guide, but for -v


def render(guides: Sequence[Renumbered], style: Style) -> Iterator[str]:
    """Yield for each changed guide what has changed, its headings one a line."""
    if not any(guide.is_changed for guide in guides) and not style.quiet:
        yield f"{counted(len(guides), 'guide')}: all numbers count up as they stand\n"
    for guide in guides:
        if guide.is_changed:
            yield f"{style.path(sanitize(guide.before.path))}: {_told(guide)}\n"
            if not style.quiet:
                yield from _headings(guide, style)


def _told(guide: Renumbered) -> str:
    new = [counted(len(guide.numbers), "heading")] if guide.numbers else []
    if guide.questions:
        new.append(counted(guide.questions, "question"))
    has = "has" if len(guide.numbers) + guide.questions == 1 else "have"
    numbers = "a new number" if has == "has" else "new numbers"
    follow = [
        counted(count, what)
        for count, what in ((guide.references, "reference"), (guide.links, "link"))
        if count
    ]
    verb = "follows" if guide.references + guide.links == 1 else "follow"
    rest = f"; {' and '.join(follow)} {verb}" if follow else ""
    return f"{' and '.join(new)} {has} {numbers}{rest}"


def _headings(guide: Renumbered, style: Style) -> Iterator[str]:
    shown = len(guide.numbers) if style.verbose else MOST_SHOWN
    width = max((len(each.old or "") for each in guide.numbers), default=0)
    new_width = max((len(each.new) for each in guide.numbers), default=0)
    for each in islice(guide.numbers, shown):
        old = f"{each.old or '':>{width}}"
        title = sanitize(each.heading.title.text)
        yield f"  {old} -> {each.new:<{new_width}}  {title}\n"
    if len(guide.numbers) > shown:
        yield style.dim(f"  and {len(guide.numbers) - shown:,} more: -v lists them") + "\n"
