"""The settings as TOML: read back, they are the same settings."""

import tomllib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.config import Config, Curriculum, Platform
from curriculum_tools.model.finding import Severity
from curriculum_tools.output.lint.config_toml import config_toml
from curriculum_tools.syntax.home import HOME
from tests.configs import config_from_table

NO_NUL = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.text(NO_NUL, min_size=1, max_size=8)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
COUNTS = st.one_of(st.none(), st.integers(0, 9))
CONFIGS = st.builds(
    Config,
    path=st.just("docs/curriculum.toml"),
    folder=st.just("docs"),
    include=LISTS,
    exclude=LISTS,
    content_roots=st.one_of(
        st.none(), st.lists(TEXTS.filter(lambda t: t != "auto"), min_size=1).map(tuple)
    ),
    notes_folder=st.one_of(st.none(), TEXTS),
    select=LISTS,
    ignore=LISTS,
    fail_level=st.sampled_from(Severity),
    severity=st.dictionaries(TEXTS, st.sampled_from(Severity), max_size=2),
    per_file_ignores=st.dictionaries(TEXTS, LISTS, max_size=2),
    required_fields=st.one_of(st.none(), st.frozensets(st.sampled_from(HOME.names))),
    labels=st.dictionaries(st.sampled_from(HOME.names), LISTS, max_size=2),
    anchors=st.sampled_from(Platform),
    front_matter_required=st.booleans(),
    schema_name=st.one_of(st.just(""), TEXTS),
    repeated_titles=LISTS,
    external_prerequisites=LISTS,
    question_count=st.one_of(
        st.tuples(COUNTS, st.none()), st.tuples(st.integers(0, 4), st.integers(4, 9))
    ),
    semantic_duplicates=st.booleans(),
    curricula=st.lists(
        st.builds(
            Curriculum, LISTS.filter(bool), st.one_of(st.none(), TEXTS), st.one_of(st.none(), TEXTS)
        ),
        max_size=2,
    ).map(tuple),
)


@given(CONFIGS)
def test_settings_read_back_are_the_same(config: Config) -> None:
    text = "".join(config_toml(config))
    assert config_from_table(tomllib.loads(text), "docs/curriculum.toml") == config


def test_the_file_is_named_and_cannot_forge_a_setting() -> None:
    first, *_ = config_toml(Config())
    assert first == "# no config file was found: the defaults\n"
    first, *_ = config_toml(replace(Config(), path="a\nselect = []/curriculum.toml"))
    assert first == "# a␊select = []/curriculum.toml\n"
