"""What lies around a guide, asked of a tree of files.

Everything is looked up by walking down from the top of the tree through listings of folders, so
that neither a file system that ignores case nor a path that climbs out can change the answer.
"""

import re
from collections.abc import Iterable, Iterator

from curriculum_tools.facts.links import RelativeLink, relative_links, unquoted
from curriculum_tools.facts.lookup import MISSING, OUTSIDE, Lookup, join, steps_below
from curriculum_tools.facts.order import order_of
from curriculum_tools.facts.originals import Others, ReadGuide
from curriculum_tools.facts.pages import MARKDOWN, page_of, sources_of
from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.surroundings import EntryKind, Place, Presence, Surroundings, Tree

_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_NOTES_FILE = re.compile(r"\.(?:mdx?|markdown|ipynb|rst)$", re.IGNORECASE)

_BEST_FIRST = [
    Presence.FOUND,
    Presence.ABSENT,
    Presence.OTHER_CASE,
    Presence.OUTSIDE,
    Presence.MISSING,
]
#: Of what is there, if maybe not here.
THERE = (Presence.FOUND, Presence.ABSENT)


def surroundings(
    guide: Guide,
    config: Config,
    tree: Tree,
    folder: str = "",
    config_folder: str = "",
    orphans: Iterable[str] = (),
    read: ReadGuide | None = None,
) -> Surroundings:
    """Look up what a guide refers to.

    `folder` is the guide's own and `config_folder` the config's, both from the tree's top. `read`
    parses another guide of the config, whose path it takes from the config's folder.
    """
    lookup = Lookup(tree)
    roots = content_roots(config, folder, config_folder)
    paths = dict.fromkeys(notes.path for topic in guide.topics for notes in topic.notes)
    notes = {path: notes_place(lookup, roots, path) for path in paths if not is_web_address(path)}
    links = {link.destination: link for link in relative_links(guide) if link.path}
    templates = config.templates
    ending = templates.links if templates else ""
    places = {written: link_place(lookup, folder, link, ending) for written, link in links.items()}
    own_file = join(steps_below(folder, guide.path.rpartition("/")[2]) or ())
    pointed = [place for written, place in places.items() if links[written].anchor]
    pointed += [place for path, place in notes.items() if "#" in path]
    files = dict.fromkeys(place.file for place in pointed if place.file is not None)
    anchors = {file: tree.anchors(file, config.anchors) for file in files}
    others = Others(tree, config, own_file, config_folder, read)
    return Surroundings(
        roots=tuple(f"{root}/" if root else "." for root in roots),
        notes=notes,
        links=places,
        anchors={file: found for file, found in anchors.items() if found is not None},
        orphans=tuple(orphans),
        order=order_of(tree, templates, own_file, config_folder) if templates else None,
        original=others.original,
        pair=others.pair,
    )


def content_roots(config: Config, folder: str, config_folder: str) -> tuple[str, ...]:
    """Give the folders, from the tree's top, in which notes paths are looked up.

    For "auto" those are the guide's own folder and all above it, the nearest first. A configured
    one that leads out of the tree is left out.
    """
    if config.content_roots is None:
        names = folder.split("/") if folder else []
        return tuple("/".join(names[:count]) for count in range(len(names), -1, -1))
    found = (steps_below(config_folder, root) for root in config.content_roots)
    return tuple(dict.fromkeys(join(steps) for steps in found if steps is not None))


def is_web_address(path: str) -> bool:
    """Tell whether a notes path names nothing that could be looked up in a tree of files."""
    return bool(_WEB.match(path))


def notes_place(lookup: Lookup, roots: tuple[str, ...], path: str) -> Place:
    """Look up a notes path below each root, as written and in the other ways it can be meant."""
    if not path.strip():
        return MISSING
    places = [
        place if rest is not None else place._replace(spelling=None)
        for reading, rest in _readings(path)
        for place in _places(lookup, roots, reading, rest or "")
    ]
    best = min(places, key=lambda place: _BEST_FIRST.index(place.presence))
    if best.spelling or best.presence in (*THERE, Presence.OTHER_CASE):
        return best
    meant = path.replace("\\", "/").lstrip("/")
    if meant != path:
        is_there = any(p.presence is Presence.FOUND for p in _places(lookup, roots, meant))
        return Place(best.presence, None, meant if is_there else None)
    spelling = next((place.spelling for place in places if place.spelling), None)
    return Place(best.presence, None, spelling)


