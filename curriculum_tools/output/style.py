"""How text is shown: its width, its colours, and how much of it."""

from typing import NamedTuple

from curriculum_tools.model.finding import Severity

_BOLD = "1"
_DIM = "2"
_RED = "31"
_GREEN = "32"
_YELLOW = "33"
_CYAN = "36"
_BRIGHT_BLUE = "94"
_SEVERITIES = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


class Style(NamedTuple):
    """What the reader's terminal and flags ask for; `width` is in columns.

    The methods paint texts, which must be sanitized; without colour they return them as they are.
    """

    width: int = 80
    color: bool = False
    verbose: bool = False
    quiet: bool = False

    def bold(self, text: str) -> str:
        """Paint a heading, or what matters most."""
        return self._painted(text, _BOLD)

    def dim(self, text: str) -> str:
        """Paint a remark."""
        return self._painted(text, _DIM)

    def path(self, text: str) -> str:
        """Paint where something stands."""
        return self._painted(text, _BOLD)

    def severity(self, text: str, severity: Severity) -> str:
        """Paint what belongs to a finding of a severity."""
        return self._painted(text, f"{_BOLD};{_SEVERITIES[severity]}")

    def gutter(self, text: str) -> str:
        """Paint line numbers, the bar beside them, and related places."""
        return self._painted(text, _BRIGHT_BLUE)

    def differing(self, text: str) -> str:
        """Paint words that differ; without colour they stand in brackets."""
        return self._painted(text, f"{_BOLD};{_YELLOW}") if self.color else f"[{text}]"

    def gone(self, text: str) -> str:
        """Paint what only the earlier version says."""
        return self._painted(text, _RED)

    def new(self, text: str) -> str:
        """Paint what only the later version says."""
        return self._painted(text, _GREEN)

    def _painted(self, text: str, codes: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if self.color and text else text
