"""What is left to decide after a merge: one list, and so one count, wherever it is shown."""

from collections.abc import Iterator

from curriculum_tools.model.rulings import (
    PairRuling,
    PresenceRuling,
    QuestionRuling,
    Ruling,
)
from curriculum_tools.versions.choice import By
from curriculum_tools.versions.deciding.open_item import ItemKind, ItemSide, OpenItem, Reply
from curriculum_tools.versions.deciding.renamed_ruling import renamed
from curriculum_tools.versions.merge.result import (
    Absent,
    Conflict,
    Merged,
    ReviewItem,
    ReviewMember,
)
from curriculum_tools.versions.merge.stale_rulings import StaleRuling


def open_items(merged: Merged) -> tuple[OpenItem, ...]:
    """Return what is open, what decides most first."""
    return tuple(_items(merged))


def _items(merged: Merged) -> Iterator[OpenItem]:
    yield from (_of_review(item) for item in merged.review)
    for absent in merged.absent:
        yield from _of_absent(absent, merged.versions.items[-1].name)
    yield from (_of_conflict(conflict) for conflict in merged.open_conflicts)
    yield from (_of_stale(stale) for stale in merged.stale)


def _of_review(item: ReviewItem) -> OpenItem:
    if isinstance(item.suggestion, PairRuling | QuestionRuling):
        return _pair(item, item.suggestion)
    return _repeated(item)


def _pair(item: ReviewItem, ruling: PairRuling | QuestionRuling) -> OpenItem:
    """Return the question whether two are one; with the title or text of either, or another."""
    kind = ItemKind(item.kind)
    what = kind.removeprefix("same-")
    one, other = item.members[0].text, item.members[1].text
    same, apart = _ruled(ruling, same=True), _ruled(ruling, same=False)
    stays = "title" if what != "question" else "wording"
    answers = [
        Reply("s", f"the same {what}", (same,)),
        Reply("d", f"two different {what}s", (apart,)),
    ]
    if one != other:
        answers += [
            Reply("1", f"the same, with the first {stays}", (_ruled(same, wording=one),)),
            Reply("2", f"the same, with the second {stays}", (_ruled(same, wording=other),)),
        ]
    answers.append(Reply("e", f"the same, with another {stays}", (same,), needs_wording=True))
    return OpenItem(
        kind=kind,
        title=f"Are these two one {what}?",
        why=f"{_how_alike(kind)} {item.confidence:.0%}: too much to be sure that they are two, too "
        "little to be joined unseen.",
        sides=tuple(map(_side, item.members)),
        answers=tuple(answers),
        chapter=None,
    )


def _how_alike(kind: ItemKind) -> str:
    is_probability = kind is ItemKind.SAME_QUESTION
    return "They ask the same with a probability of" if is_probability else "They are alike to"


def _ruled(
    ruling: PairRuling | QuestionRuling, *, same: bool = True, wording: str | None = None
) -> PairRuling | QuestionRuling:
    if isinstance(ruling, PairRuling):
        return PairRuling(a=ruling.a, b=ruling.b, same=same, wording=wording)
    return QuestionRuling(a=ruling.a, b=ruling.b, keys=ruling.keys, same=same, wording=wording)


def _repeated(item: ReviewItem) -> OpenItem:
    """Return the question whether a question is asked in each of several topics."""
    answers = [Reply("k", "keep it in each", (item.suggestion,))]
    for place, name in enumerate(item.places, 1):
        others = [other for number, other in enumerate(item.places, 1) if number != place]
        drops = tuple(PresenceRuling(what=other, is_kept=False) for other in others)
        if name not in others and all(other.topic for other in others):
            label = f"ask it in the {_ORDINALS[place - 1]} topic alone"
            answers.append(Reply(str(place), label, drops, needs_reason=True))
    return OpenItem(
        kind=ItemKind.REPEATED_QUESTION,
        title="Should this be asked in both topics?",
        why="One of the two would have no question without it.",
        sides=tuple(map(_side, item.members)),
        answers=tuple(answers),
    )


def _side(member: ReviewMember) -> ItemSide:
    return ItemSide(
        text=member.text,
        source=member.source,
        line=member.line,
        number=member.number,
        topic=member.topic,
    )


