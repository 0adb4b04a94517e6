"""The format `json`: an index, in the shape of schemas/index.schema.json."""

from collections.abc import Iterator
from dataclasses import asdict

from curriculum_tools.facts.translations import QuestionNumber
from curriculum_tools.output.json_writer import Object, Streamed, write_json
from curriculum_tools.output.style import Style
from curriculum_tools.versions.index import Coverage, Index, IndexChapter, IndexTopic
from curriculum_tools.versions.merge.result import Origin
from curriculum_tools.versions.translation_matrix import TranslatedGuide

VERSION = 1


def render(index: Index, _style: Style) -> Iterator[str]:
    """Yield the index, a topic at a time."""
    return write_json(
        {
            "version": VERSION,
            "title": index.title,
            "coverage": _coverage(index.coverage),
            **({"questions": index.questions} if index.has_templates else {}),
            "chapters": (
                _chapter(chapter, has_templates=index.has_templates) for chapter in index.chapters
            ),
            **_translations(index),
        }
    )


def _coverage(coverage: Coverage) -> Object:
    return asdict(coverage)


def _chapter(chapter: IndexChapter, *, has_templates: bool) -> "dict[str, Streamed]":
    more: dict[str, Streamed] = {
        "questions": chapter.questions,
        "from": [_origin(origin) for origin in chapter.origins],
    }
    return {
        "number": chapter.number,
        "title": chapter.title,
        **(more if has_templates else {}),
        "coverage": _coverage(chapter.coverage),
        "topics": (_topic(topic) for topic in chapter.topics),
    }


def _topic(topic: IndexTopic) -> Object:
    return {
        "number": topic.number,
        "title": topic.title,
        "questions": topic.questions,
        "notes": [
            {"path": notes.path, "status": notes.status.value, "found": notes.file is not None}
            for notes in topic.notes
        ],
        **{
            name: [dict(value.as_json()) for value in values]
            for name, values in topic.fields.items()
        },
        "from": [_origin(origin) for origin in topic.origins],
    }


def _translations(index: Index) -> "dict[str, Streamed]":
    if not index.translations:
        return {}
    return {"translations": (_translated(guide) for guide in index.translations)}


def _translated(guide: TranslatedGuide) -> "dict[str, Streamed]":
    languages: Object = {each.language: each.path for each in guide.translations}
    return {
        "of": guide.path,
        "languages": languages,
        "questions": [
            {**_number(number), "in": [*has], "lacks": [*lacks]}
            for number, has, lacks in guide.rows
        ],
        "extra": [
            {**_number(number), "in": [each.language]}
            for each in guide.translations
            for number in each.extra
        ],
    }


def _number(number: QuestionNumber) -> Object:
    """Return a number; that of its chapter counts where each chapter begins anew."""
    chapter: Object = {} if number.chapter is None else {"chapter": number.chapter}
    return {"number": number.text, **chapter}


def _origin(origin: Origin) -> Object:
    return {"path": origin.source, "number": origin.number, "line": origin.line}
