"""No regular expression of the source takes more than linear time, in practice."""

import re
import time
from collections.abc import Callable

import pytest

from tests.trust.attacks import attacks
from tests.trust.expressions import Expression, expressions, made_when_called

pytestmark = pytest.mark.slow
SHORT = 2_500  # code points
LONGER = 4  # times; a linear expression takes 4 times as long then, a quadratic one 16 times
MOST_LONGER = 9
WORTH_A_LOOK = 0.006  # CPU seconds; a clock may tick that slowly. No verdict rests on it

#: Quadratic by itself, but whoever uses it keeps it from a long text.
BOUNDED = {
    "engine.page._FENCE": "reads the pages of our own rules",
    "facts.html._COMMENT": "looks no further than where the last comment ends",
    "facts.links._COMMENT": "the same",
    "facts.own_references._COMMENT": "the same",
    "facts.links._LINKED_NUMBER": "looks at 1,000 characters",
    "facts.own_references._LAST_WORD": "looks at 200 characters",
    "syntax.data_text._TOKEN": "reads what is known to be JSON, where every text has an end",
    "syntax.home._CHAPTER_NUMBER": "matches at the head of a heading only",
    "syntax.home._TOPIC_NUMBER": "the same",
}
#: Puts expressions together from what it is given; tested on their own.
TESTED_ELSEWHERE = {
    "detection.look": "words of labels, escaped",
    "facts.known_numbers": "a title, escaped",
    "facts.outside": "a glob of the config, for addresses",
    "facts.shared_titles": "a glob of the config, for titles",
    "rules.answers.option_label_out_of_order": "one letter",
    "rules.characters.mixed_quotes": "two characters",
    "store.globs": "below, and in tests/store/test_globs.py",
    "syntax.closing": "the name of a tag",
    "syntax.markdown_blocks": "signs of blocks, each looked for from a single mark on",
    "syntax.json_schema": "patterns of a schema, which has a time limit",
    "syntax.path_template": "a template of the config",
    "syntax.template": "a template of the config",
}


def test_no_expression_takes_more_than_linear_time() -> None:
    checked = [each for each in expressions() if each.name not in BOUNDED]
    suspects = {each.name: attack for each in checked if (attack := _slow(each))}
    assert suspects == {}


def test_the_check_finds_what_is_slow() -> None:
    slow = [r"[ \t]*$", r"(?:a|a)*b", r"<!--.*?-->", r"(?:\w+\s?)*!", r"a*a*b"]
    found = [Expression(each, 0, frozenset({"search"}), each) for each in slow]
    assert [bool(_slow(each)) for each in found] == [True] * len(slow)


def test_expressions_are_found_wherever_they_stand() -> None:
    names = {each.name for each in expressions()}
    assert {"facts.references._REFERENCE", "likeness.normalise.sub"} <= names
    assert made_when_called() == TESTED_ELSEWHERE.keys()
    assert BOUNDED.keys() <= names


def _slow(expression: Expression) -> tuple[str, str, str] | None:
    """Return an attack under which an expression takes more than linear time."""
    compiled = re.compile(expression.pattern, expression.flags)
    is_anchored = expression.methods <= {"match", "fullmatch"}
    uses = [
        getattr(compiled, each) for each in (expression.methods if is_anchored else ["findall"])
    ]
    for attack in attacks(expression.pattern, expression.flags):
        if any(_is_slow(use, attack) for use in uses):
            return attack
    return None


def _is_slow(use: Callable[[str], object], attack: tuple[str, str, str]) -> bool:
    """Tell whether the time grows much more than the text, where it is worth telling."""
    for size in range(8, 160, 8):  # in small steps: what is exponential would not come back
        if _seconds(use, attack, size, times=1) > WORTH_A_LOOK:
            return _seconds(use, attack, size) > WORTH_A_LOOK
    for size in (SHORT // 8, SHORT):
        if _seconds(use, attack, size, times=1) > WORTH_A_LOOK:
            longer = _seconds(use, attack, LONGER * size, times=2)
            return longer > MOST_LONGER * _seconds(use, attack, size)
    return False


def _seconds(
    use: Callable[[str], object], attack: tuple[str, str, str], size: int, times: int = 3
) -> float:
    """Return the CPU seconds of the quickest of some runs on a text of a size."""
    head, piece, tail = attack
    text = head + piece * (size // len(piece)) + tail
    taken = []
    for _ in range(times):
        start = time.process_time()
        use(text)
        taken.append(time.process_time() - start)
    return min(taken)
