"""From the paths a command is given to guides, each in the project that it belongs to."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from curriculum_tools.app.pages import Page, find_pages, page_at
from curriculum_tools.app.project import Project, Projects
from curriculum_tools.model.errors import CurriculumError, UnreadableError
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import Habit
from curriculum_tools.store.discovery import find_files
from curriculum_tools.store.paths import below, folder_of
from curriculum_tools.store.reading import STANDARD_INPUT, read_guide

if TYPE_CHECKING:  # a run that the cache answers needs no parser
    from curriculum_tools.model.guide import Guide


class Candidate(NamedTuple):
    """A file that may be a guide: where it is read, and the name it is shown under.

    One that `must_be_guide` counts only if it looks like a guide. `orphans` are the files of notes
    that are reported with it. What is a `page` is no guide but says something of guides.
    `habits` is what nearly all questions of the project have, where that is asked.
    """

    project: Project
    path: str
    shown_as: str
    must_be_guide: bool = False
    orphans: tuple[str, ...] = ()
    page: Page | None = None
    habits: frozenset[Habit] | None = None

    def read(self) -> Source:
        """Read the file; raises UnreadableError."""
        return read_guide(self.path, self.shown_as)


class Candidates(NamedTuple):
    """The files that a command is about, the pages that go with them, and paths of no use."""

    files: tuple[Candidate, ...]
    errors: tuple[UnreadableError, ...]
    pages: tuple[Candidate, ...] = ()


def find_candidates(
    paths: Sequence[str],
    projects: Projects,
    *,
    exclude: tuple[str, ...] = (),
    force_exclude: bool = False,
    stdin_filename: str | None = None,
) -> Candidates:
    """Find the files that paths mean, each with its project; raises a CurriculumError.

    `exclude` are globs from the current folder that take the place of those in configs.
    """
    found, errors = find_files(
        paths,
        projects.of_run.config,
        exclude=exclude,
        force_exclude=force_exclude,
        config_of=projects.configs.of_folder,
    )
    files = []
    for file in found:
        shown_as = (stdin_filename or "<stdin>") if file.path == STANDARD_INPUT else file.path
        project = projects.of_folder(folder_of(shown_as))
        if page_at(shown_as, project.config) is None:
            files.append(Candidate(project, file.path, shown_as, file.must_be_guide))
    return Candidates(tuple(files), tuple(errors), tuple(_pages(paths, files)))


def _pages(paths: Sequence[str], files: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the pages that go with the files, as far as these are among the paths."""
    for project in dict.fromkeys(file.project for file in files):
        own = [file.shown_as for file in files if file.project is project]
        for path, page in find_pages(project.config, own):
            if not paths or any(below(named, path) for named in paths):
                yield Candidate(project, path, path, page=page)


def read_candidate(candidate: Candidate) -> "Guide | None":
    """Read and parse a file; None where it is no guide and must be. Raises UnreadableError."""
    from curriculum_tools.app.guides import is_guide, parse_text

    guide = parse_text(candidate.read(), candidate.project.config)
    return guide if is_guide(guide) or not candidate.must_be_guide else None


def read_candidates(candidates: Candidates) -> "tuple[list[Guide], list[CurriculumError]]":
    """Read and parse all files that are guides; return what cannot be read beside them."""
    guides = []
    errors: list[CurriculumError] = list(candidates.errors)
    for candidate in candidates.files:
        try:
            guide = read_candidate(candidate)
        except UnreadableError as error:
            errors.append(error)
        else:
            if guide is not None:
                guides.append(guide)
    return guides, errors
