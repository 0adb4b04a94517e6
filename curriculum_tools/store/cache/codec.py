"""What was found in a guide as a few bytes, and back. Everything but the guide's own text.

Texts are kept once, in a table, and named by their place in it: most of them stand in many
findings of a guide.
"""

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from curriculum_tools.model.finding import Edit, Finding, Fix, Related, Severity, TopicName
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source, Span
from curriculum_tools.store.cache.asked import Asked

_NONE = -1  # the place of no text: the table is read with one more entry, which is None
LEVEL = 1  # of compression: the fastest, and nearly as small

Ref = Callable[[str | None], int]


class Entry(NamedTuple):
    """What was found in a text, and what was asked on the way.

    There may be no report on one that does not look like a guide.
    """

    report: GuideReport | None
    asked: Asked
    is_guide: bool = True


def encode(entry: Entry) -> bytes | None:
    """Give an entry as bytes; None for a report that speaks of another guide's text."""
    report = entry.report
    if report and any(r.source for finding in report.findings for r in finding.related):
        return None
    table: dict[str, int] = {}

    def ref(text: str | None) -> int:
        return _NONE if text is None else table.setdefault(text, len(table))

    counts = report and (report.topics, report.questions, report.suppressed)
    rows = [_row(finding, ref) for finding in report.findings] if report else []
    whole = [entry.asked, entry.is_guide, counts, list(zip(*rows, strict=True)), list(table)]
    return zlib.compress(json.dumps(whole, separators=(",", ":")).encode(), LEVEL)


def decode(data: bytes, source: Source) -> Entry:
    """Give the entry that bytes stand for; raises whatever other bytes lead to."""
    whole = json.loads(zlib.decompress(data))
    (names, folders, files, answer), is_guide, counts, columns, table = whole
    asked = Asked(names, tuple(folders), tuple(files), answer)
    if counts is None:
        return Entry(None, asked, is_guide)
    findings = _findings(columns, [*table, None], source.path) if columns else ()
    return Entry(GuideReport(source, tuple(findings), *counts), asked, is_guide)


def _row(finding: Finding, ref: Ref) -> Sequence[object]:
    topic, fix = finding.topic, finding.fix
    return (
        ref(finding.rule),
        ref(finding.group),
        ref(finding.severity),
        ref(finding.message),
        *finding.span,
        topic and (ref(topic.number), ref(topic.title)),
        [(ref(related.message), *related.span) for related in finding.related],
        fix and (ref(fix.title), fix.safe, [(*edit.span, ref(edit.text)) for edit in fix.edits]),
        finding.fingerprint,
        ref(finding.cause),
        ref(finding.help),
    )


def _findings(
    columns: Sequence[Sequence[Any]], texts: Sequence[Any], path: str
) -> Iterator[Finding]:
    """Give the findings column by column, which takes a third less time than row by row."""
    rules, groups, severities, messages, starts, ends, *others, causes, helps = columns
    topics, related, fixes, fingerprints = others
    text = texts.__getitem__
    return map(
        Finding,
        map(text, rules),
        map(text, groups),
        map(_SEVERITIES.__getitem__, map(text, severities)),
        map(text, messages),
        repeat(path),
        map(Span, starts, ends),
        [topic and TopicName(texts[topic[0]], texts[topic[1]]) for topic in topics],
        [tuple([Related(texts[r], Span(s, e)) for r, s, e in places]) for places in related],
        [fix and _fix(fix, texts) for fix in fixes],
        fingerprints,
        map(text, causes),
        map(text, helps),
    )


def _fix(row: Sequence[Any], texts: Sequence[Any]) -> Fix:
    title, safe, edits = row
    return Fix(texts[title], safe, tuple([Edit(Span(s, e), texts[new]) for s, e, new in edits]))


_SEVERITIES = {severity.value: severity for severity in Severity}
