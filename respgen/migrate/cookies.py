"""`response.set_cookie(...)` -> `set_sid_cookie(response, value)`, and deletions.

Goes in: the call. Comes out: a Move; raises Refused.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.audit.acts import CookieAct
from respgen.migrate.choosing import only
from respgen.migrate.ground import (
    Ground,
    Move,
    Refused,
    called,
    in_order,
    is_acting,
    removed,
    replaced,
    written,
)
from respgen.migrate.meeting import TWICE
from respgen.migrate.orphans import orphans
from respgen.rewrite.edits import Name, Piece
from respgen.sending.catalogue import Preset
from respgen.sending.cookies import (
    Mended,
    argued,
    deletes,
    given,
    has_name,
    same,
)
from respgen.sending.matching import Differs
from respgen.sending.sent import Given
from respgen.source.names import Function
from respgen.source.program.values import Known
from respgen.specs import Read
from respgen.vocabulary.identifiers import cookie_functions


def cookie(ground: Ground, act: CookieAct) -> Move:
    """The call of the one preset that does the same."""
    function = act.event.node.func if isinstance(act.event.node, ast.Call) else None
    if not isinstance(function, ast.Attribute) or function.attr != act.method:
        raise Refused("the method is not called by its name")
    of = act.response.of
    if isinstance(ground.facts.program.method(of, act.method), Function):
        raise Refused(f"the response has a {act.method} of its own")
    if act.rest:
        raise Refused("* or ** may give more than is written here")
    if act.event.node in ground.meeting:
        raise Refused(TWICE)
    preset, mended = _chosen(ground, act)
    made, gone, *_ = cookie_functions(preset.spec.name)
    over = deletes(act.method, given(act))
    receiver = ("", Given(Known(None), function.value))
    arguments = [receiver, *_arguments(act, preset, over)]
    quoted = [each.node for _, each in arguments if each.node is not None]
    name = gone if over else made
    pieces = called(Name(preset.module, name), map(_argument, arguments))
    call = replaced(act.event.node, pieces, [*quoted, *_read(act, preset)])
    unused = orphans(act.body, (act.event.node,), quoted)
    return Move(name, (call, *(removed(each, quoted) for each in unused)), mended)


def _read(act: CookieAct, preset: Preset) -> Iterator[ast.expr]:
    """The calls of functions that the preset calls by itself."""
    for name, origin in preset.spec.origins.items():
        node = act.node(name)
        if isinstance(origin, Read) and isinstance(node, ast.Call):
            yield node


def _arguments(act: CookieAct, preset: Preset, over: bool) -> list[tuple[str, Given]]:
    """Those behind the response, in the order in which they are evaluated; the value alone has no name."""
    values = given(act)
    wanted = [*argued(values, preset.spec, over=over)]
    named = in_order((word, Given(values[n], act.node(n))) for word, n in wanted)
    if over:
        return named
    value = Given(values["value"], act.node("value"))
    every = in_order([("value", value), *named])
    before = every[: every.index(("value", value))]
    if is_acting(value.node) and any(is_acting(each.node) for _, each in before):
        return every
    return [("", value), *named]


def _argument(argument: tuple[str, Given]) -> list[Piece]:
    name, value = argument
    piece = written(value, name or "value")
    return [f"{name}=", piece] if name else [piece]


def _chosen(ground: Ground, act: CookieAct) -> tuple[Preset, str]:
    """The preset, and what it mends."""
    found, mended, reasons = [], [], []
    for preset in _named(ground, act):
        try:
            same(act, preset.spec, ground.facts, ground.read)
        except Mended as mends:
            mended.append((preset, str(mends)))
            reasons.append(f"{preset.spec.name}: {mends}")
        except Differs as differs:
            reasons.append(f"{preset.spec.name}: {differs}")
        else:
            found.append(preset)
    if found:
        least = min(_words(act, each) for each in found)
        best = [each for each in found if _words(act, each) == least]
        return only(ground, best), ""
    if len(mended) == len(reasons) == 1:
        if ground.unsafe:
            return mended[0]
        raise Refused(f"{reasons[0]} (--unsafe mends it)")
    raise Refused("; ".join(reasons) or "no preset of the catalogue has its name")


def _words(act: CookieAct, preset: Preset) -> int:
    """How many keywords its function is given."""
    values = given(act)
    over = deletes(act.method, values)
    return len([*argued(values, preset.spec, over=over)])


def _named(ground: Ground, act: CookieAct) -> Iterator[Preset]:
    key = given(act).get("key")
    for preset in ground.catalogue.presets:
        if has_name(key, preset.spec, ground.read):
            yield preset
