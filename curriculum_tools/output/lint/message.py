"""The words that several formats say of a finding, safe to show."""

from curriculum_tools.model.finding import Finding
from curriculum_tools.model.source import Source
from curriculum_tools.output.positions import shown_place
from curriculum_tools.output.sanitize import sanitize


def finding_place(source: Source, finding: Finding) -> str:
    """Return where a finding begins: `path:line:column`."""
    return shown_place(source.path, *source.position(finding.span.start))


def severity_and_rule(finding: Finding) -> str:
    """Return what kind of finding it is: `warning[some-rule]`."""
    return f"{finding.severity}[{finding.rule}]"


def message_with_help(finding: Finding) -> str:
    """Return what is wrong and, on a second line where there is help, what to do."""
    message = sanitize(finding.message)
    return f"{message}\nhelp: {sanitize(finding.help)}" if finding.help else message
