"""Numbering guides anew."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from curriculum_tools.app.find_guides import Candidate, find_candidates, read_candidate
from curriculum_tools.app.guides import parse_text, refuse_doubtful
from curriculum_tools.app.project import Projects
from curriculum_tools.editing.renumber import Renumbered, renumber
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.errors import CurriculumError, UnreadableError
from curriculum_tools.store.reading import STANDARD_INPUT
from curriculum_tools.store.writing import write_texts


class RenumberOutcome(NamedTuple):
    """The guides that were numbered anew, and what stands against it in others."""

    guides: tuple[Renumbered, ...]
    errors: tuple[CurriculumError, ...]


def renumber_guides(
    paths: Sequence[str], config_path: str | None, *, write: bool
) -> RenumberOutcome:
    """Number guides anew; where one cannot be, none is written. Raises a CurriculumError."""
    if write and STANDARD_INPUT in paths:
        raise UnreadableError(STANDARD_INPUT, "cannot be written: --diff prints what would change")
    candidates = find_candidates(paths, Projects(config_path))
    errors: list[CurriculumError] = list(candidates.errors)
    guides = []
    files = []
    for candidate in candidates.files:
        try:
            renumbered = _renumbered(candidate)
        except CurriculumError as error:
            errors.append(error)
            continue
        if renumbered:
            guides.append(renumbered)
            files.append((candidate.path, renumbered))
    if not guides and not errors:
        raise UnreadableError(paths[0] if paths else ".", "no guides here")
    if write and not errors:
        write_texts((path, guide.after.text) for path, guide in files if guide.is_changed)
    return RenumberOutcome(tuple(guides), tuple(errors))


def _renumbered(candidate: Candidate) -> Renumbered | None:
    """Number a guide anew; None for a file that is no guide."""
    guide = read_candidate(candidate)
    if guide is None:
        return None
    refuse_doubtful(guide)
    config = candidate.project.config
    return renumber(Facts(guide, config), partial(parse_text, config=config))
