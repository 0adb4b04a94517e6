"""What every finding has, whatever the rule."""

from hypothesis import given
from hypothesis import strategies as st

from tests.linting import lint

TOPIC = "### {number} {title}\n- **Description**: What {title} are for.\n\n"


def guide(*topics: tuple[str, str], above: str = "") -> str:
    body = "".join(TOPIC.format(number=number, title=title) for number, title in topics)
    return f"# Guide\n\n{above}## 1. Storage\n\n{body}"


def fingerprints(text: str) -> list[str]:
    return [f.fingerprint for f in lint(text) if f.rule == "duplicate-number"]


REPEATED = [("1.1", "Tables"), ("1.2", "Indexes"), ("1.2", "Locks"), ("1.4", "Views")]


@given(st.integers(0, 5))
def test_a_fingerprint_stays_when_lines_move(count: int) -> None:
    moved = guide(*REPEATED, above="A line.\n\n" * count)
    assert fingerprints(moved) == fingerprints(guide(*REPEATED))


def test_a_fingerprint_stays_when_the_topic_gets_another_wrong_number() -> None:
    again = [("1.1", "Tables"), ("1.2", "Indexes"), ("1.1", "Locks"), ("1.4", "Views")]
    assert fingerprints(guide(*again)) == fingerprints(guide(*REPEATED))


def test_a_fingerprint_stays_when_another_finding_goes() -> None:
    both = [*REPEATED, ("1.4", "Grants"), ("1.6", "Roles")]
    assert fingerprints(guide(*REPEATED))[0] in fingerprints(guide(*both))


def test_fingerprints_differ_among_equals() -> None:
    same = [
        ("1.1", "Tables"),
        ("1.2", "Locks"),
        ("1.2", "Locks"),
        ("1.2", "Locks"),
        ("1.5", "Views"),
    ]
    text = guide(*same)
    for word in ("first", "second"):  # so that they are no copies of one topic
        text = text.replace("What Locks are for.", f"A {word} use.", 1)
    found = fingerprints(text)
    assert len(found) == len(set(found)) == 2


def test_findings_are_sorted_by_place_and_rule() -> None:
    found = lint(guide(*REPEATED) + "### Views\n")
    assert [f.span.start for f in found] == sorted(f.span.start for f in found)


def test_a_finding_knows_its_topic() -> None:
    (finding,) = [f for f in lint(guide(*REPEATED)) if f.rule == "duplicate-number"]
    assert finding.topic is not None
    assert (finding.topic.number, finding.topic.title) == ("1.2", "Locks")
