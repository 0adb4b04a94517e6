"""Putting a guide together while it is read: sections that are open, and what is added to them."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter

from curriculum_tools.model.content import (
    NO_HEADING,
    Block,
    BlockKind,
    Field,
    Heading,
    Question,
    Role,
    Section,
)
from curriculum_tools.model.source import Span


@dataclass(slots=True)
class Draft:
    """A section that is being read.

    `asking` is the column of the bullet of a questions field while questions may follow that stand
    in a list of their own, further to the right.
    """

    role: Role
    heading: Heading
    start: int
    fields: list[Field] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    drafts: list["Draft"] = field(default_factory=list)
    asking: int | None = None

    def finished(self, end: int) -> Section:
        """Return the section, which reaches to `end`; blocks are put in the order they stand."""
        ends = [*(draft.start for draft in self.drafts[1:]), end]
        blocks = tuple(sorted(self.blocks, key=attrgetter("span")))
        first = self.fields[0].span.start if self.fields else end
        lead = blocks if self.role is Role.TOPIC else ()
        lead = tuple(block for block in lead if block.span.start < first)
        return Section(
            role=self.role,
            heading=self.heading,
            lead=lead,
            fields=tuple(self.fields),
            questions=tuple(self.questions),
            blocks=blocks[len(lead) :],
            sections=tuple(d.finished(e) for d, e in zip(self.drafts, ends, strict=False)),
            span=Span(self.start, end),
        )


class Sections:
    """The sections of a guide in the making; the last one opened is `open`."""

    def __init__(self, start: int) -> None:
        self.root = Draft(Role.GUIDE, NO_HEADING, start)
        self.all = [self.root]

    @property
    def open(self) -> Draft:
        """The section that is read at the moment."""
        return self.all[-1]

    @property
    def lacks_title(self) -> bool:
        """Whether a title may still come: it stands before any chapter that is no mere prose."""
        chapters = (draft for draft in self.root.drafts if draft.heading.number or draft.drafts)
        return not self.root.heading.level and not any(chapters)

    def begin(self, role: Role, heading: Heading) -> None:
        """Open a section; a topic outside any chapter opens one without a heading."""
        draft = Draft(role, heading, heading.span.start)
        if role is Role.CHAPTER:
            self.root.drafts.append(draft)
        else:
            if not self.root.drafts:
                self.root.drafts.append(Draft(Role.CHAPTER, NO_HEADING, draft.start))
            self.root.drafts[-1].drafts.append(draft)
        self.all.append(draft)

    def demote(self, is_none: Callable[[Draft], bool]) -> None:
        """Make mere blocks of the guide of those chapters that are none."""
        for draft in [draft for draft in self.root.drafts if is_none(draft)]:
            heading = Block(BlockKind.HEADING, draft.heading.title.text, draft.heading.span)
            self.root.drafts.remove(draft)
            self.all.remove(draft)
            self.root.blocks += [heading, *draft.blocks]

    def at(self, offset: int) -> Draft:
        """Return the section in which an offset lies."""
        return self.all[bisect_right(self.all, offset, key=lambda draft: draft.start) - 1]

    def finished(self, end: int) -> Section:
        """Return the guide, whose text ends at `end`."""
        return self.root.finished(end)
