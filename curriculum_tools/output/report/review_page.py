"""The page of `review`: what is open, with a button for each answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.output.report.environment import (
    content_policy,
    environment,
    source_of,
    style_sheet,
)
from curriculum_tools.output.report.shown_item import (
    LONG,
    GroupTitle,
    ShownItem,
    by_group,
    shown_item,
)
from curriculum_tools.output.report.shown_text import shown
from curriculum_tools.versions.deciding.bulk import bulks
from curriculum_tools.versions.deciding.open_item import OpenItem, Reply
from curriculum_tools.versions.deciding.open_list import OpenInGuide

MOST_SHOWN = 250  # items of a guide; the next ones follow when these are decided


class Button(NamedTuple):
    """A button: the item of which it is, the key that presses it, too, and what it answers.

    Where it needs a text, `asks` says for what, and `given` is the text to begin with.
    """

    item: str
    key: str
    label: str
    asks: str = ""
    given: str = ""


class AskedItem(NamedTuple):
    """An item with its buttons."""

    shown: ShownItem
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class AskedGroup:
    """Items below one heading, with the buttons that answer them all.

    What is asked of each in the same words is the `note` of the group, and no item's.
    """

    title: GroupTitle
    is_first_of_kind: bool
    note: str
    count: int
    buttons: tuple[Button, ...]
    items: tuple[AskedItem, ...]


@dataclass(frozen=True, slots=True)
class AskedGuide:
    """A merged guide with what is open in it; `left_out` counts the items that are not shown.

    Forms call it by its `place` among all guides.
    """

    place: int
    name: str
    decisions: str
    groups: tuple[AskedGroup, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class ReviewedGuide:
    """A merged guide as it is reviewed; `every` are all its open items, the answered ones too."""

    open: OpenInGuide
    every: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Where a review stands: how much was decided, what was said last, and which state it is.

    `problem` says why what is on the disk cannot be merged; `next` is the item to go on with.
    """

    guides: Sequence[ReviewedGuide]
    decided: int
    remark: str
    problem: str
    can_undo: bool
    revision: int
    token: str
    next: str


def review_page(state: ReviewState) -> str:
    """Return the page as HTML; raises MissingExtraError."""
    style, script = style_sheet(), source_of("review.js")
    return (
        environment()
        .get_template("review.html")
        .render(
            state=state,
            guides=[_asked_guide(*each) for each in enumerate(state.guides)],
            left=sum(len(guide.open.items) for guide in state.guides),
            style=style,
            script=script,
            policy=content_policy(style, script),
        )
    )


def _asked_guide(place: int, guide: ReviewedGuide) -> AskedGuide:
    groups = tuple(_groups(guide.open.items, guide.every))
    left_out = len(guide.open.items) - sum(len(group.items) for group in groups)
    return AskedGuide(place, guide.open.guide, guide.open.decisions, groups, left_out)


def _groups(left: Sequence[OpenItem], every: Sequence[OpenItem]) -> Iterator[AskedGroup]:
    room = MOST_SHOWN
    kinds: set[str] = set()
    for title, members in by_group(left):
        if room <= 0:
            return
        here = members[:room]
        room -= len(here)
        yield AskedGroup(
            title=title,
            is_first_of_kind=title.kind not in kinds,
            note=_common_note(members),
            count=len(members),
            buttons=_bulk_buttons(members, left, every),
            items=tuple(AskedItem(shown_item(item), _buttons(item)) for item in here),
        )
        kinds.add(title.kind)


def _common_note(members: Sequence[OpenItem]) -> str:
    """Return what is asked of each, where that is the same and each is but one thing."""
    notes = {f"{item.title} {item.why}" for item in members}
    is_one_thing = all(
        len(item.sides) == 1 and 0 < len(item.sides[0].text) <= LONG for item in members
    )
    return notes.pop() if is_one_thing and len(notes) == 1 else ""


def _buttons(item: OpenItem) -> tuple[Button, ...]:
    text = item.sides[0].text if item.sides else ""
    given = text if text == shown(text) else ""  # else it would not be the text itself
    return tuple(_button(item, answer.key, answer.label, answer, given) for answer in item.answers)


def _bulk_buttons(
    members: Sequence[OpenItem], left: Sequence[OpenItem], every: Sequence[OpenItem]
) -> tuple[Button, ...]:
    unlike = {tuple(answer.key for answer in item.answers): item for item in reversed(members)}
    buttons = {
        bulk.key: _button(item, bulk.key, bulk.label, bulk.answers[0])
        for item in unlike.values()
        for bulk in bulks(item, left, every)
    }
    return tuple(buttons.values())


def _button(item: OpenItem, key: str, label: str, answer: Reply, given: str = "") -> Button:
    if answer.needs_reason:
        return Button(item.id, key, label, "reason")
    asks = "wording" if answer.needs_wording else ""
    return Button(item.id, key, label, asks, given if asks else "")
