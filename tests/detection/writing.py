"""Guides of several families as authors write them, made from a seed, with what a reader counts."""

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

SUBJECTS = {
    "en": ("kiln", "glaze", "clay", "wheel", "slip", "bisque", "oxide", "flux", "cone", "shard"),
    "de": ("Ofen", "Glasur", "Ton", "Scheibe", "Brand", "Scherben", "Oxid", "Kegel", "Engobe"),
    "es": ("horno", "esmalte", "barro", "torno", "cono", "óxido", "engobe", "bizcocho", "vidrio"),
    "ru": ("печь", "глазурь", "глина", "круг", "конус", "ангоб", "оксид", "обжиг", "черепок"),
    "zh": ("窑", "釉", "陶土", "转盘", "泥浆", "素坯", "氧化物", "助熔剂", "火锥"),
}
_ASKED = {
    "en": ("What is a {} for?", "How does the {} change in heat?", "Explain the {} of stoneware"),
    "de": ("Wozu dient {}?", "Wie verändert sich {} bei Hitze?", "Was ist {}?"),
    "es": ("¿Para qué sirve {}?", "¿Cómo cambia {} con el calor?", "¿Qué es {}?"),
    "ru": ("Что такое {}?", "Как меняется {} при нагреве?", "Зачем нужен {}?"),
    "zh": ("什么是{}？", "{}受热时怎样变化？", "为什么需要{}？"),
}
LANGUAGES = tuple(SUBJECTS)


class Guide(NamedTuple):
    """A text, and how many questions, chapters, answers and options a reader counts in it."""

    text: str
    questions: int
    chapters: int = 0
    answers: int = 0
    options: int = 0


def asked(random: Random, language: str, count: int) -> list[str]:
    """Return so many different questions in a language."""
    all_of_them = [a.format(s) for a in _ASKED[language] for s in SUBJECTS[language]]
    return random.sample(all_of_them, count)


def in_chapters(random: Random, language: str, question: str, below: str = "") -> Guide:
    """Return a guide with two chapters; `question` and `below` have {n} and {text}."""
    texts = asked(random, language, random.randint(12, 20))
    half = len(texts) // 2
    lines = ["# Pottery", "", "## Fire", ""]
    for n, text in enumerate(texts, 1):
        if n == half:
            lines += ["## Earth", ""]
        lines += [question.format(n=n, text=text), "", *([below, ""] if below else [])]
    answers = len(texts) if below else 0
    return Guide("\n".join(lines), len(texts), 2, answers)


def _answered(question: str) -> Callable[[Random, str], Guide]:
    return lambda random, language: in_chapters(random, language, question, "It holds the heat.")


def _listed(random: Random, language: str) -> Guide:
    return in_chapters(random, language, "{n}. ### {text}", "    It holds the heat.")


def _bullets(random: Random, language: str) -> Guide:
    made = in_chapters(random, language, "- {text}")
    return made._replace(text=made.text.replace("# Pottery", "# Interview questions"))


def _numbered_items(random: Random, language: str) -> Guide:
    made = in_chapters(random, language, "{n}. {text}")
    return made._replace(text=made.text.replace("# Pottery", "# Quiz"))


def _checkboxes(random: Random, language: str) -> Guide:
    lines = ["# Pottery quiz", ""]
    texts = asked(random, language, 14)
    for n, text in enumerate(texts, 1):
        right = random.randrange(4)
        lines += [f"#### Q{n}. {text}", ""]
        lines += [f"- [{'x' if each == right else ' '}] cone {n + each}" for each in range(4)]
        lines += [""]
    return Guide("\n".join(lines), len(texts), options=4 * len(texts))


def _lettered(random: Random, language: str) -> Guide:
    lines = ["# Pottery", ""]
    texts = asked(random, language, 12)
    for n, text in enumerate(texts, 1):
        lines += [f"###### {n}. {text}", ""]
        lines += [f"- {letter}: {n}0 degrees" for letter in "ABC"]
        lines += [
            "",
            "<details><summary>Answer</summary>",
            "",
            f"#### Answer: {random.choice('ABC')}",
        ]
        lines += ["", "It melts there.", "", "</details>", ""]
    return Guide("\n".join(lines), len(texts), answers=len(texts), options=3 * len(texts))


def _summaries(random: Random, language: str) -> Guide:
    lines = ["# Pottery", "", "## Fire", ""]
    texts = asked(random, language, 12)
    for text in texts:
        lines += ["<details>", f"<summary>{text}</summary>", "", "By heat.", "", "</details>", ""]
    return Guide("\n".join(lines), len(texts), 1, len(texts))


#: How each family writes a guide that shows by itself how it is written.
FAMILIES: dict[str, Callable[[Random, str], Guide]] = {
    "plain headings": _answered("### {text}"),
    "numbered headings": _answered("### {n}. {text}"),
    "headings with a label": _answered("### Q. {text}"),
    "headings in a numbered list": _listed,
    "bold lines": _answered("**{n})** {text}"),
    "bold questions": _answered("**{text}**"),
    "bullets": _bullets,
    "numbered items": _numbered_items,
    "checkboxes": _checkboxes,
    "lettered options": _lettered,
    "summaries": _summaries,
}


def write_family(name: str, language: str, seed: int) -> Guide:
    """Return a guide of a family; the same for the same seed."""
    return FAMILIES[name](Random(f"{name} {language} {seed}"), language)


def headings(titles: Sequence[str], below: str = "It is said here.", level: int = 2) -> str:
    """Return a page of headings with a line below each."""
    mark = "#" * level
    return "# Page\n\n" + "".join(f"{mark} {title}\n\n{below}\n\n" for title in titles)
