"""Responses that are alike (R916): made by hand, and each time the same.

Goes in: what code does, in one part of a program or in several. Come out: the shapes, and notes where
one stands for the first time.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from respgen.audit.acts import AnyAct, Construction
from respgen.audit.findings import Found, Made, Related
from respgen.audit.places import Finder
from respgen.audit.spelling import spelt_all
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
    for shape, places in _every(done):
        if any(_tells(shape, act) for act in places):
            yield shape, places


def _every(
    done: tuple[AnyAct, ...],
) -> Iterator[tuple[Shape, tuple[Construction, ...]]]:
    found: dict[Shape, dict[ast.AST, Construction]] = {}
    for act in done:
        if isinstance(act, Construction):
            found.setdefault(_shape(act), {}).setdefault(act.event.node, act)
    return ((shape, tuple(places.values())) for shape, places in found.items())


# Of several parts of a program


def made(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Made]:
    """The shapes of what is made by hand, as other parts can compare them."""
    finder = Finder(facts)
    for shape, acts in _every(done):
        name = shape.of.node.name if isinstance(shape.of, Class) else shape.of
        yield Made(
            _spelt(shape),
            name.rpartition(".")[2],
            any(_tells(shape, act) for act in acts),
            tuple(
                (
                    finder.span(act.body.unit, act.event.node),
                    finder.span(act.body.unit, act.event.statement),
                )
                for act in acts
            ),
        )


def together(parts: Iterable[Made]) -> Iterator[Made]:
    """Those of several parts together, that a class could be declared for."""
    found: dict[object, list[Made]] = {}
    for each in parts:
        found.setdefault(each.text or id(each), []).append(each)
    for first, *others in found.values():
        tells = first.tells or any(each.tells for each in others)
        if tells:
            more = (place for each in others for place in each.places)
            yield replace(first, tells=tells, places=(*first.places, *more))


def repeated(of: Iterable[Made]) -> Iterator[Found]:
    """A note for each shape in three places or more."""
    for shape in of:
        if len(shape.places) >= _MANY:
            (span, statement), *others = sorted(shape.places)
            yield Found(
                r9.SHAPE,
                r9.SHAPE.severity,
                span,
                f"{shape.name} of this shape is made in {len(shape.places)} places",
                "declare a class for it",
                statement,
                tuple(Related(each, "here, too") for each, _ in others),
            )


def _tells(shape: Shape, act: Construction) -> bool:
    """Whether there is more to it than a class, or an exception with a status."""
    if shape.fields or shape.keys or shape.media_type is not None:
        return True
    return act.says("status_code") and RESPONSE in lineage(act.root)


def _spelt(shape: Shape) -> str | None:
    if not isinstance(shape.of, str):
        return None
    values = (shape.status or Known(None), shape.media_type or Known(None))
    absent = shape.status is None, shape.media_type is None
    more = (repr(each) for each in (shape.fields, shape.keys, absent))
    return spelt_all(shape.of, values, *more)


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
