"""The families of public curricula: their configs, and how each writes a quiz."""

import json
from typing import NamedTuple

from tests.dialects.quizzes import (
    PLACEHOLDER,
    Files,
    Quiz,
    Write,
    asked,
    boxes,
    folded,
    items_of,
    joined,
    lettered,
    listed,
)


class Family(NamedTuple):
    """A family of curricula, which writes a quiz as files."""

    toml: str
    write: Write


def numbered_headings(quiz: Quiz) -> Files:
    parts = ["# Crafts", "## Table of Contents", listed(quiz, "{0}. [{1}](#{2})")]
    for part in quiz:
        parts.append(f"## {part.title}")
        parts += (f"{i.number}. ### {i.text}\n\n    {i.answer}" for i in part.items)
    return {"README.md": joined(parts)}


def lettered_options(quiz: Quiz) -> Files:
    def page(word: str) -> str:
        parts = ["# Crafts"]
        for item in items_of(quiz):
            parts += [f"###### {item.number}. {item.text}", lettered(item)]
            parts.append(f"<details><summary><b>{word}</b></summary>\n<p>")
            parts += [f"#### {word}: {item.letter}", item.answer, "</p>\n</details>\n\n---"]
        return joined(parts)

    return {"README.md": page("Answer"), "de/README.md": page("Antwort")}


def checkboxes(quiz: Quiz) -> Files:
    files: Files = {}
    for part in quiz:
        asked = (f"#### Q{n}. {i.text}\n\n{boxes(i)}" for n, i in enumerate(part.items, 1))
        page = joined([f"# {part.title}", *asked])
        files |= {f"{part.name}/quiz.md": page, f"{part.name}/quiz-fr.md": page}
    links = (f"- [{part.name}]({part.name}/quiz.md)" for part in quiz)
    more = (f"- [{part.name}, fr]({part.name}/quiz-fr.md)" for part in quiz)
    return {"README.md": joined(["# Crafts", "\n".join(links), "## fr", "\n".join(more)]), **files}


def summaries(quiz: Quiz) -> Files:
    count = len(items_of(quiz))
    parts = ["# Crafts", f"This list holds **{count}** questions.", "## All of them"]
    for part in quiz:
        parts += [f"### {part.title}", *map(folded, part.items)]
    return {"README.md": joined(parts)}


def counted_summaries(quiz: Quiz) -> Files:
    rows = (f"| [{part.title}](#{part.name}) | {len(part.items)} questions |" for part in quiz)
    parts = ["# Crafts", "\n".join(["| Topic | How many |", "| --- | --- |", *rows]), "### All"]
    for part in quiz:
        parts.append(f'<a name="{part.name}"></a>\n\n###### {part.title} ({len(part.items)})')
        parts += map(folded, part.items)
    return {"README.md": joined(parts)}


def plain_headings(quiz: Quiz) -> Files:
    parts = ["# Crafts", "## Table of Contents", listed(quiz, "- [{1}](#{2})")]
    for part in quiz:
        parts.append(f"## {part.title}")
        parts += (f"### {item.text}\n\n{item.answer}" for item in part.items)
    return {"README.md": joined(parts)}


def bullets(quiz: Quiz) -> Files:
    links = "\n".join(f"- [{part.name}](questions/{part.name}.md)" for part in quiz)
    pages = {f"questions/{p.name}.md": joined([f"# {p.title}", asked(p)]) for p in quiz}
    return {"README.md": f"# Crafts\n\n{links}\n", **pages}


def bold_lines(quiz: Quiz) -> Files:
    parts = ["# Crafts"]
    for part in quiz:
        parts.append(f"## {part.title}")
        for number, item in enumerate(part.items, 1):
            parts += [f"**{number})** {item.text}", item.answer]
    return {"README.md": joined(parts)}


def one_level(quiz: Quiz) -> Files:
    parts = ["# Crafts"]
    for number, part in enumerate(quiz[:-1], 1):
        parts.append(f"## # {number}. {part.title}")
        parts += (f"## Q. {item.text}\n\n{item.answer}" for item in part.items)
    more = ["# More crafts"]
    for item in quiz[-1].items:
        said = f"**Answer: {item.letter}) {item.options[item.right]}**"
        more += [f"## Q. {item.text}", lettered(item, ")"), said, item.answer]
    return {"README.md": joined(parts), "mcq.md": joined(more)}


def lessons(quiz: Quiz) -> Files:
    links = "\n".join(f"1. [{part.name}](lessons/{part.name}.md)" for part in quiz)
    files = {"README.md": f"# Crafts\n\n{links}\n"}
    for part in quiz:
        parts = [f"# {part.title}", "## Introduction", "It is old.", "## Assignment", "Draw one."]
        files[f"lessons/{part.name}.md"] = joined([*parts, "## Knowledge check", asked(part)])
    return files


