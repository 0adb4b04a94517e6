"""What a text lacks whose lines might have been questions, for people who wonder."""

from typing import NamedTuple

from curriculum_tools.detection.evidence import gather
from curriculum_tools.detection.questions import FEWEST, question_forms
from curriculum_tools.detection.scan import Scanned


class Miss(NamedTuple):
    """Lines of one form that are no questions: the template, how many there are and ask."""

    template: str
    lines: int
    asking: int

    def __str__(self) -> str:
        """Say what is lacking, in words that follow the name of the file."""
        if self.asking < FEWEST:
            noun, asks = ("line", "asks") if self.asking == 1 else ("lines", "ask")
            return f'has {self.asking} {noun} "{self.template}" that {asks}; {FEWEST} make a guide'
        return f'has {self.lines:,} lines "{self.template}", but only {self.asking:,} of them ask'


def nearest_miss(text: Scanned) -> Miss | None:
    """Return the form of line that asks most often; None where none asks, or where it is enough."""
    if question_forms([text]):
        return None
    asking = [each for each in gather([text]) if each.asking and 2 * each.entries <= each.count]
    if not asking:
        return None
    best = max(asking, key=lambda each: each.asking)
    return Miss(best.form.template, best.count, best.asking)
