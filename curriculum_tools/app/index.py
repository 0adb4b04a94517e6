"""Making the index of guides: their topics as `merge` joins them, each with its notes."""

from collections.abc import Iterator, Sequence
from itertools import chain

from curriculum_tools.app.guides import Candidate, find_candidates, parse_candidate
from curriculum_tools.app.notes_files import NotesFiles
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.store.config import Configs
from curriculum_tools.store.paths import folder_of, shown_in, true_path
from curriculum_tools.versions.index import Index, as_printed, index_chapters
from curriculum_tools.versions.merge.join import Decided
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.merged import MergedChapter
from curriculum_tools.versions.version import version_of

Parsed = tuple[Candidate, Guide]

INDEX = "index"  # what the joined guides are called; nothing is written under that name


def make_index(
    paths: Sequence[str],
    config_path: str | None,
    *,
    oldest_first: bool = False,
    output_file: str | None = None,
) -> Index:
    """Make the index of the guides named, else of the curriculum that the config declares.

    Its links start at the folder of the output file, else at the current one. Raises a
    CurriculumError where a guide cannot be read: an index with a gap would be wrong.
    """
    versions = () if paths else _declared(Configs(config_path).of_run)
    if versions or oldest_first:
        found = [find_candidates([path], config_path) for path in versions or paths]
    else:
        found = [find_candidates(paths, config_path)]
    for error in chain.from_iterable(candidates.errors for candidates in found):
        raise error
    guides = _parsed(chain.from_iterable(candidates.files for candidates in found))
    if not guides:
        place = paths[0] if paths else "."
        raise UnreadableError(place, "no guides here: a guide has topics with **Description**s")
    config = found[0].config
    files = NotesFiles(guides, config, folder_of(output_file or ""))
    title, chapters = _joined(
        [guide for _, guide in guides], files, config, declared=bool(versions) or oldest_first
    )
    return Index(
        title=title,
        chapters=tuple(index_chapters(chapters, files.locate)),
        folder=files.folder,
        files=files.pages(),
    )


def _joined(
    guides: Sequence[Guide], files: NotesFiles, config: Config, *, declared: bool
) -> tuple[str | None, Sequence[MergedChapter]]:
    """Give title and chapters: of one guide as they stand in it, of several as merged."""
    versions = [version_of(guide) for guide in guides]
    if len(guides) == 1:
        return guides[0].title, tuple(as_printed(versions[0]))
    decided = Decided(config.rulings)
    merged = merge(versions, INDEX, files.exists, declared=declared, decided=decided)
    titles = (guide.title for guide in guides)
    title = merged.guide.title.text if merged.guide.title else next(filter(None, titles), None)
    return title, merged.chapters


def _declared(config: Config) -> tuple[str, ...]:
    """Give the versions of the declared curriculum, oldest first."""
    if len(config.curricula) > 1:
        raise ConfigError(
            config.path or "curriculum.toml",
            f"{len(config.curricula)} curricula are declared, and an index is of one",
            hint="name its versions: curriculum index --oldest-first OLD.md NEW.md",
        )
    versions = (version for curriculum in config.curricula for version in curriculum.versions)
    return tuple(shown_in(config.folder, version) for version in versions)


def _parsed(candidates: Iterator[Candidate]) -> list[Parsed]:
    """Parse each guide once; of several, those without any topic say nothing here."""
    parsed = {}
    for candidate in candidates:
        name = true_path(candidate.found.path)
        guide = parse_candidate(candidate) if name not in parsed else None
        if guide is not None:
            parsed[name] = candidate, guide
    return [pair for pair in parsed.values() if pair[1].topics] or list(parsed.values())[:1]
