"""What was changed by hand in a merged guide since its lock was written."""

from curriculum_tools.app.guides import parse_text
from curriculum_tools.model.config import Config
from curriculum_tools.model.rulings import Rulings
from curriculum_tools.model.source import Source
from curriculum_tools.store.decisions import parse_decisions
from curriculum_tools.store.locks import lock_of, name_in_lock
from curriculum_tools.store.reading import read_source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.lock import Lock
from curriculum_tools.versions.merge.by_hand import edits_between
from curriculum_tools.versions.merge.edits import Edit
from curriculum_tools.versions.merge.join import Decided
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.version import version_of


def rulings_before(lock: Lock, path: str) -> Rulings:
    """Return the rulings that held when a lock was written; raises ConfigError."""
    return Rulings(tuple(parse_decisions("\n".join(lock.decisions), path)))


def edits_by_hand(guide: str, lock: Lock, config: Config) -> tuple[Edit, ...]:
    """Compare a guide as it stands there with what its lock says was written."""
    lock_path = lock_of(guide)
    name = name_in_lock(lock_path, guide)
    written = merge(
        lock.versions,
        name,
        lambda path: path in lock.notes_found,
        declared=lock.declared,
        decided=Decided(rulings_before(lock, lock_path)),
    )
    guides = parse(Source(name, written.text)), parse_text(read_source(guide), config)
    before, after = (version_of(parsed, name) for parsed in guides)
    return edits_between(before, after)
