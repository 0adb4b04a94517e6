"""Parsing one guide that the user named."""

from curriculum_tools.app.guides import find_candidates, parse_candidate
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.store.paths import is_folder


def parse_one(path: str, config: str | None = None, stdin_filename: str | None = None) -> Guide:
    """Parse a guide, whatever it holds; raises UnreadableError for what is no file."""
    if is_folder(path):
        raise UnreadableError(path, "a folder; name one guide")
    candidates = find_candidates([path], config, stdin_filename=stdin_filename)
    for error in candidates.errors:
        raise error
    guide = parse_candidate(candidates.files[0])
    if guide is None:
        raise UnreadableError(path, "no guide")
    return guide
