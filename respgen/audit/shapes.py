"""Responses that are alike (R916): made by hand, and each time the same.

Goes in: what code does. Come out: notes where a shape stands for the first time, and how many there
are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.audit.acts import AnyAct, Construction
from respgen.audit.findings import Found
from respgen.audit.places import Finder
from respgen.rules import r9
from respgen.source.names import Class
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import RESPONSE, lineage
from respgen.source.program.values import Known, Pairs, Value

_MANY = 3
_BODIES = ("content", "detail")


@dataclass(frozen=True, slots=True)
class Shape:
    """What is alike: fields and keys are sorted; None where nobody knows them."""

    of: Class | str
    status: Value | None
    fields: tuple[str, ...] | None
    media_type: Value | None
    keys: tuple[str, ...] | None


def shapes(
    facts: Facts, done: tuple[AnyAct, ...]
) -> Iterator[tuple[Shape, tuple[Construction, ...]]]:
    """Each shape that a class could be declared for, and its places."""
    found: dict[Shape, dict[ast.AST, Construction]] = {}
    for act in done:
        if isinstance(act, Construction):
            found.setdefault(_shape(act), {}).setdefault(act.event.node, act)
    for shape, places in found.items():
        if any(_tells(shape, act) for act in places.values()):
            yield shape, tuple(places.values())


def _tells(shape: Shape, act: Construction) -> bool:
    """Whether there is more to it than a class, or an exception with a status."""
    if shape.fields or shape.keys or shape.media_type is not None:
        return True
    return act.says("status_code") and RESPONSE in lineage(act.root)


def repeated(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """A note for each shape in three places or more."""
    finder = Finder(facts)
    for shape, places in facts.once(shapes, done):
        if len(places) >= _MANY:
            first, *others = sorted(places, key=_place)
            name = shape.of.node.name if isinstance(shape.of, Class) else shape.of
            message = f"{name.rpartition('.')[2]} of this shape is made in {len(places)} places"
            yield finder.found(
                r9.SHAPE,
                first.place,
                message,
                "declare a class for it",
                *((each.place, "here, too") for each in others),
            )


def _place(act: Construction) -> tuple[str, int, int]:
    node = act.event.node
    return act.body.unit.file, node.lineno, node.col_offset


def _shape(act: Construction) -> Shape:
    headers = act.given.get("headers")
    fields: tuple[str, ...] | None = ()
    if isinstance(headers, Pairs):
        found = headers.keys()
        fields = None if found is None else tuple(sorted(key.lower() for key in found))
    elif headers is not None and headers != Known(None):
        fields = None
    body = next((act.given[name] for name in _BODIES if name in act.given), None)
    keys = body.keys() if isinstance(body, Pairs) else None
    return Shape(
        act.of,
        act.status,
        fields,
        act.given.get("media_type"),
        None if keys is None else tuple(sorted(keys)),
    )
