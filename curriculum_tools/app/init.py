"""A first curriculum.toml that fits the guides and notes that are there."""

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.app.find_guides import Candidate, find_candidates
from curriculum_tools.app.guides import is_guide
from curriculum_tools.app.no_guides import MOST_READ, nearest_guide
from curriculum_tools.app.project import Projects
from curriculum_tools.app.project_curricula import GuessedCurriculum, guess_curricula
from curriculum_tools.app.project_dialect import ProjectDialect, guess_dialect
from curriculum_tools.app.project_globs import include_globs
from curriculum_tools.app.project_labels import Labels, guess_labels
from curriculum_tools.app.project_layout import (
    ContentRoots,
    Exists,
    guess_content_roots,
)
from curriculum_tools.app.project_platform import guess_platform
from curriculum_tools.detection.look import may_have_labels
from curriculum_tools.facts.held import held
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.output.counted import counted
from curriculum_tools.output.toml_writer import toml_value, write_toml_table
from curriculum_tools.store.git import first_dates
from curriculum_tools.store.globs import escape, matches
from curriculum_tools.store.paths import CONFIG_FILE, folders_below, is_there
from curriculum_tools.store.writing import write_made
from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.parse import parse

_TEMPLATE = """\
# What `curriculum` should know about these guides. Paths start at the folder of this file.
# A line that begins with # says nothing until you take the # away.

# Which files are guides: * is any part of a name, ** any number of folders.
{include}
# Files that are passed over although they match.
exclude = []

# Where the paths of notes start: a folder, a list of folders, or "auto", which tries the guide's
# own folder and each one above it.{found}
content-root = {content_root}
# The folder of the notes. The rule orphan-notes, which is off, finds files there that no guide
# names.
{notes_folder}

# Which rules run, by name or group: `curriculum rules` lists them. "ALL" are those on by default.
select = ["ALL"]
# Rules and groups that do not run.
ignore = []
# From which severity on findings fail the run: "error", "warning" or "info".
fail-level = "warning"

{curricula}
[severity]
# How severe the findings of a rule are. This also turns on a rule that is off.
# similar-title = "warning"

[per-file-ignores]
# Rules and groups that do not run over some files.
# {some_files} = ["notes"]

[fields]
# What every topic has: "inferred" from what nearly all topics of a guide have, or a list of
# "description", "prerequisites", "notes" and "questions".
required = "inferred"

[fields.labels]
# Other labels under which these fields stand in your guides, in any language.
{labels}

[dialect]{dialect}
# What the guides are published with, which decides the anchors of their headings: "github",
# "kramdown", "kramdown-gfm" (Jekyll), "pandoc", "mkdocs", "mdbook" or "docusaurus".{set_up}
anchors = {anchors}
{other_files}
[front-matter]
# Whether every guide has front matter, the lines between --- and --- at its top.
required = false
# A JSON Schema that the front matter satisfies; "" for none.
schema = ""

[allow]
# Titles that topics of different chapters may share; * stands for anything. A title that every
# chapter has, such as "Overview", needs no mention.
# repeated-titles = ["Summary*"]

[questions]
# How many questions a topic should have, for the rule question-count-out-of-range, which is off.
# count = {{ min = 3, max = 8 }}

[duplicates]
# Whether `curriculum duplicates` asks a model of sentences, too, which finds more questions that
# are asked in other words: pip install 'curriculum-tools[semantic]'
semantic = false
"""

_VERSIONS = """\
# These guides share most of their topics. If they are versions of one, take the # away and see
# to it that the oldest comes first: their order is a guess, {by}.
"""
_NO_VERSIONS = """\
# Versions of one guide, oldest first, and the guide that is made of them.
# [[curriculum]]
# versions = [
#   "guides/versions/core.md",
#   "guides/versions/extended.md",
# ]
# output = "guides/curriculum.md"
"""


def propose(
    guides: Sequence[Guide],
    exists: Exists,
    folders: Sequence[str],
    others: Sequence[str] = (),
    labels: Labels | None = None,
    dialect: ProjectDialect | None = None,
    curricula: Sequence[GuessedCurriculum] = (),
) -> str:
    """Return the text of a config, to be written to the current folder.

    `exists` tells of a path whether a file is there, `folders` are the folders there are, and
    `others` the Markdown files that are no guides; all relative to the current folder. `labels`
    are those of the fields in the guides, by the names of the fields. A `dialect` is given where
    it is not the default one. The guides that are made of versions are included.
    """
    here = _here(guides)
    globs = include_globs([guide.path for guide in here], others)
    merged = (each.output for each in curricula if not matches(globs, each.output))
    globs += tuple(escape(path) for path in merged if path not in others)
    writable = [folder for folder in folders if _is_writable(folder)]
    notes = guess_content_roots(here, exists, writable)
    platform, set_up = guess_platform(here, exists)
    return _TEMPLATE.format(
        include=_line("include", list(globs), ["guides/**/*.md"]),
        found=_found(notes),
        content_root=toml_value(_one_or_several(notes.roots)),
        notes_folder=_line("notes-folder", notes.folder, "content/docs"),
        curricula="\n".join(map(_curriculum, curricula)) or _NO_VERSIONS,
        labels=_labels(labels or {}),
        dialect=f"\n{''.join(_dialect(dialect))}" if dialect else "",
        other_files="".join(_other_files(dialect)) if dialect else "",
        set_up=f"\n# {toml_value(set_up)} is here." if set_up else "",
        anchors=toml_value(platform),
        some_files=toml_value(globs[0] if globs else "guides/**/*.md"),
    )


