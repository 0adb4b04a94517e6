"""How much guides held after each of the last commits that changed them."""

from collections.abc import Iterable, Mapping

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.guides import is_guide, parse_text
from curriculum_tools.facts.held import held
from curriculum_tools.model.content import NotesStatus, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.output.report.gathered import Counts, HistoryPoint
from curriculum_tools.store.history import FilesInGit
from curriculum_tools.store.reading import source_of

SHORT = 9  # characters of a commit's name


def read_history(candidates: Mapping[str, Candidate], commits: int) -> tuple[HistoryPoint, ...]:
    """Return what guides, by their paths, held after each commit, the oldest first.

    A text that was no guide then counts for nothing. Raises RevisionError without git.
    """
    files = FilesInGit(list(candidates))
    known: dict[tuple[str, bytes], Counts] = {}

    def counts_of(path: str, data: bytes) -> Counts:
        if (path, data) not in known:
            config = candidates[path].project.config
            known[path, data] = _counts(parse_text(source_of(data, path), config))
        return known[path, data]

    return tuple(
        HistoryPoint(
            commit.name[:SHORT],
            commit.day,
            commit.subject,
            _total(counts_of(path, data) for path, data in files.texts(commit).items()),
        )
        for commit in files.commits(commits)
    )


def _counts(guide: Guide) -> Counts:
    if not is_guide(guide):
        return Counts(0, 0, 0)
    counts = held(guide)
    return Counts(counts.topics, counts.questions, sum(map(_is_written, guide.topics)))


def _is_written(topic: Section) -> bool:
    return any(notes.status is NotesStatus.WRITTEN for notes in topic.notes)


def _total(counts: Iterable[Counts]) -> Counts:
    columns = zip(Counts(0, 0, 0), *counts, strict=True)
    return Counts(*map(sum, columns))