def _of_absent(absent: Absent, newest: str) -> Iterator[OpenItem]:
    """Yield each topic that the newest version does not have."""
    for name, topic in zip(absent.names, absent.topics, strict=True):
        keep = PresenceRuling(what=name, is_kept=True)
        drop = PresenceRuling(what=name, is_kept=False)
        yield OpenItem(
            kind=ItemKind.ABSENT_TOPIC,
            title="Should this topic stay?",
            why=f"{newest}, the newest version, does not have it.",
            sides=(ItemSide(text=topic.said.title, number=topic.said.number, topic=topic),),
            answers=(
                Reply("k", "keep it", (keep,)),
                Reply("x", "drop it", (drop,), needs_reason=True),
            ),
            chapter=absent.called,
        )


def _of_conflict(conflict: Conflict) -> OpenItem:
    match conflict.by, conflict.chosen:
        case By.EDITED, 0:
            return _changed(conflict, ItemKind.CHANGED_UNDER_EDIT, "edited by hand")
        case By.EDITED, _:
            return _taken_out(conflict)
        case By.DECISION, _:
            return _changed(conflict, ItemKind.CHANGED_UNDER_RULING, "ruled")
    sides = tuple(
        ItemSide(text=option.value, label=", ".join(option.sources)) for option in conflict.options
    )
    answers = tuple(
        Reply(str(place), f"take the {_ORDINALS[place - 1]}", (option.ruling,))
        for place, option in enumerate(conflict.options[: len(_ORDINALS)], 1)
        if option.ruling
    )
    return OpenItem(
        kind=ItemKind.TIE,
        title=f"Which {_what(conflict)} holds{_where(conflict)}?",
        why="As many versions say the one as the other.",
        sides=sides,
        answers=answers,
    )


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def _taken_out(conflict: Conflict) -> OpenItem:
    kept, dropped = conflict.options
    answers = []
    if kept.ruling:
        answers.append(Reply("k", "bring it back", (kept.ruling,)))
    if dropped.ruling:
        answers.append(Reply("x", "leave it out", (dropped.ruling,)))
    return OpenItem(
        kind=ItemKind.TAKEN_OUT,
        title=f"Should this {conflict.kind} stay out{_where(conflict)}?",
        why="It was taken out of the merged guide by hand, and versions still have it.",
        sides=(ItemSide(text=kept.value, label=", ".join(kept.sources)),),
        answers=tuple(answers),
    )


def _changed(conflict: Conflict, kind: ItemKind, how: str) -> OpenItem:
    """Return the question what holds after versions have changed what was decided otherwise."""
    labels = (how, "what versions said then", "what versions say now")
    sides = tuple(
        ItemSide(text=option.value, label=label)
        for label, option in zip(labels, conflict.options, strict=True)
    )
    kept, _, now = conflict.options
    answers = []
    removed: tuple[Ruling, ...] = ()
    if kind is ItemKind.CHANGED_UNDER_RULING and conflict.ruled:
        removed = (conflict.ruled,)
    if kept.ruling:
        answers.append(Reply("k", f"keep what was {how}", (kept.ruling,), removed))
    if now.ruling or removed:
        rulings = (now.ruling,) if now.ruling else ()
        answers.append(Reply("n", "take what versions say now", rulings, removed))
    return OpenItem(
        kind=kind,
        title=f"Does this {_what(conflict)} still hold{_where(conflict)}?",
        why=f"It was {how}, and versions have changed it since.",
        sides=sides,
        answers=tuple(answers),
    )


def _of_stale(stale: StaleRuling) -> OpenItem:
    """Return the question what becomes of a ruling that matches nothing."""
    answers = [Reply("x", "take it out", (), (stale.ruling,))]
    sides = [ItemSide(text=str(stale.ruling), label=f"{stale.ruling.path}:{stale.ruling.line}")]
    why = "It matches nothing any more."
    if stale.missing is not None:
        why = f"No version has “{stale.missing}”."
        better = stale.nearest and renamed(stale.ruling, stale.missing, stale.nearest)
        if better and stale.nearest is not None:
            sides.append(ItemSide(text=stale.nearest, label="the nearest that there is"))
            label = "it means the nearest that there is"
            answers.insert(0, Reply("n", label, (better,), (stale.ruling,)))
    return OpenItem(
        kind=ItemKind.STALE_RULING,
        title="What becomes of this ruling?",
        why=why,
        sides=tuple(sides),
        answers=tuple(answers),
    )


def _what(conflict: Conflict) -> str:
    return conflict.kind.replace("-", " ")


def _where(conflict: Conflict) -> str:
    about = " ".join(filter(None, (conflict.number, conflict.title)))
    return f" of {about}" if about else ""
