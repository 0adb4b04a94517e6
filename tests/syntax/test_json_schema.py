"""A schema's patterns are not ours, and may take for ever."""

import signal
from threading import Thread

import pytest

from curriculum_tools.syntax import json_schema
from curriculum_tools.syntax.json_schema import schema_errors

SLOW = r"^(x+x+)+y$"
SCHEMAS: list[dict[str, object]] = [
    {"properties": {"title": {"pattern": SLOW}}},
    {"patternProperties": {SLOW: {}}},
    {"patternProperties": {SLOW: {}}, "additionalProperties": False},
    {"patternProperties": {SLOW: {}}, "unevaluatedProperties": False},
]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="Windows has no such signal")
@pytest.mark.parametrize("schema", SCHEMAS, ids=[" ".join(each) for each in SCHEMAS])
def test_a_pattern_that_takes_for_ever_is_given_up(
    schema: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_schema, "SECONDS", 0.05)
    before = signal.getsignal(signal.SIGVTALRM)
    value = {"title": "x" * 60, "x" * 60: ""}
    said = [error.message for error in schema_errors(value, schema)]
    assert said == ["a pattern of its schema takes more than 0.05 s"]
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_threads_are_served_without_a_limit() -> None:
    found: list[str] = []
    schema = {"properties": {"title": {"pattern": "^[a-z]+$"}}}

    def check() -> None:
        found.extend(error.message for error in schema_errors({"title": "A"}, schema))

    thread = Thread(target=check)
    thread.start()
    thread.join()
    assert found == ["'A' does not match '^[a-z]+$'"]
