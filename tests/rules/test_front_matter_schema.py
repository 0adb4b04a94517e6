"""Front matter against the JSON Schema that a config names."""

from collections.abc import Mapping

from curriculum_tools.engine.run import run_rules
from curriculum_tools.model.config import Config
from curriculum_tools.model.surroundings import Surroundings
from curriculum_tools.rules.front_matter import invalid_front_matter
from tests.linting import guide, shown

SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "minLength": 3},
        "date": {"type": "string", "format": "date"},
        "level": {"enum": ["beginner", "expert"]},
        "hours": {"type": "integer", "minimum": 1},
        "tags": {"type": "array", "items": {"type": "string"}},
        "author": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "title": {"type": "string"}},
            "required": ["name"],
            "additionalProperties": False,
        },
    },
    "patternProperties": {"^x-": True},
    "required": ["title"],
    "additionalProperties": False,
}


def found(text: str, schema: Mapping[str, object] = SCHEMA) -> list[str]:
    config = Config(front_matter_schema=schema)
    findings = run_rules(guide(text), [invalid_front_matter.RULE], config, Surroundings()).findings
    return [shown(finding, text) for finding in findings]


def test_what_the_schema_asks_for_is_no_finding() -> None:
    text = "---\ntitle: Databases\ndate: 2024-05-01\nhours: 3\nx-more: 1\ntags: [a]\n---\n"
    assert found(text) == []


def test_each_violation_is_a_finding_at_its_key() -> None:
    text = (
        "\ufeff---\n"
        "author:\n"
        "  title: Dr\n"
        "  age: 3\n"
        "title: DB\n"
        "level: guru\n"
        "hours: 0\n"
        "tags:\n"
        "  - 7\n"
        "colour: red\n"
        "---\n"
    )
    rule = "error invalid-front-matter:"
    assert found(text) == [
        f"2:1-2:7 {rule} front matter lacks the key `name` of `author`",
        f"4:3-4:6 {rule} front matter has the key `author.age`, which its schema does not know",
        f"5:1-5:6 {rule} front matter key `title`: 'DB' is too short",
        f"6:1-6:6 {rule} front matter key `level`: 'guru' is not one of ['beginner', 'expert']",
        f"7:1-7:6 {rule} front matter key `hours`: 0 is less than the minimum of 1",
        f"8:1-8:5 {rule} front matter key `tags[0]`: 7 is not of type 'string'",
        f"10:1-10:7 {rule} front matter has the key `colour`, which its schema does not know",
    ]


def test_a_missing_key_is_reported_where_the_front_matter_begins() -> None:
    rule = "error invalid-front-matter:"
    assert found("---\n---\n") == [f"1:1-1:4 {rule} front matter lacks the key `title`"]


def test_a_long_value_is_not_quoted() -> None:
    (finding,) = found(f"---\ntitle: [{', '.join('abcdefgh' * 20)}]\n---\n")
    assert finding.endswith("front matter key `title`: it does not satisfy `type` of its schema")


def test_a_key_in_flow_style_has_its_own_place() -> None:
    (finding,) = found("---\nauthor: {name: A, age: 3}\ntitle: Databases\n---\n")
    assert finding.startswith("2:19-2:22 error invalid-front-matter: front matter has the key")


def test_a_schema_that_refers_to_elsewhere_fetches_nothing() -> None:
    (finding,) = found("---\ntitle: a\n---\n", {"$ref": "https://example.org/a.json"})
    assert finding.endswith(
        "front matter: its schema refers to https://example.org/a.json, which is not in it"
    )


def test_a_number_that_is_none_is_reported_once() -> None:
    (finding,) = found("---\ntitle: 0b_\n---\n")
    assert finding.endswith("front matter holds a number out of range")


def test_front_matter_that_cannot_be_read_is_not_held_against_the_schema() -> None:
    (finding,) = found("---\ntitle: [\n---\n")
    assert "no valid YAML" in finding


def test_without_front_matter_there_is_nothing_to_satisfy() -> None:
    assert found("# Databases\n") == []
