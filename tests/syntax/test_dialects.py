"""What is said in a guide is read from it, however it is written."""

from hypothesis import given

from tests.syntax.dialects import Dialect, Said, block_kinds, dialects, said, topics
from tests.syntax.promises import checked


@given(topics, dialects)
def test_what_is_said_is_read(topics: list[Said], dialect: Dialect) -> None:
    guide = checked(dialect.guide(topics))
    assert said(guide) == topics
    assert guide.title == "A guide"
    assert [chapter.number for chapter in guide.chapters] == ["1"]
    assert len(block_kinds(guide)) <= 1
    kinds = {kind for kinds in block_kinds(guide) for kind in kinds}
    assert "html" not in kinds
    if not dialect.below:
        assert not kinds
