"""A tree without its malformed parts: what goes on to be judged after they were reported."""

from __future__ import annotations

from collections.abc import Set

from respgen.diagnostics import Span
from respgen.load.tree import Entry, Mapping, Node, Sequence
from respgen.schema.places import Path


def pruned(root: Mapping, doomed: Set[Path]) -> Mapping:
    """Leave out what stands at the doomed paths."""
    return Mapping((), root.span) if () in doomed else _mapping(root, (), doomed)


def _mapping(node: Mapping, path: Path, doomed: Set[Path]) -> Mapping:
    entries = (
        Entry(entry.key, entry.key_span, _node(entry.value, (*path, entry.key), doomed))
        for entry in node
        if (*path, entry.key) not in doomed
    )
    return Mapping(tuple(entries), node.span)


def _node(node: Node, path: Path, doomed: Set[Path]) -> Node:
    if isinstance(node, Mapping):
        return _mapping(node, path, doomed)
    if isinstance(node, Sequence):
        items = (
            _node(item, (*path, index), doomed)
            for index, item in enumerate(node.items)
            if (*path, index) not in doomed
        )
        return Sequence(tuple(items), node.span)
    return node


def holders(root: Mapping, doomed: Set[Path]) -> set[Span]:
    """The places of the mappings and lists that doomed paths lead into."""
    return {_at(root, path[:-1]).span for path in doomed if path}


def _at(root: Mapping, path: Path) -> Node:
    node: Node = root
    for step in path:
        if isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
        elif isinstance(node, Mapping) and isinstance(step, str):
            entry = node.entry(step)
            node = entry.value if entry else node
    return node
