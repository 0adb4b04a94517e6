"""What a merge is of: the sources that are named, or each curriculum that the config declares."""

from pathlib import Path

import pytest

from curriculum_tools.app.merge_tasks import MergeOptions, Task, tasks
from curriculum_tools.model.errors import ConfigError, MergeError
from curriculum_tools.store.config import Configs
from tests.app.on_disk import curriculum, guide, write

DECISIONS = "curriculum.decisions.yaml"
RULING = "title: [{topic: Tables, title: Tables and rows}]\n"


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    return here


def planned(*paths: str, config: str | None = None, **options: object) -> list[Task]:
    asked = MergeOptions(paths, **options)  # type: ignore[arg-type]
    return tasks(asked, Configs(config))


class TestNamedSources:
    """Sources on the command line, and the guide that `-o` names."""

    def test_in_their_order_and_each_once(self) -> None:
        (task,) = planned("b.md", "a.md", "b.md", output="out.md", locks=("x.lock.json",))
        assert (task.sources, task.locks, task.output) == (
            ("b.md", "a.md"),
            ("x.lock.json",),
            "out.md",
        )
        assert not task.declared
        (task,) = planned("b.md", "a.md", output="out.md", oldest_first=True)
        assert task.declared

    def test_a_folder_stands_for_the_guides_below_it(self) -> None:
        write({"guides/b.md": guide("B"), "guides/deep/a.md": guide("A"), "c.md": guide("C")})
        write({"curriculum.toml": 'exclude = ["guides/deep"]\n'})
        assert planned("c.md", "guides", output="out.md")[0].sources == ("c.md", "guides/b.md")
        with pytest.raises(MergeError, match=r"^guides: a folder has no order"):
            planned("c.md", "guides", output="out.md", oldest_first=True)

    def test_locks_alone_are_sources_too(self) -> None:
        assert planned(locks=("x.lock.json",), output="out.md")[0].sources == ()

    def test_without_a_guide_to_write(self) -> None:
        with pytest.raises(MergeError, match="no guide to write"):
            planned("a.md")

    def test_rulings_are_those_of_the_run_unless_a_file_is_named(self) -> None:
        assert planned("a.md", output="o.md")[0].decisions == DECISIONS
        assert planned("a.md", output="o.md")[0].rulings.all == ()
        write({DECISIONS: RULING, "other.yaml": RULING + "drop: [{topic: Locks, reason: old}]\n"})
        (task,) = planned("a.md", output="o.md")
        assert len(task.rulings.all) == 1
        (task,) = planned("a.md", output="o.md", decisions="other.yaml")
        assert (task.decisions, len(task.rulings.all)) == ("other.yaml", 2)
        with pytest.raises(ConfigError, match=r"^lost\.yaml"):
            planned("a.md", output="o.md", decisions="lost.yaml")


class TestDeclaredCurricula:
    """What the config declares, with paths from its folder."""

    def test_each_of_them(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        declared = curriculum("a.md", "b.md", output="ab.md") + curriculum("c.md", output="cc.md")
        write({"own/curriculum.toml": declared, "own/deep/x.md": ""})
        (first, second) = planned(config="own/curriculum.toml")
        assert (first.sources, first.output) == (("own/a.md", "own/b.md"), "own/ab.md")
        assert (second.sources, second.output) == (("own/c.md",), "own/cc.md")
        assert first.declared
        monkeypatch.chdir(folder / "own/deep")
        assert [task.output for task in planned()] == ["../ab.md", "../cc.md"]

    def test_another_guide_can_be_written_of_one(self) -> None:
        write({"curriculum.toml": curriculum("a.md")})
        assert planned(output="out.md")[0].output == "out.md"
        with pytest.raises(
            MergeError, match=r"^curriculum\.toml: a curriculum has no guide to write"
        ):
            planned()
        write({"curriculum.toml": curriculum("a.md") + curriculum("b.md")})
        with pytest.raises(MergeError, match="several curricula are declared"):
            planned(output="out.md")

    def test_its_decisions(self) -> None:
        own = curriculum("a.md", output="a.md").replace("output", 'decisions = "own.yaml"\noutput')
        write({"curriculum.toml": own, DECISIONS: "drop: [{topic: A, reason: b}]\n"})
        (task,) = planned()
        assert (task.decisions, task.rulings.all) == ("own.yaml", ())
        write({"own.yaml": RULING})
        assert len(planned()[0].rulings.all) == 1

    def test_nothing_to_merge(self) -> None:
        with pytest.raises(MergeError, match="nothing to merge"):
            planned()

    def test_nothing_to_check(self) -> None:
        options = MergeOptions(check=True)
        assert tasks(options, Configs()) == []
        with pytest.raises(MergeError, match="nothing to merge"):
            tasks(MergeOptions(output="out.md", check=True), Configs())


def test_a_check_is_passed_on() -> None:
    assert planned("a.md", output="o.md", check=True)[0].is_check
    assert not planned("a.md", output="o.md")[0].is_check
