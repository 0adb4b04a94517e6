"""What a question asks, with the code that its text points at."""

import re

from curriculum_tools.likeness import Wording
from curriculum_tools.likeness.layout import without_layout
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import BlockKind, Question

_POINTS = re.compile(
    r"\b(?:following|below|this|these|its|output|value|print(?:s|ed)?|log(?:s|ged)?|return(?:s|ed)?)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"`[^`]*`")


def asked_wording(question: Question) -> Wording:
    """Return the wording of a question.

    Where all below a question is its answer, "What is the output of the following?" is asked about
    the code that the answer begins with.
    """
    wording = wording_of(question)
    said = question.answer.blocks
    if said and said[0].kind is BlockKind.CODE and _POINTS.search(_CODE.sub("", question.text)):
        code = said[0].text
        compared = (*wording.compared, without_layout(code))
        return Wording(wording.text, (*wording.blocks, code), compared)
    return wording
