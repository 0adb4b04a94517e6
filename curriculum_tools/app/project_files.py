"""What the files of a project say of each other: order, translations, sections and links."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from curriculum_tools.app.project_layout import Exists, upward
from curriculum_tools.detection.scan import scan
from curriculum_tools.facts.links import relative_links
from curriculum_tools.facts.order import linked_paths
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.model.templates import Translations
from curriculum_tools.syntax.document import read_document
from curriculum_tools.syntax.path_template import compile_translations

#: What pages that give an order are called, the surest first.
ORDER_PAGES = ("SUMMARY.md", "_sidebar.md", "README.md", "index.md")
LISTED = 0.8  # of the guides, by a page that gives their order
FEWEST_LISTED = 3
SECTIONED = 0.9  # of the guides, by a section that all of them should have
FEWEST_SECTIONED = 5
FEWEST_SECTIONS = 3  # that recur, for these to be what every guide should have
ALIKE = 0.5  # the least ratio of the numbers of questions of a guide and its translation
#: Where translations lie, and of what they are.
TRANSLATIONS = (
    ("{dir}/{name}.md", "{dir}/{name}-{lang}.md"),
    ("{dir}/{name}.md", "{dir}/{name}_{lang}.md"),
    ("{dir}/{name}.md", "{dir}/{name}.{lang}.md"),
    ("{dir}/{name}.md", "{dir}/translations/{name}.{lang}.md"),
    ("README.md", "{lang}/README*.md"),
    ("{path}", "{lang}/{path}"),
    ("{path}", "translations/{lang}/{path}"),
    ("{dir}/{path}", "{dir}/translations/{lang}/{path}"),
    ("{dir}/{name}.md", "{dir}/{lang}/{name}.md"),
    ("en/{path}", "{lang}/{path}"),
)
#: ISO 639-1, those of the tongues in which courses are found.
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id "
    "is it ja jp ka kk km kn ko kr ku ky lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru si "
    "sk sl sq sr sv sw ta te th tl tr ua uk ur uz vi zh cn tw br"
)
LANGUAGES = frozenset(_LANGUAGES.split())


def guess_order(
    guides: Sequence[Guide], paths: Sequence[str], read: Callable[[str], Source]
) -> str:
    """Return the page whose links give the order of the guides; empty where there is none."""
    own = {guide.path.casefold() for guide in guides}
    asking = {guide.path.casefold() for guide in guides if guide.questions}
    if len(own) < FEWEST_LISTED:
        return ""
    there = {path.casefold(): path for path in paths}
    for page in _pages(guides):
        if page.casefold() not in asking and (path := there.get(page.casefold())):
            listed = linked_paths(read(path).text, posixpath.dirname(path), "")
            pages = {*listed, *(f"{posixpath.splitext(each)[0]}.md" for each in listed)}
            if len(own & pages) >= LISTED * len(own - {path.casefold()}):
                return path
    return ""


def _pages(guides: Sequence[Guide]) -> Iterator[str]:
    """Yield the pages that may give an order, by name and then the nearest to the guides."""
    folders = [set(upward(posixpath.dirname(guide.path))) for guide in guides]
    common = sorted(set.intersection(*folders), key=lambda folder: -len(folder))
    for name in ORDER_PAGES:
        yield from (posixpath.join(folder, name) for folder in common)


def guess_sections(guides: Sequence[Guide]) -> list[str]:
    """Return the headings and divs that nearly all guides have, in their order."""
    if len(guides) < FEWEST_SECTIONED:
        return []
    counts: Counter[tuple[int, str]] = Counter()
    for guide in guides:
        counts.update(set(_section_names(guide)))
    usual = {section for section, count in counts.items() if count >= SECTIONED * len(guides)}
    highest = min((level for level, _ in usual if level), default=0)
    fullest = max(guides, key=lambda guide: len(usual.intersection(_section_names(guide))))
    ordered = (each for each in dict.fromkeys(_section_names(fullest)) if each in usual)
    names = [name for level, name in ordered if level in (0, highest)]
    return names if len(names) >= FEWEST_SECTIONS and _is_usual_order(names, guides) else []


def _section_names(guide: Guide) -> Iterator[tuple[int, str]]:
    """Yield the titles of headings with their levels, and the names of divs with 0.

    What is part of a question, or in a div, is no section, nor is a div that holds questions.
    """
    within = guide.dialect.templates.within if guide.dialect.templates else ()
    inner = _titles_in_divs(guide) if guide.divs else frozenset()
    places = [
        (each.span, each.level, each.title.text)
        for each in guide.headings
        if each.level > 1 and each.title.text not in inner
    ]
    names = ((div.span, f":::{div.text}") for div in guide.divs)
    places += [(span, 0, name) for span, name in names if name not in within]
    asked = [question.extent for _, question in guide.questions]
    for span, level, name in sorted(places):
        if not any(extent.covers(span) for extent in asked):
            yield level, name


def _titles_in_divs(guide: Guide) -> frozenset[str]:
    lines = scan(read_document(guide.source)).lines
    return frozenset(
        line.shaped.said for line in lines if line.shaped and line.place.startswith(":::")
    )


def _is_usual_order(names: Sequence[str], guides: Sequence[Guide]) -> bool:
    """Tell whether most guides have some sections in one order."""
    alike = 0
    for guide in guides:
        order = list(dict.fromkeys(name for _, name in _section_names(guide) if name in names))
        alike += order == [name for name in names if name in order]
    return alike >= LISTED * len(guides)


def guess_translations(guides: Sequence[Guide]) -> dict[str, str]:
    """Return where translations lie, and of what they are; empty where there are none."""
    counts = {guide.path: len(guide.questions) for guide in guides}
    best: dict[str, str] = {}
    most = 0
    for of, within in TRANSLATIONS:
        found = sum(1 for _ in _translated(compile_translations(of, within), counts))
        if found > most:
            best, most = {"of": of, "in": within}, found
    return best


def _translated(translations: Translations, counts: Mapping[str, int]) -> Iterator[str]:
    """Yield the guides that are translations of others with about as many questions."""
    for path, count in counts.items():
        matches = (pattern.fullmatch(path) for pattern in translations.patterns)
        is_language = any(_is_language(match["lang"]) for match in matches if match)
        originals = (each for each in translations.originals_of(path) if each in counts)
        other = counts[original] if (original := next(originals, None)) else 0
        if is_language and min(count, other) >= ALIKE * max(count, other):
            yield path


def _is_language(tag: str) -> bool:
    return re.split("[-_]", tag)[0].lower() in LANGUAGES


def guess_links(guides: Sequence[Guide], exists: Exists) -> str:
    """Return how links to pages end, where that is not how their files do; empty where it is."""
    for guide in guides:
        folder = posixpath.dirname(guide.path)
        for link in relative_links(guide):
            stem, ending = posixpath.splitext(link.path)
            page = posixpath.normpath(posixpath.join(folder, f"{stem}.md"))
            if ending == ".html" and exists(page):
                return ending
    return ""
