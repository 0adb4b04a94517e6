"""The formats of `curriculum lint`, and what makes each.

A renderer is a pure function from a report and a style to chunks of text, so that a long report
can be written while it is made. To add a format: write its module, name it here.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from curriculum_tools.model.report import LintReport
from curriculum_tools.output.style import Style

Renderer: TypeAlias = Callable[[LintReport, Style], Iterator[str]]

TEXT = "text"


def _text() -> Renderer:
    from curriculum_tools.output.terminal import render_text

    return render_text


def _concise() -> Renderer:
    from curriculum_tools.output.concise import render_concise

    return render_concise


def _json() -> Renderer:
    from curriculum_tools.output.lint_json import render_json

    return render_json


def _sarif() -> Renderer:
    from curriculum_tools.output.sarif import render_sarif

    return render_sarif


def _github() -> Renderer:
    from curriculum_tools.output.github import render_github

    return render_github


def _gitlab() -> Renderer:
    from curriculum_tools.output.gitlab import render_gitlab

    return render_gitlab


def _junit() -> Renderer:
    from curriculum_tools.output.junit import render_junit

    return render_junit


def _rdjson() -> Renderer:
    from curriculum_tools.output.rdjson import render_rdjson

    return render_rdjson


def _markdown() -> Renderer:
    from curriculum_tools.output.markdown import render_markdown

    return render_markdown


_RENDERERS: dict[str, Callable[[], Renderer]] = {
    TEXT: _text,
    "concise": _concise,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
    "markdown": _markdown,
}
"""Each renderer is imported when it is asked for."""

FORMATS = tuple(_RENDERERS)


def renderer(name: str) -> Renderer:
    """Give the renderer of a format; the name must be one of FORMATS."""
    return _RENDERERS[name]()


def statistics_renderer(name: str) -> Renderer | None:
    """Give what shows counts by rule in a format; None for one that has no place for them."""
    if name in (TEXT, "concise"):
        from curriculum_tools.output.statistics import render_statistics

        return render_statistics
    if name == "json":
        from curriculum_tools.output.lint_json import render_json_statistics

        return render_json_statistics
    return None
