"""Merging guides of a dialect in a test, without a disk."""

from curriculum_tools.syntax.write import write_guide
from curriculum_tools.versions.lock import Lock, read_lock, write_lock
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Merged
from curriculum_tools.versions.version import Version, Versions, version_of
from tests.linting import config, guide

OUTPUT = "merged.md"


def version(toml: str, text: str, name: str = "a.md") -> Version:
    """Return what a text says in a dialect."""
    return version_of(guide(text, name, config(toml)))


def merged(toml: str, *texts: str, in_order: bool = True) -> Merged:
    """Merge guides, called a.md, b.md and so on, the oldest first."""
    versions = [version(toml, text, f"{chr(ord('a') + n)}.md") for n, text in enumerate(texts)]
    return merged_versions(toml, Versions(tuple(versions), in_order))


def merged_versions(toml: str, versions: Versions) -> Merged:
    """Merge versions."""
    return merge(versions, OUTPUT, lambda _path: True, Decided(), config(toml))


def from_lock(versions: Versions) -> Versions:
    """Return versions as their lock has them."""
    return read_lock(write_lock(Lock(versions)), "merged.lock.json", versions.dialect).versions


def written(said: Version) -> str:
    """Return a version as Markdown."""
    return write_guide(said.root, said.front_matter, said.dialect)
