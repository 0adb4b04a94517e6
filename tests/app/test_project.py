"""A project is made once, checked then, and knows its files."""

import pickle
from pathlib import Path

import pytest

from curriculum_tools.app.project import Project, Projects
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError, UnknownRuleError
from tests.app.on_disk import write
from tests.store.conftest import Git

DECISIONS = "curriculum.decisions.yaml"
APART = "different-questions:\n- questions: [a row, a column]\n  reason: rows are not columns\n"
SCHEMA = '[front-matter]\nschema = "schema.json"\n'


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    return here


class TestOnce:
    """One config in one tree is one project."""

    def test_folders_under_one_config_share_it(self) -> None:
        write({"curriculum.toml": "", "a/b/x.md": "", "c/y.md": ""})
        projects = Projects()
        assert projects.of_folder("a/b") is projects.of_folder("c") is projects.of_run
        assert projects.of_folder("./a/../c") is projects.of_run

    @pytest.mark.usefixtures("git")
    def test_another_config_is_another(self) -> None:
        write({"curriculum.toml": "", "own/curriculum.toml": ""})
        projects = Projects()
        assert projects.of_folder("own") is not projects.of_run
        assert projects.of_folder("own").tree.top == projects.of_run.tree.top

    def test_so_is_another_tree(self, folder: Path, git: Git) -> None:
        write({"curriculum.toml": "", "inner/a.md": ""})
        git("init", "--quiet", folder="inner")
        projects = Projects()
        assert projects.of_folder("inner").config == projects.of_run.config
        assert projects.of_run.tree.top == str(folder)
        assert projects.of_folder("inner").tree.top == str(folder / "inner")

    def test_a_config_that_is_named_holds_everywhere(self) -> None:
        write({"curriculum.toml": "", "own/curriculum.toml": "", "named.toml": ""})
        projects = Projects("named.toml")
        assert projects.of_run.config.path == "named.toml"
        assert projects.of_folder("own").config.path == "named.toml"

    def test_a_config_is_read_once(self, folder: Path) -> None:
        write({"curriculum.toml": 'ignore = ["notes"]\n', "a/x.md": ""})
        projects = Projects()
        assert projects.of_run.config.ignore == ("notes",)
        (folder / "curriculum.toml").write_text("no config")
        assert projects.of_folder("a").config.ignore == ("notes",)


