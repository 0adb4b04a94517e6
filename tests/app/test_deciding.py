"""Answers written into a decisions file: all or nothing, beside what others have written."""

from pathlib import Path

import pytest

from curriculum_tools.app.deciding import Deciding, changed_decisions, deciding
from curriculum_tools.app.merge_tasks import MergeOptions
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.rulings import ChapterName, FromRuling, PresenceRuling, TopicName
from curriculum_tools.versions.deciding.open_item import RulingChange
from tests.versions.merge.baking import BAKING

KEEP = PresenceRuling(what=TopicName("Kneading"), is_kept=True)
DROP = PresenceRuling(what=TopicName("Kneading"), is_kept=False, reason="dull")


def changed(text: str, *changes: RulingChange) -> str:
    return changed_decisions(text, "d.yaml", changes)


class TestChangedText:
    """The text of the file, with answers."""

    def test_what_is_ruled_already_is_not_written_again(self) -> None:
        text = changed("", RulingChange((KEEP,)), RulingChange((KEEP,)))
        assert text == 'keep:\n- {topic: "Kneading"}\n'
        assert changed(text, RulingChange((KEEP,))) == text

    def test_a_ruling_takes_the_place_of_another(self) -> None:
        text = changed("", RulingChange((KEEP,)))
        assert changed(text, RulingChange((DROP,), (KEEP,))) == (
            'drop:\n- {topic: "Kneading", reason: "dull"}\n'
        )

    def test_what_is_gone_already_need_not_be_taken_out(self) -> None:
        assert changed("# none\n", RulingChange((), (KEEP,))) == "# none\n"

    def test_below_whatever_key_it_stands(self) -> None:
        text = "description:\n- {topic: A, from: a.md}\n- {topic: B, from: a.md}\n"
        first = FromRuling(what=TopicName("A"), field="description", source="a.md")
        assert (
            changed(text, RulingChange((), (first,))) == "description:\n- {topic: B, from: a.md}\n"
        )

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("keep: [{topic: A}", "no valid YAML"),
            ("{keep: [{topic: A}]}", "lines that can be added to"),
            ("keep: [{topics: A}]", "unknown key `topics`"),
            ("drop: [{topic: Kneading, reason: dull}]", "rules otherwise"),
        ],
    )
    def test_what_cannot_be_changed_is_an_error_with_its_file(
        self, text: str, message: str
    ) -> None:
        with pytest.raises(ConfigError, match=message) as error:
            changed(text, RulingChange((KEEP,)))
        assert error.value.path == "d.yaml"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Deciding:
    monkeypatch.chdir(tmp_path)
    Path("old.md").write_text(BAKING, encoding="utf-8")
    Path("new.md").write_text(BAKING.partition("## 2.")[0], encoding="utf-8")
    (found,) = deciding(MergeOptions(("old.md", "new.md"), oldest_first=True), None)
    return found


class TestSession:
    """One merge that is decided on."""

    FILE = Path("curriculum.decisions.yaml")

    def test_what_is_answered_is_no_longer_left(self, session: Deciding) -> None:
        (item,) = session.left
        session.decide([item], [item.answers[0].change()])
        assert not session.left
        session.refresh()
        assert not session.items

    def test_undoing_removes_the_file_that_was_not_there(self, session: Deciding) -> None:
        (item,) = session.left
        session.decide([item], [item.answers[0].change()])
        assert self.FILE.exists()
        assert session.undo()
        assert not self.FILE.exists()
        assert session.left == (item,)
        assert not session.undo()

    def test_nothing_else_is_written(self, session: Deciding, tmp_path: Path) -> None:
        (item,) = session.left
        session.decide([item], [item.answers[0].change()])
        assert sorted(path.name for path in tmp_path.iterdir()) == [
            "curriculum.decisions.yaml",
            "new.md",
            "old.md",
        ]

    def test_an_answer_that_cannot_be_written_changes_nothing(self, session: Deciding) -> None:
        (item,) = session.left
        theirs = "drop: [{topic: Sponges, reason: dull}]\n"
        self.FILE.write_text(theirs, encoding="utf-8")
        with pytest.raises(ConfigError):
            session.decide([item], [item.answers[0].change()])
        assert self.FILE.read_text(encoding="utf-8") == theirs
        assert session.left == (item,)


def test_chapters_are_ruled_on_by_name() -> None:
    drop = PresenceRuling(what=ChapterName("Cakes"), is_kept=False, reason="sweet")
    assert changed("", RulingChange((drop,))) == 'drop:\n- {chapter: "Cakes", reason: "sweet"}\n'
