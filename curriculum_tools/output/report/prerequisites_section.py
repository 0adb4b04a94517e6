"""The section `prerequisites`: which topics build on which, drawn and as a list."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.facts.cycles import Edge, cyclic_components
from curriculum_tools.facts.prerequisites import graph_of, topic_name
from curriculum_tools.output.counted import counted
from curriculum_tools.output.report.gathered import Gathered, PrerequisiteGraph
from curriculum_tools.output.report.graph_layout import Arrow, graph_layout
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited

MOST_DRAWN = 150  # topics; more cannot be followed with the eye
MOST_LISTED = 500
LINE = 25  # code points of a line in a box, which has two


class TopicBox(NamedTuple):
    """A topic as it is drawn: where, and its name in up to two lines."""

    x: int
    y: int
    is_in_cycle: bool
    lines: tuple[str, ...]


class BuildsOn(NamedTuple):
    """A topic, what it builds on, and the names that are those of no topic."""

    topic: str
    known: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrerequisitesOfGuide:
    """A guide's graph; it has no boxes where it is too large to be drawn."""

    name: str
    sentence: str
    width: int
    height: int
    boxes: tuple[TopicBox, ...]
    arrows: tuple[Arrow, ...]
    cycles: tuple[str, ...]
    topics: tuple[BuildsOn, ...]
    left_out: LeftOut | None


def prerequisites_section(gathered: Gathered) -> ReportSection | None:
    """Return the section; None where no topic builds on another."""
    if not gathered.prerequisites:
        return None
    parts = tuple(map(_of_guide, gathered.prerequisites))
    lead = "An arrow leads from a topic to those that build on it."
    return ReportSection("prerequisites", "Prerequisites", lead, parts)


def _of_guide(graph: PrerequisiteGraph) -> PrerequisitesOfGuide:
    edges = tuple(dict.fromkeys(graph_of(graph.prerequisites)))
    nodes = {node for edge in edges for node in edge}
    topics = graph.guide.topics
    builds_on = tuple(_builds_on(graph))
    shown, left_out = limited(builds_on, MOST_LISTED, f"curriculum parse {graph.name}")
    sentence = (
        f"{counted(len(builds_on), 'topic builds', 'topics build')} on others, "
        f"{counted(len(edges), 'arrow')} in all."
    )
    if len(nodes) > MOST_DRAWN:
        sentence += f" {len(nodes):,} topics are too many to be drawn."
    layout = graph_layout(edges if len(nodes) <= MOST_DRAWN else ())
    return PrerequisitesOfGuide(
        graph.name,
        sentence,
        layout.width,
        layout.height,
        tuple(
            TopicBox(box.x, box.y, box.is_in_cycle, _lines(topic_name(topics[box.node])))
            for box in layout.boxes
        ),
        layout.arrows,
        tuple(_cycles(graph, edges)),
        shown,
        left_out,
    )


def _builds_on(graph: PrerequisiteGraph) -> Iterator[BuildsOn]:
    topics = graph.guide.topics
    for place in dict.fromkeys(each.topic for each in graph.prerequisites):
        own = [each for each in graph.prerequisites if each.topic == place]
        known = (topic_name(topics[target]) for each in own for target in each.targets)
        elsewhere = (each.name.text for each in own if each.is_known and not each.targets)
        unknown = (each.name.text for each in own if not each.is_known)
        yield BuildsOn(topic_name(topics[place]), (*known, *elsewhere), tuple(unknown))


def _cycles(graph: PrerequisiteGraph, edges: tuple[Edge, ...]) -> Iterator[str]:
    for nodes in cyclic_components(edges):
        yield ", ".join(topic_name(graph.guide.topics[node]) for node in sorted(nodes))


def _lines(name: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(name, LINE, max_lines=2, placeholder="…")) or ("(no title)",)
