"""The fields of a mapping of headers.

Goes in: a mapping. Come out: the fields that are known, and what it has beside them; Unclear where nobody knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from respgen.sending.sent import Given, Unclear
from respgen.source.program.values import Known, Pairs, Value, choices, text


def fields_of(
    headers: Given,
) -> tuple[dict[str, Given], Given | None, Mapping[str, str]]:
    """The fields that are known, the mapping that may have more, and how it may spell these. Raises Unclear."""
    value = headers.value
    if value == Known(None):
        return {}, None, {}
    if not isinstance(value, Pairs):
        return {}, headers, {}
    nodes = within(headers.node)
    found = {
        name.lower(): Given(each.value, each.node if each.node in nodes else None)
        for name, each in entries(value)
    }
    if len(found) < len({str(text(each.key)) for each in value.items}):
        raise Unclear("a field has two names that differ by case alone")
    parts = [each for each in value.merged if not _is_empty(each)]
    rest = [each for each in parts if not isinstance(each, Pairs)]
    if (
        not all(isinstance(each.key, Known) for each in value.items)
        or (value.is_open and not value.others)
        or any(isinstance(each, Pairs) and each.is_open for each in parts)
        or len(rest) > 1
    ):
        raise Unclear("its headers are not known")
    if not rest:
        return found, None, {}
    if "content-type" in found:
        raise Unclear("its Content-Type may be another one")
    behind = parts[parts.index(rest[0]) :]
    replacing = {
        e.key for part in behind if isinstance(part, Pairs) for e in part.items
    }
    spelt = {
        str(text(e.key)): "" if e.key in replacing else str(text(e.key))
        for e in value.items
    }
    return found, _mapping(rest[0]), {name.lower(): n for name, n in spelt.items()}


def _mapping(value: Value) -> Given:
    """`headers or {}` is the headers. Raises Unclear for several."""
    found = [each for each in choices(value) if not _is_empty(each)]
    if len(found) > 1:
        raise Unclear("its headers are not known")
    return Given(found[0])


def _is_empty(value: Value) -> bool:
    """Whether it brings nothing to a mapping: `None or {}`."""
    return all(each in (Known(None), Pairs(())) for each in choices(value))


def within(node: ast.AST | None) -> frozenset[ast.AST | None]:
    """The parts of an expression."""
    return frozenset(ast.walk(node)) if node else frozenset()


def entries(mapping: Pairs) -> Iterator[tuple[str, Given]]:
    """The entries of a mapping whose keys are known; of equal keys the last."""
    nodes = dict(_written(mapping.node))
    found: dict[str, Given] = {}
    for pair in mapping.items:
        key = str(pair.key.value) if isinstance(pair.key, Known) else ""
        found[key] = Given(pair.value, nodes.get(pair.node))
    yield from found.items()


def _written(node: ast.AST | None) -> Iterator[tuple[ast.AST, ast.expr]]:
    """Where the value of each key stands."""
    match node:
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if key is not None:
                    yield key, value
                else:
                    yield from _written(value)
        case ast.Call(keywords=keywords):
            for each in keywords:
                yield each.value, each.value