def divs(quiz: Quiz) -> Files:
    files = {}
    for part in quiz:
        parts = [f"# {part.title}", "::: objectives\n\n- Know it.\n\n:::"]
        for item in part.items:
            parts += [f":::::: challenge\n\n## {item.text}", "Think of it.", "::: solution"]
            parts += [item.answer, ":::", "::::::"]
        files[f"episodes/{part.name}.md"] = joined([*parts, "::: keypoints\n\n- Done.\n\n:::"])
    return files


def book(quiz: Quiz) -> Files:
    links = "\n".join(f"- [{part.name}]({part.name}.md)" for part in quiz)
    files = {"src/SUMMARY.md": f"# Summary\n\n{links}\n"}
    for part in quiz:
        parts = [f"# {part.title}", "Read on.", "## Check yourself", asked(part)]
        files[f"src/{part.name}.md"] = joined(parts)
    return files


def data_file(quiz: Quiz) -> Files:
    needs = [[part.name] for part in quiz]
    track = [{"slug": p.name, "needs": n} for p, n in zip(quiz, [[], *needs], strict=False)]
    files = {"track.json": json.dumps({"lessons": track}, indent=1) + "\n"}
    for part in quiz:
        headings = [f"## {n}. {i.text}\n\n{i.answer}" for n, i in enumerate(part.items, 1)]
        for name in ("task", "hints"):
            files[f"tasks/{part.name}/{name}.md"] = joined([f"# {name.title()}", *headings])
    return files


FAMILIES = {
    "01": Family(
        'chapter = "## {text}"\nquestion = "{n}. ### {text}"\nanswer = "rest"', numbered_headings
    ),
    "02": Family(
        'question = "###### {n}. {text}"\noption = "- {letter}: {text}"\n'
        'answer = "#### {word}: {letter}"\n'
        'translations = { of = "README.md", in = "{lang}/README.md" }',
        lettered_options,
    ),
    "03": Family(
        'question = "#### {word}{n}. {text}"\noption = "- [{mark}] {text}"\norder = "README.md"\n'
        'translations = { of = "{dir}/{name}.md", in = "{dir}/{name}-{lang}.md" }',
        checkboxes,
    ),
    "04": Family(
        'chapter = "## {text}"\ntopic = "### {text}"\nquestion = "<summary>{text}</summary>"\n'
        'answer = "rest"\ncount = "This list holds **{count}** questions"',
        summaries,
    ),
    "05": Family(
        'chapter = "### {text}"\ntopic = "###### {text} ({count})"\n'
        'question = "<summary>{text}</summary>"\nanswer = "rest"\n'
        f'placeholder = ["{PLACEHOLDER}"]\ncount = "| {{text}} | {{count}} questions |"',
        counted_summaries,
    ),
    "06": Family('chapter = "## {text}"\nquestion = "### {text}"\nanswer = "rest"', plain_headings),
    "07": Family('question = "- {text}"\norder = "README.md"', bullets),
    "08": Family(
        'chapter = "## {text}"\nquestion = ["**{n})** {text}", "**{text}**"]\nanswer = "rest"\n'
        f'placeholder = ["{PLACEHOLDER}"]\nnumbers = "chapter"',
        bold_lines,
    ),
    "09": Family(
        'chapter = "## # {n}. {text}"\nquestion = "## Q. {text}"\nanswer = "rest"\n'
        '[dialect.files."mcq.md"]\noption = "- {letter}) {text}"\n'
        'answer = "**Answer: {letter}) {text}**"',
        one_level,
    ),
    "10": Family(
        'topic = "file"\nquestion = "- {text}"\nwithin = ["Knowledge check"]\norder = "README.md"\n'
        'sections = ["Introduction", "Assignment", "Knowledge check"]',
        lessons,
    ),
    "11": Family(
        'topic = "file"\nquestion = "## {text}"\nwithin = [":::challenge"]\n'
        'answer = ":::solution"\nsections = [":::objectives", ":::keypoints"]\nanchors = "pandoc"',
        divs,
    ),
    "12": Family(
        'topic = "file"\nquestion = "- {text}"\nwithin = ["Check yourself"]\n'
        'order = "src/SUMMARY.md"\nanchors = "mdbook"\nlinks = ".html"',
        book,
    ),
    "13": Family(
        'topic = "file"\nquestion = "## {n}. {text}"\norder = "track.json:lessons"\n'
        'prerequisites = "track.json:lessons.*.needs"\npairs = { "task.md" = "hints.md" }',
        data_file,
    ),
}
INCLUDE = {
    "03": '["*/*.md"]',
    "07": '["questions/*.md"]',
    "10": '["lessons/*.md"]',
    "11": '["episodes/*.md"]',
    "12": '["src/*.md"]',
    "13": '["tasks/*/task.md"]',
}
