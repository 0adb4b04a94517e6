"""The format `json` of a comparison by number: the shape of schemas/diff-by-number.schema.json."""

from collections.abc import Iterator

from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.style import Style
from curriculum_tools.versions.diff.by_number import NumberDifference, Numbered, Unlike

VERSION = 1


def render(difference: NumberDifference, _style: Style) -> Iterator[str]:
    """Yield the difference."""
    summary: Object = {
        "shared": difference.shared,
        "missing": len(difference.missing),
        "extra": len(difference.extra),
        "unlike": len(difference.unlike),
    }
    return write_json(
        {
            "version": VERSION,
            "before": difference.before.name,
            "after": difference.after.name,
            "summary": summary,
            "missing": (_numbered(each) for each in difference.missing),
            "extra": (_numbered(each) for each in difference.extra),
            "unlike": (_unlike(each) for each in difference.unlike),
        }
    )


def _numbered(numbered: Numbered) -> Object:
    return {
        "what": numbered.what,
        "number": numbered.number,
        "title": numbered.title,
        "line": numbered.line,
        "questions": numbered.questions,
    }


def _unlike(unlike: Unlike) -> Object:
    return {
        "what": unlike.what,
        "before": {**_numbered(unlike.before), "value": unlike.was},
        "after": {**_numbered(unlike.after), "value": unlike.now},
    }
