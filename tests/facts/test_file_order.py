"""In which order a page lists files, and below which of its headings."""

from curriculum_tools.facts.file_order import in_order, listing_of
from curriculum_tools.model.templates import Templates
from tests.trees import MemoryTree

PAGE = """# Course

- [Start](start.md)

## Bread

- [Doughs](bread/doughs.md)

## Cakes

Some text.

## Tarts

- [Crusts](tarts/crusts.md)
"""


def listed(*files: str) -> list[tuple[str, str | None]]:
    tree = MemoryTree([], {"docs/index.md": PAGE})
    find = listing_of(tree, Templates(order="index.md"), "docs")
    return list(in_order([(file, file) for file in files], find))


def test_files_stand_as_the_page_lists_them_below_the_heading_that_is_nearest() -> None:
    assert listed(
        "docs/tarts/crusts.md", "docs/other.md", "docs/bread/doughs.md", "docs/start.md"
    ) == [
        ("docs/start.md", None),
        ("docs/bread/doughs.md", "Bread"),
        ("docs/tarts/crusts.md", "Tarts"),
        ("docs/other.md", None),
    ]


def test_a_page_that_is_not_there_lists_nothing() -> None:
    find = listing_of(MemoryTree([]), Templates(order="index.md"), "docs")
    assert find("docs/start.md") is None
