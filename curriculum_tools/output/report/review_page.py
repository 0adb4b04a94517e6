"""The page of `review`: what is open, with a button for each answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.output.report.environment import (
    content_policy,
    environment,
    source_of,
    style_sheet,
)
from curriculum_tools.output.report.to_decide_section import ShownItem, group_title, shown_item
from curriculum_tools.versions.deciding.bulk import bulks
from curriculum_tools.versions.deciding.open_item import OpenItem
from curriculum_tools.versions.deciding.open_list import OpenInGuide


class Button(NamedTuple):
    """A button: the key that presses it, too, and what it answers; to several items, `is_bulk`."""

    key: str
    label: str
    is_bulk: bool


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An item with its buttons, and the texts that some of them need; `group` is its heading."""

    shown: ShownItem
    group: str
    buttons: tuple[Button, ...]
    needs_reason: bool
    needs_wording: bool


@dataclass(frozen=True, slots=True)
class ReviewedGuide:
    """A merged guide as it is reviewed; `every` are all its open items, the answered ones too."""

    open: OpenInGuide
    every: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Where a review stands: how much was decided, what was said last, and which state it is."""

    guides: Sequence[ReviewedGuide]
    decided: int
    remark: str
    can_undo: bool
    revision: int
    token: str


def review_page(state: ReviewState) -> str:
    """Return the page as HTML; raises MissingExtraError."""
    style, script = style_sheet(), source_of("review.js")
    guides = [
        (guide.open.guide, guide.open.decisions, tuple(_asked(guide))) for guide in state.guides
    ]
    return (
        environment()
        .get_template("review.html")
        .render(
            state=state,
            guides=guides,
            left=sum(len(guide.open.items) for guide in state.guides),
            style=style,
            script=script,
            policy=content_policy(style, script),
        )
    )


def _asked(guide: ReviewedGuide) -> list[AskedItem]:
    left = guide.open.items
    return [_asked_item(item, left, guide.every) for item in left]


def _asked_item(item: OpenItem, left: Sequence[OpenItem], every: Sequence[OpenItem]) -> AskedItem:
    buttons = [Button(each.key, each.label, is_bulk=False) for each in item.answers]
    buttons += [Button(each.key, each.label, is_bulk=True) for each in bulks(item, left, every)]
    return AskedItem(
        shown=shown_item(item),
        group=group_title(item),
        buttons=tuple(buttons),
        needs_reason=any(answer.needs_reason for answer in item.answers),
        needs_wording=any(answer.needs_wording for answer in item.answers),
    )
