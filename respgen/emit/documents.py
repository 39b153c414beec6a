"""What the classes declare -> `_openapi.py`, which holds it for documents.

Goes in: the modules whose framework documents its routes. Comes out: one more module, with a
definition for each class, in the order of modules and classes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from respgen.core.statuses import reason_phrase
from respgen.emit import renderers, schemas, written_schemas
from respgen.emit.documented_headers import headers
from respgen.emit.examples import example
from respgen.emit.formatting import formatted, settled
from respgen.emit.layout import (
    Expression,
    Group,
    behind,
    call,
    keyed,
    laid_out,
    tuple_of,
)
from respgen.emit.modules import ModuleSource
from respgen.emit.names import Names
from respgen.emit.settings import EmitSettings
from respgen.emit.source import code, identifier, joined, literal
from respgen.emit.targets import FRAMEWORKS
from respgen.renderers.problem import ProblemOptions
from respgen.specs import ModuleSpec, ResponseSpec
from respgen.specs.expressions import FRAMEWORK, SUPPORT

STEM = "_openapi"
_TABLE = "CLASSES"


def module(specs: Iterable[ModuleSpec], settings: EmitSettings) -> ModuleSource | None:
    """The module; None where no framework documents anything."""
    specs = tuple(specs)
    found = [
        (spec.name, response)
        for spec in specs
        if FRAMEWORKS[spec.target].documents
        for response in spec.responses
    ]
    if not found:
        return None
    constants = [*_constants(f"{name}.{each.name}" for name, each in found)]
    names = Names({_TABLE, *constants}, settings.owns, settings.python, module=STEM)
    style = settings.style
    answering = {*_answering(specs)}
    declared = [
        _definition(constant, each, names, (name, each.name) in answering)
        for constant, (name, each) in zip(constants, found, strict=True)
    ]
    definitions = [formatted(laid_out(d, 0, style.width), style) for d in declared]
    table = [
        keyed(literal(f"{name}.{each.name}"), identifier(constant))
        for constant, (name, each) in zip(constants, found, strict=True)
    ]
    opening = code("{} = {{", identifier(_TABLE))
    definitions.append(laid_out(Group(opening, tuple(table), code("}}")), 0, 0))
    head = code(
        '"""What each class declares, for documents: imported when one is made."""'
    )
    future = code("from __future__ import annotations")
    parts = [head, future, *filter(None, [names.lines(style)]), *definitions]
    text = settled(joined("\n\n", parts).text + "\n", style)
    support, framework = names.needed(SUPPORT), names.needed(FRAMEWORK)
    return ModuleSource(STEM, text, support, framework)


def _constants(classes: Iterable[str]) -> Iterator[str]:
    """A name for each: shop.OutOfCredit is SHOP_OUT_OF_CREDIT."""
    taken: set[str] = {_TABLE}
    for each in classes:
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", each)
        name = words.replace(".", "_").upper()
        numbered = (f"{name}_{number}" for number in range(2, sys.maxsize))
        found = next(each for each in chain((name,), numbered) if each not in taken)
        taken.add(found)
        yield found


def _answering(specs: Iterable[ModuleSpec]) -> Iterator[tuple[str, str]]:
    """What answers every HTTPException, whatever its status."""
    for spec in specs:
        for each in spec.errors:
            if each.error == "http":
                yield each.ref.module, each.ref.name


def _definition(
    constant: str, response: ResponseSpec, names: Names, answers: bool
) -> Expression:
    kind = names.imported(FRAMEWORK, "Declared")
    statuses = response.statuses or (response.status_code,)
    described = [keyed(literal(s), literal(_about(response, s))) for s in statuses]
    given: list[Expression] = [
        Group(code("statuses={{"), tuple(described), code("}}")),
    ]
    if found := tuple(headers(response, names)):
        given.append(Group(code("headers={{"), found, code("}}")))
    body = schemas.schema(response)
    if answers and isinstance(response.renderer.options, ProblemOptions):
        body = schemas.any_error(body, response.renderer.options)
    if body is not None:
        given.append(behind(code("schema="), written_schemas.expression(body, names)))
    if labels := response.shape.labels:
        types = tuple_of([literal(each) for each in labels])
        given.append(behind(code("media_types="), types))
    if response.examples:
        shown = [
            keyed(literal(e.name), example(e, response, names))
            for e in response.examples
        ]
        given.append(Group(code("examples={{"), tuple(shown), code("}}")))
    if renderers.row(response).caller and response.content is not None:
        given.append(code("as_is=True"))
    return behind(code("{} = ", identifier(constant)), call(kind, *given))


def _about(response: ResponseSpec, status: int) -> str:
    """The description, or what a problem is called, or what the status means."""
    options = response.renderer.options
    title = options.title if isinstance(options, ProblemOptions) else None
    about = response.description or title or reason_phrase(status) or response.name
    instead = response.shape.deprecated
    return f"{about}\n\nDeprecated: {instead}" if instead else about
