"""What is wrong with the numbers of chapters and topics; each defect once."""

from dataclasses import dataclass

from curriculum_tools.model.guide import Guide


@dataclass(frozen=True, slots=True)
class Numbering:
    """Faults."""


def diagnose(guide: Guide) -> Numbering:
    """Diagnose the numbers of a guide."""
    return Numbering()
