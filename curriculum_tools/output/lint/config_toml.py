"""The settings that hold, as the TOML that would say so."""

from collections.abc import Iterator, Mapping

from curriculum_tools.model.config import AUTO, INFERRED, Config, Curriculum
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.toml_writer import write_toml, write_toml_table


def config_toml(config: Config) -> Iterator[str]:
    """Yield every setting, a line each, below the name of the file they come from."""
    where = sanitize(config.path) if config.path else "no config file was found: the defaults"
    yield f"# {where}\n"
    yield from write_toml(
        {
            "include": config.include,
            "exclude": config.exclude,
            "content-root": AUTO if config.content_roots is None else config.content_roots,
            "notes-folder": config.notes_folder,
            "select": config.select,
            "ignore": config.ignore,
            "fail-level": config.fail_level,
        }
    )
    for curriculum in config.curricula:
        yield from write_toml_table("[[curriculum]]", _curriculum(curriculum))
    for name, settings in _tables(config).items():
        yield from write_toml_table(f"[{name}]", settings)


def _curriculum(curriculum: Curriculum) -> dict[str, object]:
    return {
        "versions": curriculum.versions,
        "output": curriculum.output,
        "decisions": curriculum.decisions,
    }


def _tables(config: Config) -> dict[str, Mapping[str, object]]:
    fields = config.required_fields
    least, most = config.question_count
    return {
        "severity": config.severity,
        "per-file-ignores": config.per_file_ignores,
        "fields": {"required": INFERRED if fields is None else sorted(fields)},
        "fields.labels": config.labels,
        "dialect": {"anchors": config.anchors},
        "front-matter": {"required": config.front_matter_required, "schema": config.schema_name},
        "allow": {
            "repeated-titles": config.repeated_titles,
            "external-prerequisites": config.external_prerequisites,
        },
        "questions.count": {"min": least, "max": most},
        "duplicates": {"semantic": config.semantic_duplicates},
    }
