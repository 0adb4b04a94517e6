"""What is said of all missing notes of a guide at once."""

import pytest

from tests.linting import lint


def topics(*values: str) -> str:
    return "# G\n\n## 1. C\n\n" + "".join(
        f"### 1.{number} T{number}\n- {value}\n\n" for number, value in enumerate(values, 1)
    )


def written(name: str) -> str:
    return f"**Path to detailed notes**: `{name}.md`"


def planned(name: str) -> str:
    return f"*(Individual file to be created, e.g., `{name}.md`)*"


@pytest.mark.parametrize(
    ("values", "cause"),
    [
        ([written("a"), written("b")], "none of 2 notes paths exists"),
        (
            [written("a"), written("b"), planned("c")],
            "none of 2 notes paths exists (1 more is planned)",
        ),
        (
            [written("a"), written("b"), planned("c"), planned("d")],
            "none of 2 notes paths exists (2 more are planned)",
        ),
        ([written("a"), written("there")], "1 of 2 notes paths does not exist"),
        ([written("a"), written("b"), written("there")], "2 of 3 notes paths do not exist"),
        ([written("a")], None),
    ],
)
def test_cause(values: list[str], cause: str | None) -> None:
    found = [f for f in lint(topics(*values), files=["there.md"]) if f.group == "notes"]
    assert {finding.rule for finding in found} == {"notes-file-not-found"}
    assert {finding.cause for finding in found} == {cause}


def test_no_finding_where_all_files_are_there() -> None:
    names = [f"content/docs/part-{number}" for number in range(100)]
    found = lint(topics(*map(written, names)), files=[f"{name}.md" for name in names])
    assert [finding for finding in found if finding.group == "notes"] == []
