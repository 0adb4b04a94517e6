"""The output formats of each command, from which the command line takes its choices.

To add a format: write its module and name it here. A module has one function,
`render(report, style)`, which yields the report as chunks of text, so that a long one can be
written while it is made. It is imported when it is asked for, and no other with it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

from curriculum_tools.output.style import Style

if TYPE_CHECKING:
    from curriculum_tools.editing.renumber import Renumbered
    from curriculum_tools.facts.duplicates import Duplicates
    from curriculum_tools.model.report import LintReport
    from curriculum_tools.output.report.gathered import Gathered
    from curriculum_tools.versions.collision_report import CollisionReport
    from curriculum_tools.versions.deciding.open_list import OpenList
    from curriculum_tools.versions.diff.by_number import NumberDifference
    from curriculum_tools.versions.diff.changes import Difference
    from curriculum_tools.versions.history_report import ItemHistory
    from curriculum_tools.versions.index import Index
    from curriculum_tools.versions.merge.result import MergeReport

Report = TypeVar("Report")
Renderer: TypeAlias = Callable[[Report, Style], Iterator[str]]
Remarks: TypeAlias = Callable[[Report], Iterator[str]]


class Format(NamedTuple, Generic[Report]):
    """A format: its module below this folder, and what it needs or adds.

    One that `needs_rules` describes the rules beside the findings. One that `has_remarks` has a
    function `remarks(report)` too, for what is not part of the output but worth saying.
    """

    module: str
    needs_rules: bool = False
    has_remarks: bool = False

    def render(self, report: Report, style: Style) -> Iterator[str]:
        """Yield a report in this format, as chunks of text."""
        render: Renderer[Report] = self._imported().render
        return render(report, style)

    def remarks(self, report: Report) -> Iterator[str]:
        """Yield what to say beside the output, a line each."""
        if not self.has_remarks:
            return iter(())
        remarks: Remarks[Report] = self._imported().remarks
        return remarks(report)

    def _imported(self) -> Any:
        return import_module(f"{__package__}.{self.module}")


LINT: "Mapping[str, Format[LintReport]]" = {
    "text": Format("lint.text"),
    "concise": Format("lint.concise"),
    "json": Format("lint.json"),
    "sarif": Format("lint.sarif", needs_rules=True),
    "github": Format("lint.github"),
    "gitlab": Format("lint.gitlab"),
    "junit": Format("lint.junit"),
    "rdjson": Format("lint.rdjson"),
    "markdown": Format("lint.markdown"),
}

#: What `lint --statistics` shows, in the formats that have a place for it.
STATISTICS: "Mapping[str, Format[LintReport]]" = {
    "text": Format("lint.statistics_text"),
    "concise": Format("lint.statistics_text"),
    "json": Format("lint.statistics_json"),
}

DIFF: "Mapping[str, Format[Difference]]" = {
    "text": Format("diff.text"),
    "json": Format("diff.json"),
    "markdown": Format("diff.markdown"),
}

#: What `diff --by-number` shows.
DIFF_BY_NUMBER: "Mapping[str, Format[NumberDifference]]" = {
    "text": Format("diff.by_number_text"),
    "json": Format("diff.by_number_json"),
    "markdown": Format("diff.by_number_markdown"),
}

MERGE: "Mapping[str, Format[MergeReport]]" = {
    "text": Format("merge.text"),
    "json": Format("merge.json"),
    "markdown": Format("merge.markdown"),
}

INDEX: "Mapping[str, Format[Index]]" = {
    "json": Format("index.json"),
    "markdown": Format("index.markdown"),
    "mkdocs": Format("index.mkdocs", has_remarks=True),
    "fumadocs": Format("index.fumadocs", has_remarks=True),
    "mdbook": Format("index.mdbook", has_remarks=True),
}

REPORT: "Mapping[str, Format[Gathered]]" = {
    "html": Format("report.html"),
    "json": Format("report.json"),
}

#: What `decide --list` shows.
DECIDE: "Mapping[str, Format[OpenList]]" = {
    "text": Format("decide.text"),
    "json": Format("decide.json"),
}

COLLISIONS: "Mapping[str, Format[CollisionReport]]" = {
    "text": Format("collisions.text"),
    "json": Format("collisions.json"),
    "markdown": Format("collisions.markdown"),
}

HISTORY: "Mapping[str, Format[ItemHistory]]" = {
    "text": Format("history.text"),
    "json": Format("history.json"),
}

RENUMBER: "Mapping[str, Format[Sequence[Renumbered]]]" = {
    "text": Format("renumber.text"),
    "json": Format("renumber.json"),
}

DUPLICATES: "Mapping[str, Format[Duplicates]]" = {
    "text": Format("duplicates.text", has_remarks=True),
    "json": Format("duplicates.json"),
}