class TestPlaces:
    """Where guides, notes and the config are, seen from the top of the tree."""

    @pytest.mark.usefixtures("git")
    def test_in_a_work_tree(self, folder: Path) -> None:
        write({"own/curriculum.toml": "", "own/guides/a.md": ""})
        project = Projects().of_folder("own/guides")
        assert project.tree.top == str(folder)
        assert project.folder == "own"
        assert project.guide_folder("own/guides/a.md") == "own/guides"
        assert project.path_of("own/guides/a.md") == "guides/a.md"

    def test_without_git_the_top_is_the_folder_of_the_config(self, folder: Path) -> None:
        write({"own/curriculum.toml": "", "own/guides/a.md": ""})
        project = Projects().of_folder("own/guides")
        assert project.tree.top == str(folder / "own")
        assert (project.folder, project.guide_folder("own/guides/a.md")) == ("", "guides")

    def test_without_config_paths_start_at_the_top(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write({"guides/a.md": ""})
        assert Projects().of_folder("guides").path_of("guides/a.md") == "guides/a.md"
        monkeypatch.chdir(folder / "guides")
        assert Projects().of_run.path_of("a.md") == "a.md"
        (folder / ".git").mkdir()
        assert Projects().of_run.path_of("a.md") == "guides/a.md"

    @pytest.mark.usefixtures("git")
    @pytest.mark.parametrize(
        ("setting", "roots"),
        [
            ("", ("own/guides/deep", "own/guides", "own", "")),
            ('content-root = "auto"', ("own/guides/deep", "own/guides", "own", "")),
            ('content-root = "content"', ("own/content",)),
            ('content-root = ["..", ".", "../../out"]', ("", "own")),
        ],
    )
    def test_content_roots(self, setting: str, roots: tuple[str, ...]) -> None:
        write({"own/curriculum.toml": setting, "own/guides/deep/a.md": ""})
        project = Projects().of_folder("own/guides/deep")
        assert project.content_roots("own/guides/deep/a.md") == roots


class TestRules:
    """Which rules run is what the config says and the command line adds."""

    def test_what_the_command_line_selects_and_ignores(self) -> None:
        write({"curriculum.toml": 'select = ["notes"]\nignore = ["links"]\n'})
        config = Projects(select=["numbering"], ignore=["fields"]).of_run.config
        assert (config.select, config.ignore) == (("numbering",), ("links", "fields"))
        config = Projects().of_run.config
        assert (config.select, config.ignore) == (("notes",), ("links",))

    @pytest.mark.parametrize(("select", "ignore"), [(["notse"], []), ([], ["notes", "notse"])])
    def test_an_option_that_names_no_rule(self, select: list[str], ignore: list[str]) -> None:
        with pytest.raises(UnknownRuleError, match=r"notse.*did you mean notes"):
            Projects(select=select, ignore=ignore)

    @pytest.mark.parametrize(
        "setting",
        [
            'select = ["notse"]',
            'ignore = ["notse"]',
            '[severity]\nnotse = "error"',
            '[per-file-ignores]\n"*.md" = ["notse"]',
        ],
    )
    def test_a_config_that_names_no_rule(self, setting: str) -> None:
        write({"own/curriculum.toml": f'fail-level = "error"\n{setting}\n'})
        projects = Projects()
        assert projects.of_run.config.path is None
        with pytest.raises(
            UnknownRuleError, match=r"^own/curriculum.toml:[23]: .*notse.*did you mean notes"
        ):
            projects.of_folder("own")


class TestRulings:
    """Decisions files are read when the project is made, and parsed once."""

    def test_they_are_those_of_the_config(self) -> None:
        write({"own/curriculum.toml": "", f"own/{DECISIONS}": APART})
        project = Projects().of_folder("own")
        assert len(project.rulings.all) == 1
        assert project.config_with_rulings.rulings is project.rulings
        assert Projects().of_run.rulings.all == ()

    def test_a_fault_is_told_when_the_project_is_made(self) -> None:
        write({DECISIONS: f"{APART}drops: []\n"})
        with pytest.raises(ConfigError, match=f"^{DECISIONS}:4: "):
            _ = Projects().of_run

    def test_what_is_settled_is_not_parsed_before_it_is_needed(self) -> None:
        write({"curriculum.toml": 'select = ["notse"]', DECISIONS: "drops: []\n"})
        project = Projects(select=["notse"], is_settled=lambda _: True).of_run
        assert project.decisions == {DECISIONS: b"drops: []\n"}
        with pytest.raises(ConfigError, match=DECISIONS):
            _ = project.rulings

    def test_each_content_is_asked_for_apart(self) -> None:
        """What is settled is known by its content, and each content has another name."""
        write({"curriculum.toml": SCHEMA, "schema.json": "{}", DECISIONS: APART})
        asked: list[str] = []

        def is_settled(content: str) -> bool:
            asked.append(content)
            return False

        projects = Projects(is_settled=is_settled)
        _ = projects.of_run, projects.of_run
        assert len(asked) == len(set(asked)) == 5  # options, mistakes, schema, names, decisions

    @pytest.mark.parametrize(
        "change",
        [
            {"curriculum.toml": f"{SCHEMA}# another\n"},
            {"schema.json": '{"type": "object"}'},
            {DECISIONS: APART.replace("rows are", "a row is")},
        ],
    )
    def test_the_digest_stands_for_all_that_was_read(self, change: dict[str, str]) -> None:
        write({"curriculum.toml": SCHEMA, "schema.json": "{}", DECISIONS: APART})
        before = Projects().of_run.digest
        assert Projects().of_run.digest == before
        write(change)
        assert Projects().of_run.digest != before


def test_another_process_gets_the_rulings_and_lists_for_itself(folder: Path) -> None:
    write({"curriculum.toml": "", DECISIONS: APART, "notes/a.md": ""})
    project = Projects(is_settled=lambda _: True).of_run  # so that nothing is parsed yet
    assert set(project.tree.folder("notes").entries) == {"a.md"}
    data = pickle.dumps(project)
    write({DECISIONS: "not: [read", "notes/b.md": ""})
    copy: Project = pickle.loads(data)
    assert "rulings" in vars(copy)
    assert copy.config_with_rulings == project.config_with_rulings
    assert copy.tree.top == str(folder)
    assert set(copy.tree.folder("notes").entries) == {"a.md", "b.md"}


def test_one_that_is_made_from_a_config_alone(folder: Path) -> None:
    write({"guides/a.md": ""})
    assert Project.at("guides", Config()).tree.top == str(folder)
    write({"guides/curriculum.toml": ""})
    config = Config(path="guides/curriculum.toml", folder="guides")
    assert Project.at("guides", config).tree.top == str(folder / "guides")
