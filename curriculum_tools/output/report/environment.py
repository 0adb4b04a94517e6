"""The templates of a report, ready to be filled in."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from curriculum_tools.model.errors import MissingExtraError
from curriculum_tools.output.report.shown_text import shown, shown_lines

if TYPE_CHECKING:
    from jinja2 import Environment

EXTRA = "report"


@cache
def environment() -> "Environment":
    """Return the templates; raises MissingExtraError where Jinja is not installed.

    Whatever a template puts into a page is escaped, and made harmless before.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise MissingExtraError("a page in HTML", EXTRA) from None
    made = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.filters["lines"] = shown_lines
    return made


def style_sheet() -> str:
    """Return the style sheet of all pages."""
    return source_of("report.css")


def source_of(name: str) -> str:
    """Return the text of a file among the templates, as it is."""
    loader = environment().loader
    if loader is None:
        raise ValueError("the templates lie in the package")
    return loader.get_source(environment(), name)[0]


def content_policy(style: str, script: str = "") -> str:
    """Return the policy by which a browser takes this style for the page, and nothing else.

    A page with a script may run that one, and send forms to where it comes from.
    """
    allowed = {
        "default-src": "'none'",
        "style-src": _digest(style),
        **({"script-src": _digest(script), "connect-src": "'self'"} if script else {}),
        "base-uri": "'none'",
        "form-action": "'self'" if script else "'none'",
    }
    return "; ".join(f"{what} {source}" for what, source in allowed.items())


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _harmless(value: object) -> object:
    """Return what a template puts into a page; markup is its own, anything else may be hostile."""
    is_markup = hasattr(value, "__html__")
    return shown(value) if isinstance(value, str) and not is_markup else value
