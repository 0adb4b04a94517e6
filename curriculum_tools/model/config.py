"""What a project has settled: which guides, which rules, how severe."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.templates import Templates

AUTO = "auto"
INFERRED = "inferred"


class Platform(StrEnum):
    """What guides are published with, which decides the anchors of their headings."""

    GITHUB = "github"
    KRAMDOWN = "kramdown"
    KRAMDOWN_GFM = "kramdown-gfm"
    PANDOC = "pandoc"
    MKDOCS = "mkdocs"
    MDBOOK = "mdbook"
    DOCUSAURUS = "docusaurus"


class Curriculum(NamedTuple):
    """Versions of one guide, oldest first, and what is made of them."""

    versions: tuple[str, ...]
    output: str | None = None
    decisions: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """A project's settings; paths are relative to `folder`, the folder of the file they stand in.

    `content_roots` is None for "auto". `required_fields` is None where they are inferred.
    `schema_name` is the path of the file that holds `front_matter_schema`, empty where there is
    none. No dialect is looked for where it `is_default_dialect`, as the config says. `path` is None
    where no config file was found. The command line may `allow_outside` what the paths lead to
    that do not stay below `folder`; no file can. `digest` stands for the contents of all files that
    the settings and rulings were read from.
    """

    path: str | None = None
    folder: str = "."
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    content_roots: tuple[str, ...] | None = None
    notes_folder: str | None = None
    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    fail_level: Severity = Severity.WARNING
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    required_fields: frozenset[str] | None = None
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    templates: Templates | None = None
    is_default_dialect: bool = False
    anchors: Platform = Platform.GITHUB
    front_matter_required: bool = False
    schema_name: str = ""
    front_matter_schema: Mapping[str, object] | None = None
    repeated_titles: tuple[str, ...] = ()
    external_prerequisites: tuple[str, ...] = ()
    question_count: tuple[int | None, int | None] = (None, None)
    semantic_duplicates: bool = False
    curricula: tuple[Curriculum, ...] = ()
    rulings: Rulings = field(default_factory=Rulings)
    allow_outside: bool = field(default=False, compare=False)
    digest: str = field(default="", compare=False)

    @property
    def required_rules(self) -> frozenset[str]:
        """The rules that are off by default and that another setting asks for."""
        return frozenset(["missing-front-matter"] if self.front_matter_required else [])
