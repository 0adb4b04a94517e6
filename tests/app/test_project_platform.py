"""What guides are published with, by the files that a platform is set up with."""

import pytest

from curriculum_tools.app.project_platform import guess_platform
from curriculum_tools.model.config import Platform
from tests.linting import guide

TEXT = "# Baking\n\n{links}\n\n## 1. Bread\n\n### 1.1 Salt & yeast\n- **Description**: Both.\n"


def guessed(*files: str, links: str = "") -> tuple[Platform, str | None]:
    read = guide(TEXT.format(links=links), "site/docs/bread.md")
    return guess_platform([read], lambda path: path in files)


@pytest.mark.parametrize(
    ("file", "platform"),
    [
        ("mkdocs.yml", Platform.MKDOCS),
        ("site/mkdocs.yaml", Platform.MKDOCS),
        ("site/docusaurus.config.ts", Platform.DOCUSAURUS),
        ("site/docs/book.toml", Platform.MDBOOK),
        ("_config.yml", Platform.KRAMDOWN_GFM),
    ],
)
def test_the_file_that_sets_a_platform_up_tells(file: str, platform: Platform) -> None:
    assert guessed(file) == (platform, file)


def test_without_such_a_file_it_is_github() -> None:
    assert guessed("package.json", "other/mkdocs.yml") == (Platform.GITHUB, None)


def test_the_nearest_file_counts() -> None:
    assert guessed("_config.yml", "site/book.toml") == (Platform.MDBOOK, "site/book.toml")


def test_links_that_fit_github_alone_outweigh_a_file() -> None:
    assert guessed("mkdocs.yml", links="[both](#11-salt-yeast)")[0] is Platform.MKDOCS
    assert guessed("mkdocs.yml", links="[both](#11-salt--yeast)") == (Platform.GITHUB, None)
