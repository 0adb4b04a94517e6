"""Where the boxes and arrows of a prerequisite graph are drawn: column by column."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from curriculum_tools.facts.cycles import Edge, cyclic_components
from curriculum_tools.facts.generations import generations

WIDTH, HEIGHT = 190, 40  # of a box, in user units as all that follows
BETWEEN, BELOW = 60, 12  # from one column to the next, from one box to the next
MARGIN = 8
SWEEPS = 4  # over all columns, until neighbours stand near each other


class Box(NamedTuple):
    """A node, its upper left corner, and whether it is part of a cycle."""

    node: int
    x: int
    y: int
    is_in_cycle: bool


class Arrow(NamedTuple):
    """An arrow from what comes first to what builds on it, as the path of an SVG."""

    path: str
    is_in_cycle: bool


@dataclass(frozen=True, slots=True)
class GraphLayout:
    """A drawing: its size, the boxes and the arrows."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def graph_layout(edges: Collection[Edge]) -> GraphLayout:
    """Return a drawing of a graph; an edge leads from a node to one that it builds on."""
    columns = _arranged(generations(edges), edges)
    circles = cyclic_components(edges)
    circle_of = {node: number for number, nodes in enumerate(circles) for node in nodes}
    rows = max(map(len, columns), default=0)
    boxes = {
        node: Box(
            node,
            MARGIN + column * (WIDTH + BETWEEN),
            MARGIN + row * (HEIGHT + BELOW) + (rows - len(nodes)) * (HEIGHT + BELOW) // 2,
            node in circle_of,
        )
        for column, nodes in enumerate(columns)
        for row, node in enumerate(nodes)
    }
    arrows = tuple(
        _arrow(boxes[target], boxes[start], circle_of) for start, target in dict.fromkeys(edges)
    )
    width = 2 * MARGIN + len(columns) * (WIDTH + BETWEEN)
    height = 2 * MARGIN + rows * (HEIGHT + BELOW) - BELOW
    return GraphLayout(width, height, tuple(boxes.values()), arrows)


def _arranged(columns: Sequence[Sequence[int]], edges: Collection[Edge]) -> Sequence[Sequence[int]]:
    """Return columns whose nodes stand about as high as those they are joined with.

    This is the barycentre heuristic of Sugiyama, Tagawa and Toda (1981).
    """
    joined: Mapping[int, set[int]] = defaultdict(set)
    for start, target in edges:
        joined[start].add(target)
        joined[target].add(start)
    arranged = [list(column) for column in columns]
    places: dict[int, float] = {}
    for sweep in range(SWEEPS):
        for column in arranged if sweep % 2 == 0 else reversed(arranged):
            heights = {
                node: fmean(places.get(other, 0.0) for other in joined[node]) for node in column
            }
            if sweep or column is not arranged[0]:
                column.sort(key=heights.__getitem__)
            middle = (len(column) - 1) / 2
            places.update({node: row - middle for row, node in enumerate(column)})
    return arranged


def _arrow(first: Box, then: Box, circle_of: Mapping[int, int]) -> Arrow:
    """Return an arrow; within a cycle it leads around the right side of the column."""
    ends = first.y + HEIGHT // 2, then.y + HEIGHT // 2
    start = first.x + WIDTH
    is_in_cycle = circle_of.get(first.node, -1) == circle_of.get(then.node, -2)
    if is_in_cycle:
        out = start + BETWEEN // 2
        lower = ends[1] + (HEIGHT // 4 if first is then else 0)
        path = f"M{start} {ends[0]}C{out} {ends[0]} {out} {lower} {start + 4} {lower}"
        return Arrow(path, is_in_cycle)
    middle = (start + then.x) // 2
    path = f"M{start} {ends[0]}C{middle} {ends[0]} {middle} {ends[1]} {then.x - 4} {ends[1]}"
    return Arrow(path, is_in_cycle)
