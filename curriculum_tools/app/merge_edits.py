"""What was changed by hand in a merged guide since its lock was written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from curriculum_tools.app.guides import dialect_for, refuse_conflicts
from curriculum_tools.model.config import Config
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.source import Source
from curriculum_tools.store.decisions import parse_decisions
from curriculum_tools.store.locks import lock_of, name_in_lock
from curriculum_tools.store.reading import read_source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.hand_edits.detect import edits_between
from curriculum_tools.versions.hand_edits.store import Edited, HandEdit, News
from curriculum_tools.versions.lock import Lock
from curriculum_tools.versions.merge.merge import merged_text
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.version import version_of


def rulings_before(lock: Lock, path: str) -> Rulings:
    """Return the rulings that held when a lock was written; raises ConfigError."""
    return Rulings(tuple(parse_decisions("\n".join(lock.decisions), path, is_settled=True)))


def edits_by_hand(guide: str, lock: Lock, config: Config) -> tuple[HandEdit, ...]:
    """Compare a guide as it stands there with what its lock says was written."""
    lock_path = lock_of(guide)
    name = name_in_lock(lock_path, guide)
    written = merged_text(
        lock.versions,
        name,
        lambda path: path in lock.notes_found,
        Decided(rulings_before(lock, lock_path)),
        config,
    )
    found = edits_against(written, guide, config)
    return tuple(_as_known(edit, lock.edits) for edit in found)


def edits_against(text: str, guide: str, config: Config) -> tuple[HandEdit, ...]:
    """Compare a guide as it stands there with a text of it; raises DoubtfulGuideError."""
    name = name_in_lock(lock_of(guide), guide)
    dialect = dialect_for(guide, config)
    standing = parse(read_source(guide), dialect)
    refuse_conflicts(standing)
    before = version_of(parse(Source(name, text), dialect), name)
    return edits_between(before, version_of(standing, name))


def still_edits(edits: Iterable[HandEdit], others: Sequence[HandEdit]) -> tuple[HandEdit, ...]:
    """Return the edits that are edits, too, compared with another text of the same guide.

    What a version says by now, or says on the other side of a conflict, was not edited.
    """
    return tuple(edit for edit in edits if any(_is_one(edit, other) for other in others))


def anchored(edits: Iterable[HandEdit], others: Sequence[HandEdit]) -> tuple[HandEdit, ...]:
    """Return edits of topics by what these are called now, as `others`, over what is said now, are.

    A version may have renamed what was edited since.
    """
    return tuple(_anchored(edit, [o for o in others if _is_one(edit, o)]) for edit in edits)


def _anchored(edit: HandEdit, others: Sequence[HandEdit]) -> HandEdit:
    places = [(other.chapter, other.topic) for other in others]
    if not places or (edit.chapter, edit.topic) in places:
        return edit
    chapter, topic = places[0]
    return replace(edit, chapter=chapter, topic=topic)


def news_under(edits: Iterable[HandEdit], others: Sequence[HandEdit]) -> Iterator[News]:
    """Yield what versions have changed under edits; `others` are these over what they say now."""
    for edit in edits:
        other = next((each for each in others if _is_one(edit, each)), None)
        if other and other.was != edit.was:
            yield News(edit, other.was)


def _is_one(edit: HandEdit, other: HandEdit) -> bool:
    """Tell whether two edits do the same to the same; its title may be another one by now."""
    if (edit.what, edit.question, edit.now) != (other.what, other.question, other.now):
        return False
    if edit.now is None:
        return edit.topic == other.topic or edit.was == other.was
    return edit.what != Edited.HOME or edit.topic == other.topic


def _as_known(edit: HandEdit, known: Iterable[HandEdit]) -> HandEdit:
    """Return an edit as it was made, with what it was made over, where it is known."""
    return next((each for each in known if replace(each, was=edit.was) == edit), edit)
