"""From the table `[dialect]` of a config to templates."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from curriculum_tools.model.data_path import DATA_SUFFIXES, data_path
from curriculum_tools.model.errors import ConfigError, TemplateError
from curriculum_tools.model.templates import AnswerForm, Numbers, Template, Templates, Translations
from curriculum_tools.store.discovery import SUFFIXES
from curriculum_tools.syntax.json_schema import KeyPath
from curriculum_tools.syntax.path_template import compile_translations
from curriculum_tools.syntax.template import compile_template

#: Keys that hold templates, one or a list of them.
KEYS = ("chapter", "topic", "question", "option", "answer", "count")
#: What a key may hold that is no template.
WORDS = {
    "topic": ("file",),
    "chapter": ("file",),
    "question": ("field",),
    "answer": ("rest", "<details>"),
}
#: How the files end that may be named.
ENDINGS = {"order": (*SUFFIXES, *DATA_SUFFIXES), "prerequisites": DATA_SUFFIXES}


def templates_of(table: Mapping[str, Any]) -> Templates | None:
    """Return the templates of a table without mistakes; None where it has none.

    Questions below a "field" are those of the default dialect.
    """
    if not any(key in table for key in KEYS) or is_default(table.get("question")):
        return None
    read = {key: tuple(_compiled(table, key)) for key in KEYS}
    answer = table.get("answer")
    files = table.get("files", {})
    others = {glob: templates_of({**_without_files(table), **own}) for glob, own in files.items()}
    return Templates(
        chapters=read["chapter"],
        topics=read["topic"],
        questions=read["question"],
        options=read["option"],
        answers=read["answer"],
        counts=read["count"],
        answer_form=AnswerForm(answer) if answer in WORDS["answer"] else AnswerForm.NONE,
        topic_is_file=table.get("topic") == "file",
        chapter_is_file=table.get("chapter") == "file",
        within=tuple(table.get("within", ())),
        placeholders=tuple(_listed(table.get("placeholder", ()))),
        sections=tuple(table.get("sections", ())),
        numbers=Numbers(table.get("numbers", "guide")),
        has_contents=table.get("contents") != "none",
        order=table.get("order", ""),
        prerequisites=table.get("prerequisites", ""),
        pairs=table.get("pairs", {}),
        links=table.get("links", ""),
        translations=_translations(table),
        others={glob: other for glob, other in others.items() if other},
    )


def is_default(question: object) -> bool:
    """Tell whether questions stand in fields, as in the default dialect."""
    return question == "field"


def check_templates(
    table: Mapping[str, Any], path: str, line_of: Callable[[KeyPath], int | None]
) -> None:
    """Raise ConfigError for the first template or name of a file that cannot be read."""
    dialect = table.get("dialect", {})
    tables: list[tuple[KeyPath, Mapping[str, Any]]] = [(("dialect",), dialect)]
    tables += [(("dialect", "files", glob), own) for glob, own in dialect.get("files", {}).items()]
    for keys, own in tables:
        for key in KEYS:
            try:
                list(_compiled(own, key))
            except TemplateError as error:
                message, _, hint = str(error).partition("\n")
                raise ConfigError(path, message, line_of((*keys, key)), hint.strip()) from None
    for key, endings in ENDINGS.items():
        if key in dialect and not data_path(dialect[key]).file.lower().endswith(endings):
            message = f"`dialect.{key}` names a file of a kind that cannot be read for it"
            hint = f"one that can ends with {', '.join(endings)}"
            raise ConfigError(path, message, line_of(("dialect", key)), hint)
    try:
        _translations(dialect)
    except TemplateError as error:
        message, _, hint = str(error).partition("\n")
        line = line_of(("dialect", "translations"))
        raise ConfigError(path, message, line, hint.strip()) from None


def _translations(table: Mapping[str, Any]) -> Translations | None:
    """Return which files are translations; raises TemplateError."""
    written = table.get("translations")
    return compile_translations(written["of"], written["in"]) if written else None


def _compiled(table: Mapping[str, Any], key: str) -> Iterator[Template]:
    """Yield the templates that a key holds; raises TemplateError."""
    for text in _listed(table.get(key, ())):
        if text not in WORDS.get(key, ()):
            yield compile_template(text, is_answer=key == "answer")


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _without_files(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != "files"}