def notes_are_there(tree: Tree, roots: tuple[str, ...], path: str) -> bool:
    """Tell whether there is a file of notes at a path, below any of the content roots.

    One that git has and that is not checked out counts as there.
    """
    if is_web_address(path):
        return False
    return notes_place(Lookup(tree), roots, path).presence in THERE


def count_absent(around: Surroundings) -> int:
    """Count the paths and links that lead to what is not checked out here."""
    places = (*around.notes.values(), *around.links.values())
    return sum(place.presence is Presence.ABSENT for place in places)


def named_files(around: Surroundings) -> frozenset[str]:
    """Give the files, from the tree's top, that a guide names as notes or links to."""
    places = [*around.notes.values(), *around.links.values()]
    return frozenset(place.file for place in places if place.file is not None)


def orphans(tree: Tree, notes_folder: str, named: frozenset[str]) -> tuple[str, ...]:
    """Give the files of notes below a folder, sorted, that are not among those named.

    All paths are from the tree's top.
    """
    steps = steps_below("", notes_folder)
    top = Lookup(tree).place(steps, notes_folder, is_folder=True) if steps is not None else OUTSIDE
    waiting = [top.file] if top.file is not None and top.presence is Presence.FOUND else []
    found = []
    while waiting:
        folder = waiting.pop()
        for name, kind in tree.folder(folder).entries.items():
            path = f"{folder}/{name}" if folder else name
            if kind is EntryKind.FOLDER and not name.startswith("."):
                waiting.append(path)
            elif kind is EntryKind.FILE and _NOTES_FILE.search(name) and path not in named:
                found.append(path)
    return tuple(sorted(found))


def _readings(path: str) -> Iterator[tuple[str, str | None]]:
    """Yield a path as written, without an anchor, and without percent-encoding.

    With each goes what is to be written after it, None where it is not to be written so.
    """
    yield path, ""
    file, mark, anchor = path.partition("#")
    if mark:
        yield file, mark + anchor
    if "%" in path:
        yield unquoted(file), None


def _places(lookup: Lookup, roots: tuple[str, ...], path: str, rest: str = "") -> list[Place]:
    """Look a path up below each root, or tell that it leads out of all of them.

    A backslash divides folders only in so far as a path with it could lead out of the tree.
    """
    found = []
    for root in roots:
        divided = steps_below(root, path.replace("\\", "/")) if "\\" in path else ()
        steps = steps_below(root, path)
        if steps is None or divided is None or not _is_below_any(roots, join(steps)):
            continue
        place = lookup.place(steps, path, is_folder=path.endswith("/"))
        found.append(place._replace(spelling=place.spelling + rest) if place.spelling else place)
        if found[-1].presence is Presence.FOUND:
            break
    return found or [OUTSIDE]


def _is_below_any(roots: tuple[str, ...], path: str) -> bool:
    return any(not root or path == root or path.startswith(f"{root}/") for root in roots)


def link_place(lookup: Lookup, folder: str, link: RelativeLink, ending: str) -> Place:
    """Look up where a link leads; one to a page leads to the file that the page is made of.

    `ending` is that of links to pages, "" where links lead to files.
    """
    steps = steps_below(folder, link.path)
    if steps is None:
        return OUTSIDE
    sources = list(sources_of(link.path, ending))
    for source in sources:
        if file := lookup.file(steps_below(folder, source) or ()):
            return Place(Presence.FOUND, file)
    if not sources or lookup.file(steps):
        return lookup.place(steps, link.path, is_folder=True)
    place = lookup.place(steps_below(folder, sources[0]) or (), sources[0])
    if place.spelling and place.spelling.endswith(MARKDOWN):
        return place._replace(spelling=page_of(place.spelling, ending))
    return place._replace(spelling=None)
