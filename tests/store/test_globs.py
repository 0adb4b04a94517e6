import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from curriculum_tools.store.globs import escape, matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("guides/**/*.md", "guides/a.md"),
        ("guides/**/*.md", "guides/x/y/a.md"),
        ("**/*.md", "a.md"),
        ("*.md", "a.md"),
        ("./a.md", "a.md"),
        ("/a.md", "a.md"),
        ("guides", "guides/x/a.md"),
        ("guides/", "guides/a.md"),
        ("guides/**", "guides/x/a.md"),
        ("guides/**/", "guides/x/a.md"),
        ("**/", "x/a.md"),
        ("v?.md", "v1.md"),
        ("v[0-9].md", "v1.md"),
        ("v[!0-9].md", "vx.md"),
        ("a[.md", "a[.md"),
        ("a[z-a].md", "a[z-a].md"),
        (r"\*.md", "*.md"),
        (r"\!a.md", "!a.md"),
        ("a+(b)|c.md", "a+(b)|c.md"),
    ],
)
def test_matches(pattern: str, path: str) -> None:
    assert matches([pattern], path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "guides/a.md"),
        ("a.md", "guides/a.md"),
        ("guides/*.md", "guides/x/a.md"),
        ("guides/", "guides"),
        ("guides/**/", "guides/a.md"),
        ("**/", "a.md"),
        ("guide", "guides/a.md"),
        ("*.md", "a.MD"),
        ("a?b.md", "a/b.md"),
        ("a[!x]b.md", "a/b.md"),
    ],
)
def test_does_not_match(pattern: str, path: str) -> None:
    assert not matches([pattern], path)


def test_a_later_pattern_takes_back() -> None:
    globs = ["guides/**", "!guides/drafts/", "guides/drafts/good.md"]
    assert matches(globs, "guides/a.md")
    assert not matches(globs, "guides/drafts/a.md")
    assert matches(globs, "guides/drafts/good.md")


PARTS = st.text(alphabet="ab*?.", min_size=1, max_size=4).filter(lambda part: part.strip("."))
PATHS = st.lists(
    st.text(alphabet="ab.", min_size=1, max_size=3).filter(lambda name: name.strip(".")),
    min_size=1,
    max_size=4,
)


@given(st.lists(PARTS, min_size=1, max_size=4), PATHS, st.booleans())
def test_reads_patterns_as_git_does(parts: list[str], names: list[str], folder: bool) -> None:
    pattern = "/" + "/".join(parts) + ("/" if folder else "")
    assume(not pattern[1:].endswith("/**/"))  # git means folders by it, pathspec files too
    path = "/".join(names)
    assert matches([pattern], path) == GitIgnoreSpec.from_lines([pattern]).match_file(path)


NAMES = st.text(alphabet="a*?[]!\\ .\n#", min_size=1, max_size=5).filter(lambda name: name != ".")


@given(st.lists(NAMES, min_size=1, max_size=3))
def test_an_escaped_path_matches_itself(names: list[str]) -> None:
    path = "/".join(names)
    assert matches([escape(path)], path)
    assert "\n" in path or not matches([escape(path)], f"{path}x")


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("**/" * 14 + "x.md", "a/" * 1_000 + "y.md"),
        ("**/a/" * 14 + "x.md", "a/" * 1_000 + "y.md"),
        ("*a" * 14 + "x.md", "a" * 250 + "y.md"),
    ],
)
def test_many_stars_come_to_an_end(pattern: str, path: str) -> None:
    assert not matches([pattern], path)
    assert matches([pattern], path.replace("y", "x"))
