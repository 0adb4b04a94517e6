"""The format `html`: one page, or several linked to each other where one would be too long."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.output.report.coverage_section import coverage_section
from curriculum_tools.output.report.differences_section import differences_section
from curriculum_tools.output.report.duplicates_section import duplicates_section
from curriculum_tools.output.report.environment import content_policy, environment, style_sheet
from curriculum_tools.output.report.findings_section import findings_section
from curriculum_tools.output.report.gathered import Gathered
from curriculum_tools.output.report.history_section import history_section
from curriculum_tools.output.report.numbers_section import numbers_section
from curriculum_tools.output.report.prerequisites_section import prerequisites_section
from curriculum_tools.output.report.section import ReportSection
from curriculum_tools.output.report.settled_section import settled_section
from curriculum_tools.output.report.to_decide_section import to_decide_section
from curriculum_tools.output.style import Style

LARGEST = 4_800_000  # bytes of the sections of one page; with the rest it stays below 5 MB
SECTIONS: tuple[Callable[[Gathered], ReportSection | None], ...] = (
    numbers_section,
    to_decide_section,
    coverage_section,
    findings_section,
    settled_section,
    differences_section,
    duplicates_section,
    prerequisites_section,
    history_section,
)


class Rendered(NamedTuple):
    """A section, or as much of it as one page has."""

    section: ReportSection
    parts: tuple[str, ...]
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of the table of contents."""

    title: str
    link: str
    count: int | None


def render(gathered: Gathered, _style: Style) -> Iterator[str]:
    """Yield the report as one page, however long it is; raises MissingExtraError."""
    yield from render_pages(gathered, "", sys.maxsize).values()


def render_pages(gathered: Gathered, name: str, largest: int = LARGEST) -> Mapping[str, str]:
    """Return the pages by their file names, the first of which is `name`.

    No page is much larger than `largest` bytes. Raises MissingExtraError.
    """
    made = (section(gathered) for section in SECTIONS)
    sections = [_rendered(section) for section in made if section is not None]
    pages = list(_divided(sections, largest))
    names = [page_name(name, number) for number in range(1, len(pages) + 1)]
    contents = _contents(pages, names)
    style = style_sheet()
    template = environment().get_template("page.html")
    return {
        own: template.render(
            title=_title(gathered),
            subtitle=_subtitle(gathered),
            sections=page,
            contents=contents,
            own=own,
            number=names.index(own) + 1,
            names=names,
            style=style,
            policy=content_policy(style),
        )
        for own, page in zip(names, pages, strict=True)
    }


def is_page(html: str, number: int) -> bool:
    """Tell whether a text is that page of a report."""
    return _generator(number) in html


def _generator(number: int) -> str:
    return f'<meta name="generator" content="curriculum report, page {number:,}">'


def _rendered(section: ReportSection) -> Rendered:
    template = environment().get_template(f"{section.name}.html")
    parts = (
        template.render(part=part, anchor=f"{section.name}-{number}")
        for number, part in enumerate(section.parts, 1)
    )
    return Rendered(section, tuple(parts))


def _divided(sections: Sequence[Rendered], largest: int) -> Iterator[list[Rendered]]:
    """Yield what each page has, in order; a section may go on over several pages."""
    page: list[Rendered] = []
    room = largest
    for section, parts, _ in sections:
        begun: list[str] = []
        is_continued = False
        for part in parts:
            size = len(part.encode())
            if size > room and (begun or page):
                if begun or not is_continued:
                    page.append(Rendered(section, tuple(begun), is_continued))
                yield page
                page, begun, is_continued, room = [], [], True, largest
            begun.append(part)
            room -= size
        page.append(Rendered(section, tuple(begun), is_continued))
    yield page


def page_name(name: str, number: int) -> str:
    """Return the file name of a page, from 1, of the report that begins in the file `name`."""
    if number == 1:
        return name
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-{number}.{suffix}" if dot and stem else f"{name}-{number}"


def _contents(pages: Sequence[Sequence[Rendered]], names: Sequence[str]) -> tuple[TocEntry, ...]:
    return tuple(
        TocEntry(section.title, f"{name if len(names) > 1 else ''}#{section.name}", section.count)
        for name, page in zip(names, pages, strict=True)
        for section, _, is_continued in page
        if not is_continued
    )


def _title(gathered: Gathered) -> str:
    """Return what the report is about: the title that all guides share, else none."""
    titles = {guide.title for guide in gathered.guides.values() if guide.title}
    merged = [each.index.title for each in gathered.curricula if each.index and each.index.title]
    if len(merged) == 1 and merged[0]:
        return merged[0]
    return titles.pop() if len(titles) == 1 else "Curriculum"


def _subtitle(gathered: Gathered) -> str:
    guides = list(gathered.guides)
    named = ", ".join(guides[:6])
    return f"{named} and {len(guides) - 6:,} more" if len(guides) > 6 else named
