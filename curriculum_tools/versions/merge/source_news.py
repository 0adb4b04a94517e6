"""What versions say that they did not say when they were merged last."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from curriculum_tools.versions.observations.placed import Json, placed_observations
from curriculum_tools.versions.version import Version, Versions

#: How a guide is written says nothing new.
_SILENT = frozenset({"page"})


@dataclass(frozen=True, slots=True)
class SourceNews:
    """What is new in a version, and what is gone from it: counts by the kinds of observations.

    Something in other words is new, and not gone. `texts` are those of what is new. A version that
    was not merged before `is_added`.
    """

    source: str
    new: Mapping[str, int] = field(default_factory=dict)
    gone: Mapping[str, int] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()
    is_added: bool = False


def source_news(before: Versions, now: Versions) -> tuple[SourceNews, ...]:
    """Return the news of versions, in their order; versions without any are left out."""
    return tuple(_news(before, now))


def _news(before: Versions, now: Versions) -> Iterator[SourceNews]:
    known = {version.name: _said(version) for version in before.items}
    for version in now.items:
        said = _said(version)
        if version.name not in known:
            yield SourceNews(version.name, _counts(said), is_added=True)
            continue
        old = known[version.name]
        new, gone = _counts(said - old), _counts(old - said)
        texts = frozenset(map(_text, said - old))
        gone = {kind: left for kind, n in gone.items() if (left := n - new.get(kind, 0)) > 0}
        if new or gone:
            yield SourceNews(version.name, new, gone, texts)


def _said(version: Version) -> Counter[tuple[str, str]]:
    """Count what a version says, wherever it says it: each thing with its kind."""
    return Counter(
        (said["kind"], _content(said))
        for said, _ in placed_observations(version)
        if said["kind"] not in _SILENT
    )


def _content(said: Json) -> str:
    """Return what is said, without the topic and the chapter that it is said of."""
    place = {"topic", "chapter"} - {said["kind"]}
    content = {name: value for name, value in said.items() if name not in place}
    return json.dumps(content, sort_keys=True)


def _text(said: tuple[str, str]) -> str:
    """Return the text of something said: its words, its path, or its title."""
    kind, content = said
    values = json.loads(content)
    return str(next((values[name] for name in ("text", "path", kind) if values.get(name)), ""))


def _counts(said: Counter[tuple[str, str]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for (kind, _), count in said.items():
        counts[kind] += count
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
