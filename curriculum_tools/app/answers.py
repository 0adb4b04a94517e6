"""What there is to say of each file: from the cache where it knows, else by running the rules."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from curriculum_tools.app.around import orphans_given_to, places_of, project_path, tree_of
from curriculum_tools.app.guides import Candidate, Candidates, with_rulings
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from curriculum_tools.store.cache.cache import Cache
from curriculum_tools.store.digest import digest
from curriculum_tools.store.reading import read_bytes, source_of

if TYPE_CHECKING:
    from curriculum_tools.model.guide import Guide


class _Open(NamedTuple):
    """A text that the cache knows nothing of; `place` is its place among the files."""

    place: int
    candidate: Candidate
    source: Source
    slot: str
    key: str


def answers(
    candidates: Candidates, cache: Cache, jobs: int, against: "Guide | None" = None
) -> list[GuideReport | UnreadableError | None]:
    """Give the report on each file: None where it is no guide, or why it cannot be read.

    With an earlier version to lint against, the cache must be off: it knows nothing of that.
    """
    found: list[GuideReport | UnreadableError | None] = []
    left: list[_Open] = []
    for place, candidate in enumerate(candidates.files):
        found.append(None)
        try:
            data = read_bytes(candidate.found.path, candidate.shown_as)
        except UnreadableError as error:
            found[-1] = error
            continue
        source = source_of(data, candidate.shown_as)
        slot, key = _slot(candidate), _key(candidate, data)
        entry = cache.find(slot, key, source, partial(tree_of, candidate))
        must_be_guide = candidate.found.must_be_guide
        if entry is None or (entry.report is None and not must_be_guide):
            left.append(_Open(place, candidate, source, slot, key))
        elif entry.is_guide or not must_be_guide:
            found[-1] = entry.report
    cache.close()
    if left:
        complete = with_rulings([text.candidate for text in left], candidates.decisions)
        texts = [(candidate, text.source) for candidate, text in zip(complete, left, strict=True)]
        from curriculum_tools.app.check import check_all

        for text, entry in zip(left, check_all(texts, jobs, against), strict=True):
            found[text.place] = entry.report
            cache.add(text.slot, text.key, entry)
    return found


def _slot(candidate: Candidate) -> str:
    """Name what is overwritten when a guide changes: the answer about it under these options."""
    config = candidate.config
    return repr((project_path(candidate), candidate.shown_as, config.select, config.ignore))


def _key(candidate: Candidate, data: bytes) -> str:
    """Name all that the answer depends on but the files around the guide."""
    lost = orphans_given_to(candidate)
    return repr((digest(data), candidate.config.digest, places_of(candidate), lost))
