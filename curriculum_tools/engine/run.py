"""Running rules over a guide: from defects to findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.engine.selection import severity
from curriculum_tools.engine.sha256 import sha256_hex
from curriculum_tools.engine.suppressions import Suppression, misspelt_directives, suppressions
from curriculum_tools.facts.encoding import is_utf16
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.content import Section
from curriculum_tools.model.finding import Defect, Finding, FindingTopic
from curriculum_tools.model.guide import FaultKind, Guide
from curriculum_tools.model.surroundings import Surroundings
from curriculum_tools.syntax.spelling import closest

INVALID_ENCODING = "invalid-encoding"
UNUSED_SUPPRESSION = "unused-suppression"

# The text has both sides of a conflict, so these would report what neither side has.
UNSURE_IN_CONFLICT = (
    Group.STRUCTURE,
    Group.NUMBERING,
    Group.FIELDS,
    Group.QUESTIONS,
    Group.ANSWERS,
    Group.TRANSLATIONS,
)
# Where part of a guide was not read, only what is said of the rest by itself is true.
SWALLOWED = "swallowed-headings"
REPEATED = "repeated-part"
SURE_IN_DOUBT = (Group.CHARACTERS, Group.FRONT_MATTER, Group.SUPPRESSIONS)


class GuideFindings(NamedTuple):
    """The findings of one guide, sorted by place, and how many findings comments hide."""

    findings: tuple[Finding, ...]
    suppressed: int


def run_rules(
    guide: Guide,
    rules: Sequence[Rule],
    config: Config,
    surroundings: Surroundings,
    *,
    every_rule: Sequence[Rule] = (),
    against: Guide | None = None,
    project_path: str | None = None,
) -> GuideFindings:
    """Run rules over one guide.

    `every_rule` are all rules there are, so that suppressions of unknown ones are reported.
    `project_path` is the guide's path from the project's folder, so that fingerprints do not
    depend on the current folder.
    """
    facts = Facts(guide, config)
    rules = _applicable([rule for rule in rules if against or not rule.check_against], facts)
    defects = [
        (rule, defect)
        for rule in rules
        for defect in _defects(rule, facts, surroundings, against)
        if not _follows_from_copy(rule, defect, facts)
    ]
    kept, used = _unsuppressed(guide, defects)
    suppressed = len(defects) - len(kept)
    unused = next((rule for rule in rules if rule.id == UNUSED_SUPPRESSION), None)
    if unused:
        running = {name for rule in rules for name in (rule.id, rule.group.value)}
        known = {name for rule in every_rule or rules for name in (rule.id, rule.group.value)}
        kept += [(unused, defect) for defect in _unused(guide, used, running, known)]
    if not _may_be_changed(facts):
        kept = [(rule, defect._replace(fix=None)) for rule, defect in kept]
    findings = _findings(guide, kept, config, project_path or guide.path)
    return GuideFindings(tuple(findings), suppressed)


def _applicable(rules: Sequence[Rule], facts: Facts) -> Sequence[Rule]:
    """Return the rules whose findings are meaningful for a text in its state."""
    if is_utf16(facts.source.text):
        return [rule for rule in rules if rule.id == INVALID_ENCODING]
    if facts.guide.is_doubtful:
        return [rule for rule in rules if rule.group in SURE_IN_DOUBT or rule.id == SWALLOWED]
    if facts.conflicts:
        return [rule for rule in rules if rule.group not in UNSURE_IN_CONFLICT]
    return rules


def _follows_from_copy(rule: Rule, defect: Defect, facts: Facts) -> bool:
    """Tell whether a defect lies in a part that stands in the guide twice, which is reported."""
    if rule.id == REPEATED or rule.group is Group.CHARACTERS:
        return False
    return any(part.copy.covers(defect.span) for part in facts.repeated_parts)


def _may_be_changed(facts: Facts) -> bool:
    """Return whether a text is what its author meant: no open merge, no misread bytes."""
    is_misread = any(fault.kind is FaultKind.ENCODING for fault in facts.guide.faults)
    return not (is_misread or facts.conflicts or facts.guide.is_doubtful)


def _defects(
    rule: Rule, facts: Facts, surroundings: Surroundings, against: Guide | None
) -> Iterable[Defect]:
    if rule.check:
        return rule.check(facts)
    if rule.check_around:
        return rule.check_around(facts, surroundings)
    if rule.check_against and against:
        return rule.check_against(facts, against)
    return ()


def _unsuppressed(
    guide: Guide, defects: list[tuple[Rule, Defect]]
) -> tuple[list[tuple[Rule, Defect]], set[Suppression]]:
    """Return the defects that no comment hides, and the suppressions that hid one."""
    comments = suppressions(guide)
    if not comments:
        return defects, set()
    kept = []
    used = set()
    for rule, defect in defects:
        line = guide.source.line_of(defect.span.start)
        hiding = [comment for comment in comments if comment.hides(rule.id, rule.group, line)]
        used.update(hiding)
        if not hiding:
            kept.append((rule, defect))
    return kept, used


def _unused(
    guide: Guide, used: set[Suppression], running: set[str], known: set[str]
) -> Iterator[Defect]:
    for comment in suppressions(guide):
        if comment in used:
            continue
        if comment.name is None:
            yield Defect(comment.span, "this comment hides no finding", help="remove the comment")
        elif comment.name not in known:
            close = closest(comment.name.lower(), known)
            hint = f"did you mean {close}?" if close else "`curriculum rules` lists them"
            yield Defect(comment.span, f"no rule or group is called {comment.name}", help=hint)
        elif comment.name in running:
            message = f"no {comment.name} finding to hide here"
            yield Defect(comment.span, message, help="remove it from the comment")
    for wrong in misspelt_directives(guide):
        message = f"no directive is called {wrong.name}, so this comment does nothing"
        yield Defect(wrong.span, message, help=f"did you mean {wrong.meant}?")


def _findings(
    guide: Guide, defects: list[tuple[Rule, Defect]], config: Config, project_path: str
) -> Iterator[Finding]:
    position = guide.source.position
    ordered = sorted(
        defects,
        key=lambda pair: (
            position(pair[1].span.start),
            pair[0].id,
            pair[1].span.end,
            pair[1].message,
        ),
    )
    seen: Counter[tuple[str, str]] = Counter()
    topics = _TopicFinder(guide)
    for rule, defect in ordered:
        topic = topics.at(defect.span.start)
        key = defect.key or guide.source.slice(defect.span)
        content = f"{topic.title if topic else ''}\n{key}"
        ordinal = seen[rule.id, content]
        seen[rule.id, content] += 1
        yield Finding(
            rule=rule.id,
            group=rule.group,
            severity=severity(rule, config, defect.severity),
            message=defect.message,
            path=guide.path,
            span=defect.span,
            topic=FindingTopic(topic.number, topic.title) if topic else None,
            related=defect.related,
            fix=defect.fix,
            fingerprint=_fingerprint(rule.id, project_path, content, ordinal),
            cause=defect.cause,
            help=defect.help,
        )


def _fingerprint(rule: str, path: str, content: str, ordinal: int) -> str:
    parts = "\0".join([rule, path, content, str(ordinal)])
    return sha256_hex(parts.encode(errors="surrogatepass"))[:20]


class _TopicFinder:
    """Finds the topic at an offset, for offsets that never decrease."""

    def __init__(self, guide: Guide) -> None:
        self._topics = guide.topics
        self._next = 0

    def at(self, offset: int) -> Section | None:
        topics = self._topics
        while self._next < len(topics) and topics[self._next].span.end <= offset:
            self._next += 1
        if self._next < len(topics) and topics[self._next].span.start <= offset:
            return topics[self._next]
        return None
