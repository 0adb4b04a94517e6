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


def _github() -> Renderer:
    from curriculum_tools.output.github import render_github

    return render_github


_RENDERERS: dict[str, Callable[[], Renderer]] = {
    TEXT: _text,
    "concise": _concise,
    "json": _json,
    "github": _github,
}
"""Each renderer is imported when it is asked for."""

FORMATS = tuple(_RENDERERS)


def renderer(name: str) -> Renderer:
    """Give the renderer of a format; the name must be one of FORMATS."""
    return _RENDERERS[name]()
