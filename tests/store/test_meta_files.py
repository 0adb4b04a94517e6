"""A site's meta.json files: their pages are ours, all else is the author's."""

import json
from pathlib import Path

import pytest

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.meta_files import write_meta_files


def test_what_the_author_wrote_stays(here: Path) -> None:
    write_meta_files("site", {"meta.json": {"pages": ["a"]}, "b/meta.json": {"pages": []}})
    own = {"title": "Mine", "icon": "x", "pages": ["old"]}
    (here / "site/b/meta.json").write_text(json.dumps(own))
    write_meta_files("site", {"b/meta.json": {"title": "B", "pages": ["new", "…"]}})
    assert json.loads((here / "site/meta.json").read_text()) == {"pages": ["a"]}
    text = (here / "site/b/meta.json").read_text(encoding="utf-8")
    assert json.loads(text) == {**own, "pages": ["new", "…"]}
    assert "…" in text


@pytest.mark.parametrize("damage", ["", "{", "[]", "[" * 9999])
def test_what_is_no_object_is_left_alone(here: Path, damage: str) -> None:
    (here / "meta.json").write_text(damage)
    with pytest.raises(UnreadableError, match=r"^\./meta\.json|^meta\.json"):
        write_meta_files(".", {"a/meta.json": {"pages": []}, "meta.json": {"pages": []}})
    assert (here / "meta.json").read_text() == damage
    assert not (here / "a").exists()


def test_nothing_is_written_outside(here: Path) -> None:
    with pytest.raises(UnreadableError, match="leads out of site"):
        write_meta_files("site", {"../meta.json": {"pages": []}})
    assert not (here / "meta.json").exists()
