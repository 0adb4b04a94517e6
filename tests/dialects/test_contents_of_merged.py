"""The table of contents of a merged guide lists what the guide holds."""

from tests.dialects.merging import merged

CONFIG = """
[dialect]
chapter = "## {text}"
question = "### {text}"
answer = "rest"
"""


def guide(contents: str, *chapters: tuple[str, tuple[str, ...]]) -> str:
    parts = [f"# Gardens\n\n{contents}"]
    for title, questions in chapters:
        parts.append(f"## {title}\n")
        parts += [f"### {question}\n\nYes.\n" for question in questions]
    return "\n".join(parts)


def contents(*texts: str, in_order: bool = True) -> str:
    """Return what stands between the title and the first chapter of a merged guide."""
    text = merged(CONFIG, *texts, in_order=in_order).text
    return text.partition("\n\n")[2].partition("\n\n## ")[0]


NESTED = """- [Soil](#soil)
  - [Is it loam?](#is-it-loam)
  - [Is it clay?](#is-it-clay)
- [Pests](#pests)
  - [Is it a slug?](#is-it-a-slug)
  - [Is it a vole?](#is-it-a-vole)
"""
PESTS = ("Pests", ("Is it a slug?", "Is it a vole?"))
OLD = guide(NESTED, ("Soil", ("Is it loam?", "Is it clay?")), PESTS)


def test_what_came_is_listed_with_the_others_of_its_chapter() -> None:
    new = guide(
        NESTED.replace("  - [Is it clay?](#is-it-clay)\n", "  - [Is it sand?](#is-it-sand)\n"),
        ("Soil", ("Is it loam?", "Is it sand?")),
        PESTS,
    )
    assert contents(new, OLD) == NESTED.replace(
        "  - [Is it clay?](#is-it-clay)\n",
        "  - [Is it clay?](#is-it-clay)\n  - [Is it sand?](#is-it-sand)\n",
    ).rstrip("\n")


def test_a_chapter_that_came_is_listed_with_its_questions() -> None:
    more = guide(
        NESTED, ("Soil", ("Is it loam?", "Is it clay?")), PESTS, ("Water", ("Is it rain?",))
    )
    assert contents(more, OLD).endswith(
        "  - [Is it a vole?](#is-it-a-vole)\n- [Water](#water)\n  - [Is it rain?](#is-it-rain)"
    )


def test_an_entry_follows_its_chapter_to_another_title() -> None:
    newer = guide(NESTED.replace("[Pests](#pests)", "[Beasts](#beasts)"), ("Beasts", PESTS[1]))
    found = contents(newer, OLD)
    assert "- [Pests](#pests)\n" in found
    assert "beasts" not in found


def test_entries_that_only_count_are_counted_anew() -> None:
    counted = "| 1 | [Is it loam?](#is-it-loam) |\n| 2 | [Is it clay?](#is-it-clay) |\n"
    table = f"| Nr | Question |\n| -- | -------- |\n{counted}"
    old = guide(table, ("Soil", ("Is it loam?", "Is it clay?")))
    new = guide("", ("Soil", ("Is it peat?", "Is it loam?")))
    assert contents(new, old).splitlines()[2:] == [
        "| 1 | [Is it peat?](#is-it-peat) |",
        "| 2 | [Is it loam?](#is-it-loam) |",
        "| 3 | [Is it clay?](#is-it-clay) |",
    ]


def test_versions_that_differ_in_their_contents_alone_agree() -> None:
    listed = guide(NESTED.replace("  - [Is it a vole?](#is-it-a-vole)\n", ""), PESTS)
    found = merged(CONFIG, OLD, listed, in_order=False)
    assert found.open_conflicts == ()


def test_contents_that_list_chapters_alone_go_on_so() -> None:
    chapters = "- [Soil](#soil)\n- [Pests](#pests)\n"
    old = guide(chapters, ("Soil", ("Is it loam?",)), PESTS)
    new = guide(chapters, ("Soil", ("Is it clay?",)), PESTS)
    assert contents(old, new) == chapters.rstrip("\n")
