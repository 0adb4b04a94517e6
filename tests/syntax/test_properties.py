"""What holds for any text."""

from hypothesis import given

from curriculum_tools.syntax.front_matter import read_front_matter
from curriculum_tools.syntax.inline import code_spans, links
from tests.syntax.markdown import any_text, guide_like_text
from tests.syntax.promises import checked


@given(any_text)
def test_any_text_is_parsed_without_loss(text: str) -> None:
    checked(text)


@given(guide_like_text)
def test_text_like_a_guide_is_parsed_without_loss(text: str) -> None:
    checked(text)


@given(guide_like_text)
def test_a_topic_around_any_text_is_parsed_without_loss(text: str) -> None:
    checked(f"# Title\n\n## 1. Chapter\n\n### 1.1 Topic\n- **Questions**:\n  - Why?\n{text}")


@given(any_text)
def test_any_front_matter_is_read(text: str) -> None:
    read_front_matter(f"---\n{text}\n---\n")
    checked(f"---\na: {text}\n---\n")


@given(guide_like_text)
def test_code_spans_and_links_lie_in_their_text(text: str) -> None:
    reach = 10
    for inner, outer in code_spans(text, 10):
        assert reach <= outer.start < inner.start <= inner.end < outer.end <= len(text) + 10
        reach = outer.end
    for link in links(text, 10):
        assert link.destination == text[link.span.start - 10 : link.span.end - 10]
