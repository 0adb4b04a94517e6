"""Which findings a rendered report lists, read back as the program that takes it would."""

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from junitparser import JUnitXml

from curriculum_tools.output.sanitize import raw_bytes, sanitize, valid_unicode


class Listed(NamedTuple):
    """A finding as far as every format tells it."""

    path: str
    line: int
    rule: str


def listed(name: str, text: str) -> list[Listed]:
    """Read the findings back; text must be verbose."""
    return list(_READERS[name](text))


def as_shown(name: str, finding: Listed) -> Listed:
    """Give a finding with its path as the format has it."""
    match name:
        case "json":
            path = valid_unicode(finding.path)
        case "sarif":
            path = raw_bytes(finding.path).decode(errors="surrogateescape")
        case "junit":
            path = re.sub("[\ufffe\uffff]", "\ufffd", sanitize(finding.path))
        case _:
            path = sanitize(finding.path)
    return finding._replace(path=path)


def _text(text: str) -> Iterator[Listed]:
    for block in text.split("\n\n"):
        head = re.match(r"(.*):(\d+):\d+ \w+\[([\w-]+)\]: ", block)
        if head:
            yield Listed(head[1], int(head[2]), head[3])


def _concise(text: str) -> Iterator[Listed]:
    for path, line, rule in re.findall(r"^(.*):(\d+):\d+: \w+\[([\w-]+)\] ", text, re.MULTILINE):
        yield Listed(path, int(line), rule)


def _json(text: str) -> Iterator[Listed]:
    for finding in json.loads(text)["findings"]:
        yield Listed(finding["path"], finding["start"]["line"], finding["rule"])


def _sarif(text: str) -> Iterator[Listed]:
    for result in json.loads(text)["runs"][0]["results"]:
        if result.get("baselineState") != "unchanged":
            place = result["locations"][0]["physicalLocation"]
            raw = unquote_to_bytes(place["artifactLocation"]["uri"].removeprefix("file://"))
            path = raw.decode(errors="surrogateescape")
            yield Listed(path, place["region"]["startLine"], result["ruleId"])


def _github(text: str) -> Iterator[Listed]:
    for command in re.findall(r"^::\w+ (.*?)::", text, re.MULTILINE):
        values = dict(pair.split("=", 1) for pair in command.split(","))
        path = values["file"].replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        yield Listed(path, int(values["line"]), values["title"])


def _gitlab(text: str) -> Iterator[Listed]:
    for entry in json.loads(text):
        place = entry["location"]
        yield Listed(place["path"], place["lines"]["begin"], entry["check_name"])


def _junit(text: str) -> Iterator[Listed]:
    for suite in JUnitXml.fromstring(text.encode()):
        for case in suite:
            if case.name != "no findings":
                yield Listed(case.classname, int(case._elem.get("line")), case.name.split(" ")[0])


def _rdjson(text: str) -> Iterator[Listed]:
    for diagnostic in json.loads(text)["diagnostics"]:
        place = diagnostic["location"]
        yield Listed(place["path"], place["range"]["start"]["line"], diagnostic["code"]["value"])


def _markdown(text: str) -> Iterator[Listed]:
    rows = re.findall(r"^\| (.*):(\d+):\d+ \| \w+ \| ([\w-]+) \|", text, re.MULTILINE)
    for path, line, rule in rows:
        plain = re.sub(r"\\(.)", r"\1", path).replace("&#8203;", "")  # a blank without width
        yield Listed(html.unescape(plain), int(line), rule)


_READERS: dict[str, Callable[[str], Iterator[Listed]]] = {
    "text": _text,
    "concise": _concise,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
    "markdown": _markdown,
}
