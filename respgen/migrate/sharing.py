"""Mappings that a call is given, and that somebody else may change before it.

Goes in: a call. Comes out: nothing; raises Refused where what is known of a mapping may not be all of it: where it has another name,
is handed to somebody, or is changed by a function that nobody followed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from respgen.audit.acts import Construction
from respgen.migrate.ground import Ground, Refused
from respgen.migrate.orphans import reads_names
from respgen.migrate.references import around
from respgen.source.program.events import Body
from respgen.source.program.values import Items, Pairs, Value, choices

_GIVEN = ("headers", "content", "detail")
_READING = frozenset({"copy", "get", "items", "keys", "values"})
_FOLLOWED = frozenset({"update"})
"""What is done to a mapping, and known where it reaches the call."""
_CHANGING = r"\s*(?:\[[^\]\n]*\]\s*=(?!=)|\.(?:update|setdefault|pop|popitem|clear|append|extend)\(|\|=)"


def check_shared(ground: Ground, act: Construction) -> None:
    """Raises Refused, as above."""
    for word in _GIVEN:
        value, node = act.given.get(word), act.node(word)
        if value is not None and node is not None:
            for name in dict.fromkeys(_names(value, node)):
                _check(ground, act, name)


def _names(value: Value, node: ast.expr) -> Iterator[str]:
    """The names of mappings and lists whose parts are known in a value."""
    if not any(isinstance(each, Pairs | Items) for each in choices(value)):
        return
    match node:
        case ast.Name(id=name):
            yield name
        case ast.Dict(keys=keys, values=values):
            known = {e.node: e.value for e in getattr(value, "items", ())}
            for key, inner in zip(keys, values, strict=True):
                if key is None:
                    yield from _all(inner)
                elif key in known:
                    yield from _names(known[key], inner)
        case ast.List(elts=parts) | ast.Tuple(elts=parts) if isinstance(value, Items):
            for each, part in zip(value.values, parts, strict=False):
                yield from _names(each, part)
        case _:
            yield from _all(node)


def _all(node: ast.expr) -> Iterator[str]:
    return (each.id for each in ast.walk(node) if isinstance(each, ast.Name))


def _check(ground: Ground, act: Construction, name: str) -> None:
    if _is_local(act.body, name):
        call = act.event.node
        reads = reads_names(act.body.node)
        for above, node in _named(act.body.node, name):
            if reads or not _is_seen(above, node, call):
                raise Refused(f"somebody else may change {name} before")
    elif _is_changed(ground, name):
        raise Refused(f"a function changes {name}")


def _is_local(body: Body, name: str) -> bool:
    return body.function is not None and any(
        isinstance(node.ctx, ast.Store) for _, node in _named(body.node, name)
    )


def _named(node: ast.AST, name: str) -> Iterator[tuple[tuple[ast.AST, ...], ast.Name]]:
    """Each place of a name, with the nodes around it, the nearest first."""
    for above, each in around(node):
        if isinstance(each, ast.Name) and each.id == name:
            yield above, each


def _is_seen(above: tuple[ast.AST, ...], node: ast.Name, call: ast.AST) -> bool:
    """Whether a place of the name does nothing that is not known where the call is made."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    if sum(isinstance(each, functions) for each in above) > 1:
        return False
    if call in above or isinstance(node.ctx, ast.Store):
        return True
    match above[:2]:
        case ast.Subscript(value=base, ctx=ctx), _ if base is node:
            return not isinstance(ctx, ast.Del)
        case ast.Attribute(attr=attr), ast.Call():
            return attr in _READING or attr in _FOLLOWED
        case ast.Return(), _:
            return True  # the end of another way
        case (ast.If() | ast.Compare() | ast.BoolOp() | ast.UnaryOp()), _:
            return True
    return False


def _is_changed(ground: Ground, name: str) -> bool:
    """Whether any line of the program changes what has the name; one too many only leaves a call."""
    if name not in ground.changed:
        pattern = re.compile(rf"^\s+.*\b{re.escape(name)}{_CHANGING}")
        facts = ground.facts
        files = {each.unit.file for each in facts.calls.pieces if name in each.words}
        ground.changed[name] = any(
            pattern.match(line)
            for file in files
            for line in facts.lines(file)
            if name in line
        )
    return ground.changed[name]
