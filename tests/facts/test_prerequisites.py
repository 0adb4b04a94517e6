"""What the names of prerequisites mean, and cycles among them."""

import random

import pytest

from curriculum_tools.facts.cycles import cyclic_components, shortest_cycle
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import Guide
from tests.linting import guide, lint

TITLES = ["Tables", "Indexes, Keys and Order", "`SELECT` and *joins*", "Locks", "Locks", "C++"]


def asking(names: str) -> Guide:
    """Give a guide whose last topic, 1.7, has these prerequisites."""
    topics = "".join(
        f"### 1.{i} {title}\n- **Description**: X.\n\n" for i, title in enumerate(TITLES, 1)
    )
    return guide(f"# G\n\n## 1. Storage\n\n{topics}### 1.7 Views\n- **Prerequisites**: {names}\n")


def resolved(names: str) -> list[tuple[str, tuple[int, ...] | None]]:
    facts = Facts(asking(names), Config())
    return [(p.name.text, p.targets if p.is_known else None) for p in facts.prerequisites]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("1.1", [("1.1", (0,))]),
        ("1.1, 1.3", [("1.1", (0,)), ("1.3", (2,))]),
        ("Topic 1.1", [("Topic 1.1", (0,))]),
        ("1.1 Tables", [("1.1 Tables", (0,))]),
        ("1.1: tables.", [("1.1: tables", (0,))]),
        ("1.1 (the basics)", [("1.1 (the basics)", (0,))]),
        ("TABLES", [("TABLES", (0,))]),
        ("Indexes, Keys and Order, 1.1", [("Indexes, Keys and Order", (1,)), ("1.1", (0,))]),
        ("1.2 Indexes, keys and order", [("1.2 Indexes, keys and order", (1,))]),
        ("Select and joins", [("Select and joins", (2,))]),
        ("**Tables**", [("**Tables**", (0,))]),
        ("[1.1](#11-tables)", [("[1.1](#11-tables)", (0,))]),
        ("[these](#11-tables)", [("[these](#11-tables)", (0,))]),
        ("[Tables](#gone)", [("[Tables](#gone)", (0,))]),
        ("[gone](#gone)", [("[gone](#gone)", ())]),
        ("[other](other.md)", [("[other](other.md)", ())]),
        ("1.1 and 1.3", [("1.1", (0,)), ("1.3", (2,))]),
        ("1.1 and nothing", [("1.1", (0,)), ("nothing", None)]),
        ("1.1–1.3", [("1.1–1.3", (0, 1, 2))]),
        ("Locks", [("Locks", ())]),
        ("1.5 Locks", [("1.5 Locks", (4,))]),
        ("Chapter 1, Storage", [("Chapter 1", ()), ("Storage", ())]),
        ("C++", [("C++", (5,))]),
        ("C", [("C", None)]),
        ("1.9", [("1.9", None)]),
        ("Chapter 9", [("Chapter 9", None)]),
        ("1.3 Tables", [("1.3 Tables", None)]),
        ("none", []),
    ],
)
def test_names(names: str, expected: list[tuple[str, tuple[int, ...] | None]]) -> None:
    assert resolved(names) == expected


def test_a_joined_name_spans_all_of_it() -> None:
    parsed = asking("1.1, Indexes, Keys and Order")
    spans = [p.name.span for p in Facts(parsed, Config()).prerequisites]
    assert [parsed.source.slice(span) for span in spans] == ["1.1", "Indexes, Keys and Order"]


def test_a_guide_without_prerequisites_or_topics() -> None:
    assert Facts(guide(""), Config()).prerequisites == ()
    assert Facts(guide("- **Prerequisites**: 1.1\n"), Config()).prerequisites == ()


def test_components() -> None:
    edges = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 3), (4, 5), (5, 6), (7, 8), (8, 7)]
    assert [*map(set, cyclic_components(edges))] == [{0, 1, 2}, {3}, {7, 8}]
    assert cyclic_components([(0, 1), (1, 2), (0, 2)]) == ()


def test_components_are_the_nodes_that_reach_each_other() -> None:
    draw = random.Random(7)
    for _ in range(50):
        graph = {n: tuple(draw.sample(range(12), draw.randrange(3))) for n in range(12)}
        reach = {n: reached(graph, n) for n in graph}
        expected = {frozenset(m for m in reach[n] if n in reach[m]) for n in graph if n in reach[n]}
        edges = [(node, follower) for node in graph for follower in graph[node]]
        assert set(cyclic_components(edges)) == expected
        for component in expected:
            assert len(shortest_cycle(edges, min(component))) == girth(graph, min(component))


def reached(graph: dict[int, tuple[int, ...]], start: int) -> set[int]:
    found: set[int] = set()
    waiting = list(graph[start])
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += graph[node]
    return found


def girth(graph: dict[int, tuple[int, ...]], start: int) -> int:
    """Return how many steps lead from a node back to itself at least."""
    steps, level = 0, {start}
    while start not in level or not steps:
        level = {follower for node in level for follower in graph[node]}
        steps += 1
    return steps


def test_the_shortest_cycle_begins_with_its_node() -> None:
    assert shortest_cycle([(0, 1), (0, 2), (1, 2), (2, 3), (3, 0)], 0) == (0, 2, 3)
    assert shortest_cycle([(0, 0), (0, 1), (1, 0)], 0) == (0,)
    assert shortest_cycle([(0, 2), (0, 1), (1, 3), (2, 3), (3, 0)], 0) == (0, 2, 3)
    with pytest.raises(ValueError, match="empty"):
        shortest_cycle([(0, 1)], 0)


def test_long_chains_end() -> None:
    count = 10_000
    edges = [(node, (node + 1) % count) for node in range(count)]
    assert len(cyclic_components(edges)[0]) == len(shortest_cycle(edges, 0)) == count


@pytest.mark.slow
def test_a_long_chain_of_topics_is_one_finding() -> None:
    count = 2_000
    topics = [
        f"### 1.{i} T{i}\n- **Prerequisites**: 1.{i % count + 1}\n\n" for i in range(1, count + 1)
    ]
    found = lint("# G\n\n## 1. C\n\n" + "".join(topics))
    cycles = [finding for finding in found if finding.group == "prerequisites"]
    assert [finding.rule for finding in cycles] == ["prerequisite-cycle"]
    assert len(cycles[0].related) == count - 1
