"""What the classes declare -> `_openapi.py`, which holds it for documents.

Goes in: the modules whose framework documents its routes. Comes out: one more module, with a
definition for each class, in the order of modules and classes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from respgen.core.statuses import reason_phrase
from respgen.emit import documented_headers, renderers, schemas, written_schemas
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
from respgen.emit.shared_headers import Shared, block
from respgen.emit.source import Source, code, identifier, joined, literal
from respgen.emit.targets import FRAMEWORKS
from respgen.kinds import KINDS
from respgen.project.style import Style
from respgen.renderers.problem import ProblemOptions
from respgen.specs import HeaderSpec, ModuleSpec, Ref, ResponseSpec, answering
from respgen.specs.expressions import OPENAPI, SUPPORT

STEM = "_openapi"


def module(specs: Sequence[ModuleSpec], settings: EmitSettings) -> ModuleSource | None:
    """The module; None where no framework documents anything."""
    found = [
        (spec.name, response)
        for spec in specs
        if FRAMEWORKS[spec.target].documents
        for response in spec.responses
    ]
    if not found:
        return None
    constants = [*_constants(f"{name}.{each.name}" for name, each in found)]
    blocks: list[tuple[str, ResponseSpec | tuple[HeaderSpec, ...]]]
    blocks = [*_profiles(specs), *_parents(found)]
    reused = [f"_{each}" for each in _constants(name for name, _ in blocks)]
    taken = {*constants, *reused}
    names = Names(taken, settings.owns, settings.python, module=STEM)
    # a block that no class names imports nothing
    apart = Names(taken, settings.owns, settings.python, module=STEM)
    said = [documented_headers.headers(each, apart) for _, each in blocks]
    shared = Shared(dict(zip(reused, said, strict=True)))
    answers = answering(specs)
    classes = [
        _definition(constant, Ref(name, each.name), each, shared, names, answers)
        for constant, (name, each) in zip(constants, found, strict=True)
    ]
    named = [
        block(constant, documented_headers.headers(each, names))
        for constant, (_, each) in zip(reused, blocks, strict=True)
        if constant in shared.used
    ]
    style = settings.style
    definitions = [
        formatted(laid_out(each, 0, style.width), style) for each in (*named, *classes)
    ]
    text = settled(_text(names, definitions, style), style)
    return ModuleSource(STEM, text, names.needed(SUPPORT), frozenset())


def _text(names: Names, definitions: Iterable[Source], style: Style) -> str:
    head = code(
        '"""What each class declares, for documents: imported when one is made."""'
    )
    future = code("from __future__ import annotations")
    parts = [head, future, *filter(None, [names.lines(style)]), *definitions]
    return joined("\n\n", parts).text + "\n"


def _constants(classes: Iterable[str]) -> Iterator[str]:
    """A name for each: shop.OutOfCredit is SHOP_OUT_OF_CREDIT."""
    taken = set[str]()
    for each in classes:
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", each)
        name = words.replace(".", "_").upper()
        numbered = (f"{name}_{number}" for number in range(2, sys.maxsize))
        found = next(each for each in chain((name,), numbered) if each not in taken)
        taken.add(found)
        yield found


def _profiles(
    specs: Iterable[ModuleSpec],
) -> Iterator[tuple[str, tuple[HeaderSpec, ...]]]:
    """All profiles, those of several modules once."""
    known = set[str]()
    for spec in specs:
        for name, headers in spec.profiles.items():
            yield f"{spec.name}.{name}", headers
        for name, headers in spec.ready.items():
            if name not in known:
                yield name, headers
        known.update(spec.ready)


def _parents(
    classes: Sequence[tuple[str, ResponseSpec]],
) -> Iterator[tuple[str, ResponseSpec]]:
    """Those of classes of other modules, which may stand before them."""
    refs = {each.parent for name, each in classes if _is_elsewhere(each, name)}
    for name, each in classes:
        if Ref(name, each.name) in refs:
            yield f"{name}.{each.name}Headers", each


def _is_elsewhere(response: ResponseSpec, module: str) -> bool:
    return response.parent is not None and response.parent.module != module


def _definition(
    constant: str,
    own: Ref,
    response: ResponseSpec,
    shared: Shared,
    names: Names,
    answers: Set[Ref],
) -> Expression:
    kind = names.imported(OPENAPI, "Declared")
    statuses = response.statuses or (response.status_code,)
    described = [keyed(literal(s), literal(_about(response, s))) for s in statuses]
    given: list[Expression] = [
        literal(f"{own.module}.{own.name}"),
        Group(code("statuses={{"), tuple(described), code("}}")),
    ]
    if said := documented_headers.headers(response, names):
        headers = shared.headers(own, constant, said, response.parent)
        given.append(behind(code("headers="), headers))
    body = schemas.schema(response)
    if own in answers and isinstance(response.renderer.options, ProblemOptions):
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
        given.append(
            code("dumps=True") if renderers.dumps(response) else code("as_is=True")
        )
    if KINDS[response.kind].sends == "file":
        given.append(code("is_file=True"))
    return behind(code("{} = ", identifier(constant)), call(kind, *given))


def _about(response: ResponseSpec, status: int) -> str:
    """The description, or what a problem is called, or what the status means."""
    options = response.renderer.options
    title = options.title if isinstance(options, ProblemOptions) else None
    about = response.description or title or reason_phrase(status) or response.name
    instead = response.shape.deprecated
    return f"{about}\n\nDeprecated: {instead}" if instead else about
