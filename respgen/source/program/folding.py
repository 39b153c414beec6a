"""Texts, numbers and mappings of known parts.

Goes in: values. Comes out: the value of them together.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from respgen.source.program.values import (
    Arguments,
    Called,
    How,
    Instance,
    Joined,
    Known,
    Named,
    Pair,
    Pairs,
    Parameter,
    Unknown,
    Value,
    choices,
    either,
)

DURATION = "datetime.timedelta"


def is_text(value: Value) -> bool:
    return isinstance(value, Joined) or (
        isinstance(value, Known) and isinstance(value.value, str)
    )


def joined(parts: list[Value]) -> Value:
    """The parts one behind another, known neighbours as one."""
    found: list[Value] = []
    for each in parts:
        for part in each.parts if isinstance(each, Joined) else (each,):
            last = found[-1] if found else None
            if is_text(part) and isinstance(part, Known) and isinstance(last, Known):
                found[-1] = Known(str(last.value) + str(part.value))
            else:
                found.append(part)
    if not found:
        return Known("")
    return found[0] if len(found) == 1 and is_text(found[0]) else Joined(tuple(found))


def filled(form: str, given: tuple[Value, ...]) -> Value:
    """`'%s' % x`; other places than these are left as one unknown part."""
    texts = form.split("%s")
    if len(texts) != len(given) + 1 or "%" in form.replace("%s", "").replace("%%", ""):
        return Joined((Known(form), *given))
    parts: list[Value] = [Known(texts[0])]
    for value, follows in zip(given, texts[1:], strict=True):
        parts += [value, Known(follows)]
    return joined([each for each in parts if each != Known("")])


def calculated(node: ast.BinOp, left: Value, right: Value) -> Value | None:
    """What is known of numbers and of times that are calculated with."""
    known = arithmetic(node.op, left, right) or lasting(node, left, right)
    return known or counted(node.op, left, right)


def arithmetic(op: ast.operator, left: Value, right: Value) -> Value | None:
    """`60 * 60 * 24`."""
    if not (isinstance(left, Known) and isinstance(right, Known)):
        return None
    a, b = left.value, right.value
    if not (type(a) is int and type(b) is int) or max(abs(a), abs(b)) > 1 << 48:
        return None
    match op:
        case ast.Add():
            return Known(a + b)
        case ast.Sub():
            return Known(a - b)
        case ast.Mult():
            return Known(a * b)
        case ast.FloorDiv() if b:
            return Known(a // b)
    return None


_NUMBERS = frozenset(f"builtins.{name}" for name in ("int", "float", "bool", "len"))
_WORDS = {
    ast.Add: "operator.add",
    ast.Sub: "operator.sub",
    ast.Mult: "operator.mul",
    ast.Div: "operator.truediv",
    ast.FloorDiv: "operator.floordiv",
    ast.Mod: "operator.mod",
}
ARITHMETIC = frozenset(_WORDS.values())
"""What a calculation with numbers is called."""


def counted(op: ast.operator, left: Value, right: Value) -> Value | None:
    """`n + 1`: a number, where both sides surely are numbers."""
    word = _WORDS.get(type(op))
    if word is None or not (_is_number(left) and _is_number(right)):
        return None
    return Called(Named(word), Arguments((left, right)))


def _is_number(value: Value) -> bool:
    match value:
        case Known(int() | float()):
            return True
        case Called(Named(str(path))):
            return path in _NUMBERS or path in ARITHMETIC
        case Parameter(annotation=Named(str(path))):
            return path in _NUMBERS
    return False


def merge(parts: list[Value], node: ast.AST | None = None) -> Pairs:
    """Mappings one over another; `node` makes the object."""
    items: dict[Value, Pair] = {}
    is_open = False
    merged: list[Value] = []
    for part in parts:
        if not isinstance(part, Pairs):
            is_open = True
            merged.append(part)
            continue
        is_open = is_open or part.is_open
        merged += part.merged or (part,)
        for pair in part.items:
            items[pair.key] = pair  # a key keeps its place
    is_known = all(isinstance(each, Pairs) for each in merged)
    return Pairs(tuple(items.values()), is_open, node, () if is_known else (*merged,))


def mapping(given: Arguments, node: ast.AST) -> Pairs:
    """`dict(...)`."""
    return merge(
        [*given.places, _named(given, node), Pairs((), is_open=given.rest)], node
    )


def _named(given: Arguments, node: ast.AST) -> Pairs:
    """What arguments with names bring."""
    pairs = (Pair(Known(k), v, given.nodes.get(k, node)) for k, v in given.names)
    return Pairs(tuple(pairs))


def updated(now: Pairs, word: str, given: Arguments, node: ast.AST) -> Pairs | None:
    """A mapping behind `.update(...)` or `.setdefault(...)`; None for any other method."""
    match word, given.places:
        case "update", parts:
            whole = merge([now, *parts, _named(given, node)])
        case "setdefault", (key, value) if now.node is not None:
            whole = merge([Pairs((Pair(key, value, given.nodes[0]),)), now])
        case _:
            return None
    return replace(whole, node=now.node)


def brought(value: Value, node: ast.AST) -> tuple[dict[str, Value], bool]:
    """The names that `**` brings, and whether there may be more.

    Of mappings by the way that was taken, what only some have may also be `Unknown(node)`.
    """
    found: dict[str, Value] = {}
    is_open = False
    ways = [*choices(value)]
    for each in ways:
        if not isinstance(each, Pairs):
            is_open = True
            continue
        is_open = is_open or each.keys() is None
        for pair in each.items:
            if isinstance(pair.key, Known):
                name = str(pair.key.value)
                known = [e.get(name) for e in ways if isinstance(e, Pairs)]
                given = [one for one in known if one is not None]
                in_all = len(given) == len(ways)
                found[name] = either(*given, *(() if in_all else (Unknown(node),)))
    return found, is_open


def is_duration(value: Value) -> bool:
    """Whether it is a timedelta."""
    match value:
        case Called(Named(path)) | Instance(of=path):
            return path == DURATION
    return False


def lasting(node: ast.BinOp, left: Value, right: Value) -> Value | None:
    """`timedelta(days=1) * 2`: where a timedelta comes out again."""
    are = is_duration(left), is_duration(right)
    match node.op:
        case ast.Add() | ast.Sub():
            lasts = all(are)
        case ast.Mult():
            lasts = any(are)
        case ast.Div() | ast.FloorDiv():
            lasts = are[0] and isinstance(right, Known)
        case _:
            lasts = False
    return Instance(DURATION, How.BUILT, node) if lasts else None
