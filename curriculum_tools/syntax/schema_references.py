"""What the references of a JSON Schema lead to: nowhere, or round in a circle."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from referencing._core import Resolver

_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
#: Keywords whose schemas look at the same value as the schema they stand in.
_SAME_VALUE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas")

Node = Mapping[str, Any]


def reference_fault(schema: Node) -> str | None:
    """Return what is wrong with the references of a schema; None where they are all right.

    Each must lead into the schema itself: nothing is read or fetched for one. A circle of schemas
    that look at the same value never comes to an end; a tree of them, over parts of it, does.
    """
    from referencing import Registry, Specification
    from referencing.exceptions import NoSuchResource, Unresolvable
    from referencing.jsonschema import DRAFT202012, specification_with

    dialect: Specification[Any] = specification_with(
        schema.get("$schema") or DRAFT202012.name, default=DRAFT202012
    )
    try:
        resource = dialect.create_resource(schema)
        root = Registry().resolver_with_root(resource)
        edges: dict[int, list[Node]] = {}
        for node, resolver in _nodes(schema, root, dialect):
            edges[id(node)] = [*_beside(node), *_led_to(node, resolver, schema)]
    except (Unresolvable, NoSuchResource) as error:
        return f"it refers to {error.ref}, which is not in it: copy it into `$defs`"
    except (ValueError, TypeError, AttributeError) as error:  # no address, or one amid no schema
        return f"it has a reference that leads nowhere: {error}"
    except RecursionError:
        return "nested too deep"
    return "its references go round in a circle" if _has_circle(edges) else None


def _nodes(node: Any, resolver: "Resolver[Any]", dialect: Any) -> "Iterator[tuple[Node, Any]]":
    """Yield a schema and all in it, each with what its references start from."""
    if not isinstance(node, dict):
        return
    yield node, resolver
    for inner in dialect.create_resource(node).subresources():
        yield from _nodes(inner.contents, resolver.in_subresource(inner), dialect)


def _beside(node: Node) -> Iterator[Node]:
    for keyword in _SAME_VALUE:
        inner = node.get(keyword, ())
        if keyword == "dependentSchemas" and isinstance(inner, dict):
            inner = list(inner.values())
        yield from (each for each in [inner, *inner] if isinstance(each, dict)) if inner else ()


def _led_to(node: Node, resolver: Any, root: Node) -> Iterator[Node]:
    for keyword in _REFERENCES:
        if keyword in node:
            led_to = root if keyword == "$recursiveRef" else resolver.lookup(node[keyword]).contents
            if isinstance(led_to, dict):
                yield led_to


def _has_circle(edges: Mapping[int, list[Node]]) -> bool:
    """Tell whether a way leads from a schema back to it."""
    graph = {start: [id(node) for node in led_to] for start, led_to in edges.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return False
