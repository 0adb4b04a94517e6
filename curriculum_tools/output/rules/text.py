"""The rules as `curriculum rules` shows them: a list, or the page of one."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from curriculum_tools.engine.page import Example, read_page
from curriculum_tools.engine.rule import Rule
from curriculum_tools.output.display_width import TAB
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style

_INDENT = " " * 4
_OFF = "off"


def render_list(rules: Iterable[Rule], style: Style) -> Iterator[str]:
    """Yield a line for each rule, below its group; rules must be sorted by group."""
    rules = tuple(rules)
    id_width = max((len(rule.id) for rule in rules), default=0)
    for group, members in groupby(rules, key=lambda rule: rule.group):
        yield f"{style.bold(group)}\n"
        for rule in members:
            yield f"  {rule.id:{id_width}}  {_severity(rule, style)}  {rule.summary}\n"
        yield "\n"
    yield "curriculum rules ID explains a rule; rules that are off run when they are named.\n"


def render_page(rule: Rule, style: Style) -> Iterator[str]:
    """Yield the page of a rule: what it finds, why, a bad and a good example, how to allow it."""
    page = read_page(rule.doc or "")
    state = rule.severity.value if rule.on else f"{_OFF}; {rule.severity} when it is named"
    yield f"{style.bold(rule.id)} ({rule.group}, {state})\n\n"
    yield f"{page.summary}\n\n{page.why}\n\n"
    yield from _example("Bad", page.bad, style)
    yield from _example("Good", page.good, style)
    yield f"{style.bold('To allow it')}\n\n"
    yield f"{_INDENT}in one line     <!-- curriculum-disable-next-line {rule.id} -->\n"
    yield f'{_INDENT}in all guides   ignore = ["{rule.id}"] in curriculum.toml\n'


def _severity(rule: Rule, style: Style) -> str:
    width = len("warning")
    if not rule.on:
        return style.dim(f"{_OFF:{width}}")
    return style.severity(f"{rule.severity.value:{width}}", rule.severity)


def _example(title: str, example: Example, style: Style) -> Iterator[str]:
    yield f"{style.bold(title)}\n\n"
    if example.before:
        yield f"{_indented(example.before)}\n  then:\n\n"
    yield f"{_indented(example.guide)}\n"
    if example.config:
        yield f"  with this config:\n\n{_indented(example.config)}\n"
    if example.files:
        yield f"  with these files:\n\n{_indented(chr(10).join(example.files))}\n"


def _indented(text: str) -> str:
    """Return an example line by line, its invisible characters made visible."""
    lines = (sanitize(line.replace("\t", TAB)) for line in text.removesuffix("\n").split("\n"))
    return "".join(f"{_INDENT}{line}".rstrip() + "\n" for line in lines)
