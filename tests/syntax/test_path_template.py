"""Which files are translations, by paths with placeholders."""

import pytest

from curriculum_tools.model.errors import TemplateError
from curriculum_tools.syntax.path_template import compile_translations


@pytest.mark.parametrize(
    ("of", "within", "path", "originals"),
    [
        ("README.md", "{lang}/README*.md", "es-ES/README-ES.md", ("README.md",)),
        ("README.md", "{lang}/README*.md", "zh_Hans_CN/README.md", ("README.md",)),
        ("README.md", "{lang}/README*.md", "README.md", ()),
        ("README.md", "{lang}/README*.md", "lessons/README.md", ()),
        ("README.md", "{lang}/README*.md", "a/es/README.md", ()),
        ("README.md", "**/README*.md", "README.md", ()),
        (
            "{dir}/{name}.md",
            "{dir}/{name}-{lang}.md",
            "a/b/first-aid-es.md",
            ("a/b/first-aid.md", "a/b/first.md"),
        ),
        (
            "{dir}/{name}.md",
            "{dir}/{name}-{lang}.md",
            "x-quiz-pt-BR.md",
            ("x-quiz.md", "x-quiz-pt.md"),
        ),
        ("{dir}/{name}.md", "{dir}/{name}-{lang}.md", "a/bread-quiz.md", ()),
        ("en/{path}", "{lang}/{path}", "fr/a/b.md", ("en/a/b.md",)),
        ("en/{path}", "{lang}/{path}", "en/a/b.md", ()),
        ("{name}.md", "{lang}/{name}.{lang}.md", "fr/a.fr.md", ("a.md",)),
        ("{name}.md", "{lang}/{name}.{lang}.md", "fr/a.de.md", ()),
    ],
)
def test_originals(of: str, within: str, path: str, originals: tuple[str, ...]) -> None:
    assert compile_translations(of, within).originals_of(path) == originals


@pytest.mark.parametrize(
    ("of", "within", "part"),
    [("{name}.md", "{lang}/README.md", "{name}"), ("README.md", "{land}/README.md", "{land}")],
)
def test_faults(of: str, within: str, part: str) -> None:
    with pytest.raises(TemplateError) as error:
        compile_translations(of, within)
    assert error.value.part == part
