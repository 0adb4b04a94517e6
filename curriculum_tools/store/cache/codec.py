"""Results of linting as a few bytes, and back: everything but the text of the guide.

Each text is kept once, in a table, and named by its place there: most are in many findings.
"""

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

from curriculum_tools.model.finding import Edit, Finding, FindingTopic, Fix, Related, Severity
from curriculum_tools.model.read_as import ReadAs
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source, Span
from curriculum_tools.store.cache.dependencies import Dependencies

_NONE = -1  # the place of no text: None is added to the table when it is read
_COUNTS = ("topics", "questions", "suppressed", "absent", "chapters", "answers", "options")
LEVEL = 1  # of compression: the fastest, and nearly as small

Ref = Callable[[str | None], int]


class LintResult(NamedTuple):
    """What was found in a text, what that depends on beside it, and whether it looks like a guide.

    There is a report on any text that a person named.
    """

    report: GuideReport
    dependencies: Dependencies
    is_guide: bool = True


def encode(result: LintResult) -> bytes | None:
    """Return a result as bytes; None for a report that speaks of another guide's text."""
    report = result.report
    if any(r.source for finding in report.findings for r in finding.related):
        return None
    table: dict[str, int] = {}

    def ref(text: str | None) -> int:
        return _NONE if text is None else table.setdefault(text, len(table))

    counts = tuple(getattr(report, name) for name in _COUNTS)
    topics: dict[FindingTopic | None, int] = {}
    rows = [_row(finding, ref, topics) for finding in report.findings]
    named = [topic and (ref(topic.number), ref(topic.title)) for topic in topics]
    columns = list(zip(*rows, strict=True))
    head = [result.dependencies, result.is_guide, counts, report.read_as]
    whole = [*head, columns, named, list(table)]
    return zlib.compress(json.dumps(whole, separators=(",", ":")).encode(), LEVEL)


def decode(data: bytes, source: Source) -> LintResult:
    """Return the result that bytes stand for; raises whatever other bytes lead to."""
    whole = json.loads(zlib.decompress(data))
    (names, folders, files, seen), is_guide, counts, read_as, columns, named, table = whole
    dependencies = Dependencies(names, tuple(folders), tuple(files), seen)
    texts = [*table, None]
    topics = [topic and FindingTopic(texts[topic[0]], texts[topic[1]]) for topic in named]
    findings = _findings(columns, texts, topics, source.path) if columns else ()
    origin, *templates = read_as
    held = dict(zip(_COUNTS, counts, strict=True))
    report = GuideReport(
        source, tuple(findings), **held, read_as=ReadAs(origin, *map(tuple, templates))
    )
    return LintResult(report, dependencies, is_guide)


def _row(finding: Finding, ref: Ref, topics: dict[FindingTopic | None, int]) -> Sequence[object]:
    fix = finding.fix
    return (
        ref(finding.rule),
        ref(finding.group),
        ref(finding.severity),
        ref(finding.message),
        *finding.span,
        topics.setdefault(finding.topic, len(topics)),
        [(ref(related.message), *related.span) for related in finding.related],
        fix and (ref(fix.title), fix.safe, [(*edit.span, ref(edit.text)) for edit in fix.edits]),
        finding.fingerprint,
        ref(finding.cause),
        ref(finding.help),
    )


def _findings(
    columns: Sequence[Sequence[Any]],
    texts: Sequence[Any],
    topics: Sequence[FindingTopic | None],
    path: str,
) -> Iterator[Finding]:
    """Yield the findings column by column, which takes half the time that row by row does."""
    rules, groups, severities, messages, starts, ends, topic_refs, *others = columns
    related, fixes, fingerprints, causes, helps = others
    text = texts.__getitem__
    rows = zip(
        map(text, rules),
        map(text, groups),
        map(_SEVERITIES.__getitem__, map(text, severities)),
        map(text, messages),
        repeat(path),
        map(_span, zip(starts, ends, strict=True)),
        map(topics.__getitem__, topic_refs),
        [_related(places, texts) if places else () for places in related],
        [_fix(fix, texts) if fix else None for fix in fixes],
        fingerprints,
        map(text, causes),
        map(text, helps),
        strict=False,  # the path has no end
    )
    return map(_finding, rows)


def _related(places: Sequence[Any], texts: Sequence[Any]) -> tuple[Related, ...]:
    return tuple([Related(texts[said], Span(start, end)) for said, start, end in places])


def _fix(row: Sequence[Any], texts: Sequence[Any]) -> Fix:
    title, safe, edits = row
    return Fix(texts[title], safe, tuple([Edit(Span(s, e), texts[new]) for s, e, new in edits]))


# What a named tuple does when it is called, without the call.
_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
_finding: Callable[[tuple[Any, ...]], Finding] = partial(tuple.__new__, Finding)

_SEVERITIES = {severity.value: severity for severity in Severity}
