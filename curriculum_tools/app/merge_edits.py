"""What was changed by hand in a merged guide since its lock was written."""

from curriculum_tools.app.guides import dialect_for
from curriculum_tools.model.config import Config
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.source import Source
from curriculum_tools.store.decisions import parse_decisions
from curriculum_tools.store.locks import lock_of, name_in_lock
from curriculum_tools.store.reading import read_source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.hand_edits.detect import edits_between
from curriculum_tools.versions.hand_edits.store import HandEdit
from curriculum_tools.versions.lock import Lock
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.version import version_of


def rulings_before(lock: Lock, path: str) -> Rulings:
    """Return the rulings that held when a lock was written; raises ConfigError."""
    return Rulings(tuple(parse_decisions("\n".join(lock.decisions), path)))


def edits_by_hand(guide: str, lock: Lock, config: Config) -> tuple[HandEdit, ...]:
    """Compare a guide as it stands there with what its lock says was written."""
    lock_path = lock_of(guide)
    name = name_in_lock(lock_path, guide)
    written = merge(
        lock.versions,
        name,
        lambda path: path in lock.notes_found,
        Decided(rulings_before(lock, lock_path)),
        config,
    )
    dialect = dialect_for(guide, config)
    guides = parse(Source(name, written.text), dialect), parse(read_source(guide), dialect)
    before, after = (version_of(parsed, name) for parsed in guides)
    return edits_between(before, after)