def _dialect(dialect: ProjectDialect) -> Iterator[str]:
    """Yield how guides are written, with what was counted, but for other files than most."""
    yield "# How the guides are written, each kind of line with placeholders for what differs.\n"
    yield f"# So read, there are {_held(dialect.guides)}.\n"
    for key, value in dialect.table.items():
        yield f"{key} = {toml_value(value)}\n"


def _other_files(dialect: ProjectDialect) -> Iterator[str]:
    for glob, table in dialect.others.items():
        yield from write_toml_table(f"[dialect.files.{toml_value(glob)}]", table)


def _held(guides: Sequence[Guide]) -> str:
    """Return how much guides hold, as it was read."""
    counts = [held(guide) for guide in guides]
    named = [
        counted(sum(count.questions for count in counts), "question"),
        *(
            counted(total, name)
            for name in ("chapter", "topic", "answer", "option")
            if (total := sum(getattr(count, f"{name}s") for count in counts))
        ),
    ]
    return f"{', '.join(named)} in {counted(len(guides), 'file')}"


def _labels(labels: Labels) -> str:
    if not labels:
        return '# notes = ["Path to detailed notes", "Notes"]'
    return "\n".join(f"{name} = {toml_value(list(found))}" for name, found in labels.items())


def _found(notes: ContentRoots) -> str:
    if not notes.references:
        return ""
    return f"\n# Today {notes.found} of {notes.references} are found."


def _one_or_several(roots: tuple[str, ...] | None) -> str | list[str]:
    if roots is None:
        return "auto"
    return roots[0] if len(roots) == 1 else list(roots)


def _curriculum(guess: GuessedCurriculum) -> str:
    listed = "".join(f"#   {toml_value(path)},\n" for path in guess.versions)
    output = toml_value(guess.output)
    remark = _VERSIONS.format(by=guess.ordered_by)
    return f"{remark}# [[curriculum]]\n# versions = [\n{listed}# ]\n# output = {output}\n"


def _here(guides: Sequence[Guide]) -> list[Guide]:
    """Return the guides that a config in the current folder holds for."""
    return [guide for guide in guides if not guide.path.startswith(("/", "../"))]


def _line(key: str, value: list[str] | str | None, example: list[str] | str) -> str:
    return f"{key} = {toml_value(value)}" if value else f"# {key} = {toml_value(example)}"


def _is_writable(path: str) -> bool:
    """Tell whether a path is Unicode, so that it can stand in a config."""
    return re.search(r"[\ud800-\udfff]", path) is None


class Written(NamedTuple):
    """A config that was written: where, for how many guides, and what they are or what is lacking.

    `said` is empty where the guides are in the default dialect. `ordered_by` says of the order of
    versions by what it was guessed, where there are some.
    """

    path: str
    guides: int
    said: str = ""
    ordered_by: str = ""


def write_config(path: str | None = None, *, force: bool = False) -> Written:
    """Write the config that fits what is below here; return what was found.

    Raises ConfigError where the file is there already, unless `force` is given.
    """
    path = path or CONFIG_FILE
    if is_there(path) and not force:
        raise ConfigError(path, "is there already", hint="--force writes over it")
    candidates = find_candidates(["."], Projects())
    all_files = tuple(file._replace(must_be_guide=False) for file in candidates.files)
    sources = _sources(all_files)
    guides, labels = _default_guides(sources.values())
    dialect = None if guides else guess_dialect([*sources], sources.__getitem__, is_there)
    if dialect:
        guides = list(dialect.guides)
    known = {guide.path for guide in guides} | ({dialect.order} if dialect else set())
    others = [path for path in sources if path not in known]
    named = [guide for guide in _here(guides) if _is_writable(guide.path)]
    curricula = guess_curricula(named, is_there, first_dates([guide.path for guide in named]))
    text = propose(guides, is_there, folders_below("."), others, labels, dialect, curricula)
    write_made([(path, text)])
    said = _said(dialect) if guides else _lacking(sources)
    return Written(path, len(guides), said, curricula[0].ordered_by if curricula else "")


def _said(dialect: ProjectDialect | None) -> str:
    """Return how many questions there are and how most of them are written."""
    if dialect is None:
        return ""
    question = dialect.table.get("question", "")
    template = question[0] if isinstance(question, list) else question
    count = sum(len(guide.questions) for guide in dialect.guides)
    return f'{counted(count, "question")} "{template}"'


def _lacking(sources: Mapping[str, Source]) -> str:
    """Return which of the files comes nearest to a guide, and what it lacks."""
    path, why = nearest_guide([parse(source) for source in [*sources.values()][:MOST_READ]])
    return f"{path} {why}" if path else "there is no Markdown file here"


def _sources(files: Sequence[Candidate]) -> dict[str, Source]:
    """Return the texts of the files that can be read, by the paths that they are shown under."""
    sources = {}
    for file in files:
        with contextlib.suppress(UnreadableError):  # lint will tell
            sources[file.shown_as] = file.read()
    return sources


def _default_guides(sources: Iterable[Source]) -> tuple[list[Guide], Labels]:
    """Return the guides of the default dialect, and other labels of their fields."""
    texts = [parse(source) for source in sources if may_have_labels(source.text)]
    labels = guess_labels(texts)
    read = [parse(text.source, HOME.with_labels(labels)) if labels else text for text in texts]
    return [guide for guide in read if is_guide(guide)], labels
