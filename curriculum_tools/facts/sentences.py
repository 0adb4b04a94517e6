"""Whether an English sentence asks or instructs, told only where it is plain.

Most texts are left undecided: two sentences in one, an instruction with a question after it, a
clause such as "What it costs", any other language.
"""

import re

from curriculum_tools.syntax.inline import code_spans, mask

_ASKING = r"(?:what|which|who|whom|whose|why|how|when|where)"
_AUXILIARY = (
    r"(?:is|are|was|were|do|does|did|can|could|should|would|will|shall|has|have|had|might|must|may)"
    r"(?:n['’]t)?"
)
_SUBJECT = r"(?:a|an|the|to|it|its|i|you|your|we|our|they|their|he|she|this|that|these|those)"
_INSTRUCTING = (
    r"(?:analy[sz]e|calculate|compare|contrast|convert|create|define|demonstrate|describe|differentiate"
    r"|discuss|distinguish|elaborate|evaluate|explain|identify|illustrate|implement|justify"
    r"|outline|propose|provide|suggest|summari[sz]e|write)"
)
_NOUN_TOO = r"(?:argue|build|design|draw|give|list|name|say|show|sketch|state|use)"
_COUNTED = r"(?:an?|the|some|all|any|at|one|two|three|four|five|\d+|your|each|how|why|what)"

_QUESTION = re.compile(
    rf"{_ASKING}(?:['’]s|\s+{_AUXILIARY})\s"  # How does, what is
    rf"|(?:what|which|whose)\s+(?:of\s|(?!{_SUBJECT}\s|\w+\s+{_SUBJECT}\s)\S)"  # which option
    rf"|who\s+(?!{_SUBJECT}\s)\S"
    r"|(?:in|at|on|for|from|with|by|to|into|of|under)\s+(?:which|what|whom|whose)\s+"
    rf"(?:\w+\s+){{0,3}}?{_AUXILIARY}\s"  # In which cases does
    r"|how\s+(?:many|much|often|long|far)\s|why\s+not\s"
    rf"|how\s+\w+\s+{_AUXILIARY}\s"  # How big may
    r"|(?:is|are|was|does|did|can|could|would|will|has|should(?!.*,))(?:n['’]t)?\s"
    r"|(?:do|have)\s+(?:you|we|they|i)\s",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(rf"{_INSTRUCTING}\s|{_NOUN_TOO}\s+{_COUNTED}\s", re.IGNORECASE)
_THEN_INSTRUCTS = re.compile(
    rf"(?:,|–|—|\band\b|\bthen\b)\s*(?:and\s+|then\s+)?(?:{_INSTRUCTING}\b|{_NOUN_TOO}\s+{_COUNTED}\s)",
    re.IGNORECASE,
)
_THEN_ASKS = re.compile(
    rf"\b{_ASKING}\s+{_AUXILIARY}\b|(?:,|–|—)\s*(?:(?:and|or|but)\s+)?(?:{_ASKING}|{_AUXILIARY})\b"
    rf"|\b(?:and|or)\s+{_AUXILIARY}\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|vs|cf|etc|resp|approx)\.", re.IGNORECASE)
_ENDS_SHORT = re.compile(rf"{_ABBREVIATION.pattern}\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!:;…。？！][\"'”’)\]*_]*\s+\S|\?.*\S")
_LEAD = re.compile(r"[\s*_~\"'“‘(\[]*")


def asks(text: str) -> bool:
    """Tell whether a text is plainly a single question, whatever mark it ends with."""
    sentence = _single_sentence(text) if _begins(text, _QUESTION) else None
    return sentence is not None and not _THEN_INSTRUCTS.search(sentence)


def instructs(text: str) -> bool:
    """Tell whether a text is plainly a single instruction, whatever mark it ends with."""
    sentence = _single_sentence(text) if _begins(text, _INSTRUCTION) else None
    return sentence is not None and not _THEN_ASKS.search(sentence)


def _begins(text: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether a text begins so, after quotation marks and emphasis."""
    lead = _LEAD.match(text)
    return bool(pattern.match(text, lead.end() if lead else 0))


def _single_sentence(text: str) -> str | None:
    """Give a text without code and abbreviations; None where it may be more than a sentence."""
    if _ENDS_SHORT.search(text):
        return None
    code = mask(text, (span.outer for span in code_spans(text))) if "`" in text else text
    plain = _ABBREVIATION.sub("", code)
    return None if _SENTENCE_END.search(plain.rstrip(" \t*_~\\")) else plain
