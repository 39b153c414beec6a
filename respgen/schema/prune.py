"""A tree without its malformed parts: what goes on to be checked after its shape was reported."""

from __future__ import annotations

from collections.abc import Set

from respgen.diagnostics import Span
from respgen.load.tree import Entry, Mapping, Node, Scalar, Sequence
from respgen.schema.places import Path


def pruned(root: Mapping, doomed: Set[Path], broken: set[Span]) -> Mapping:
    """Leave out what stands at the doomed paths.

    A header is not left out but stood in for by a parameter, since leaving it out would make other
    rules miss it; the place of its name goes into `broken`.
    """
    if () in doomed:
        return Mapping((), root.span)
    headers = {path[:depth] for path in doomed if (depth := _header_depth(path))}
    return _mapping(root, (), doomed, headers, broken)


def _header_depth(path: Path) -> int:
    """How many steps lead to the header that a path is in or at; 0 where it is in none."""
    if len(path) >= 3 and path[0] == "headers":
        return 3
    in_response = len(path) >= 4 and (path[0], path[2]) == ("responses", "headers")
    return 4 if in_response and path[3] != "use" else 0


def _mapping(
    node: Mapping, path: Path, doomed: Set[Path], headers: Set[Path], broken: set[Span]
) -> Mapping:
    entries = []
    for entry in node:
        below = (*path, entry.key)
        if below in headers:
            broken.add(entry.key_span)
            entries.append(
                Entry(entry.key, entry.key_span, _stand_in(entry.value.span))
            )
        elif below not in doomed:
            value = _node(entry.value, below, doomed, headers, broken)
            entries.append(Entry(entry.key, entry.key_span, value))
    return Mapping(tuple(entries), node.span)


def _node(
    node: Node, path: Path, doomed: Set[Path], headers: Set[Path], broken: set[Span]
) -> Node:
    if isinstance(node, Mapping):
        return _mapping(node, path, doomed, headers, broken)
    if isinstance(node, Sequence):
        below = [(*path, index) for index in range(len(node.items))]
        items = [
            _node(item, step, doomed, headers, broken)
            for step, item in zip(below, node.items, strict=True)
            if step not in doomed
        ]
        return Sequence(tuple(items), node.span)
    return node


def _stand_in(span: Span) -> Mapping:
    """A required parameter: it satisfies every rule that wants the field."""
    words: tuple[tuple[str, str | bool], ...] = (("type", "str"), ("required", True))
    return Mapping(
        tuple(Entry(key, span, Scalar(word, span)) for key, word in words), span
    )
