"""What is wrong and what to do, as formats that show a message say it."""

from curriculum_tools.model.finding import Finding
from curriculum_tools.output.harmless import harmless


def with_help(finding: Finding) -> str:
    """Give the message, harmless, and on a second line the help, where there is some."""
    message = harmless(finding.message)
    return f"{message}\nhelp: {harmless(finding.help)}" if finding.help else message
