"""Which labels stand for the known fields, guessed from what is below them."""

from collections.abc import Mapping

import pytest

from curriculum_tools.app.project_labels import guess_labels
from tests.linting import guide

GERMAN = (
    "- **Beschreibung**: Worum es geht.\n"
    "- **Vorher**: {before}\n"
    "- **Notizen**: `notizen/{n}.md`\n"
    "- **Fragen**:\n  - Was geht auf?\n  - Nenne zwei Mehle.\n"
)


def guessed(fields: str, topics: int = 3) -> Mapping[str, tuple[str, ...]]:
    made = (
        f"### 1.{n} Thema {n}\n{fields.format(n=n, before=f'1.{n - 1}' if n > 1 else '-')}"
        for n in range(1, topics + 1)
    )
    return guess_labels([guide("# Backen\n\n## 1. Brot\n\n" + "\n".join(made))])


def test_every_field_is_known_by_what_it_holds() -> None:
    assert guessed(GERMAN) == {
        "description": ("Beschreibung",),
        "prerequisites": ("Vorher",),
        "notes": ("Notizen",),
        "questions": ("Fragen",),
    }


@pytest.mark.parametrize(
    ("fields", "labels"),
    [
        ("- **概要**：面包。\n- **练习：**\n  - 面包由什么组成？\n", ("概要", "练习")),
        ("- **الوصف**: الخبز.\n- **أسئلة**:\n  - ما هو الخبز؟\n", ("الوصف", "أسئلة")),
        (
            "- **Descripción**: El pan.\n- **Preguntas**:\n  - ¿Por qué?\n",
            ("Descripción", "Preguntas"),
        ),
        (
            "**Resumo**: O pão.\n\n- **Resumo**: O pão.\n- **Dúvidas**:\n  - Por quê?\n",
            ("Resumo", "Dúvidas"),
        ),
    ],
)
def test_labels_in_any_script_and_with_any_colon(fields: str, labels: tuple[str, str]) -> None:
    assert guessed(fields) == {"description": labels[:1], "questions": labels[1:]}


def test_fields_under_known_labels_are_left_alone() -> None:
    fields = "- **Description**: Bread.\n- **Tip**: Wait.\n- **Exercises**:\n  - What rises?\n"
    assert guessed(fields) == {"questions": ("Exercises",)}
    assert guessed(f"{fields}- **Questions**:\n  - What falls?\n") == {}


@pytest.mark.parametrize(
    "fields",
    [
        "- **Usage**: Run it.\n- **Returns**: A loaf.\n",  # texts alone say nothing
        "- **Options**:\n  - Fast.\n  - Slow.\n",
        "- **See**: 2.7\n",
        "Why does it rise?\n",
        "",
    ],
)
def test_a_page_that_neither_asks_nor_has_notes_has_none(fields: str) -> None:
    assert guessed(fields) == {}


def test_a_label_that_few_topics_have_is_none() -> None:
    rare = guide(
        "# G\n\n## 1. C\n\n### 1.1 A\n- **Fragen**:\n  - Was?\n\n"
        + "\n".join(f"### 1.{n} T\n- **Description**: x\n" for n in range(2, 6))
    )
    assert guess_labels([rare]) == {}


def test_labels_of_all_guides_are_gathered() -> None:
    text = "# G\n\n## 1. C\n\n" + "".join(
        f"### 1.{n} T\n- **Text**: x\n- **{{label}}**:\n  - Quoi {n} ?\n\n" for n in (1, 2)
    )
    labels = guess_labels([guide(text.format(label=label)) for label in ("Exercices", "Questions")])
    assert labels == {"description": ("Text",), "questions": ("Exercices",)}
