"""Checks that a renderer can hold the content: rules R236, R806, R808.

Goes in: a response, and what is known of its author's classes. Comes out: findings; of a type that
nobody knows the type checker tells.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeAlias

from respgen.diagnostics import Finding, KeyPath, nearest, quoted
from respgen.kinds import KINDS
from respgen.renderers import RENDERERS
from respgen.renderers.renderer import Reads, Unfit
from respgen.rules import r2, r8
from respgen.source.classes import Holding
from respgen.specs import RendererSpec, ResponseSpec, Whole
from respgen.specs.types import (
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    authored,
)
from respgen.vocabulary.class_forms import ClassForm
from respgen.vocabulary.media_types import essence, is_json

Holdings: TypeAlias = Callable[[TypeName], Iterator[Holding]]
"""What a value of an author's type holds."""
_MAPPINGS = ("dict", "Mapping", "MutableMapping")
_KEYS = (ClassForm.TEXT, ClassForm.NUMBER)
_RECORDS = (
    *(ClassForm.PYDANTIC, ClassForm.DATACLASS, ClassForm.ATTRS, ClassForm.STRUCT),
    *(ClassForm.DICT, ClassForm.ROW),
)


def content_findings(response: ResponseSpec, holdings: Holdings) -> Iterator[Finding]:
    """Reports the first type that would fail in every call, or in the type checker.

    Where a class says nothing of it, the finding is its parent's.
    """
    place = _place(response)
    if response.content is None or "render" in response.inherits or not place:
        return
    yield from islice(_unfit(response, holdings, place), 1)


def _unfit(
    response: ResponseSpec, holdings: Holdings, place: KeyPath
) -> Iterator[Finding]:
    if response.content is None or _is_text_of_body(response):
        return
    streams, kind = KINDS[response.kind].streams, response.content.type
    row = RENDERERS[response.renderer.name]
    if lacking := row.lacks(response.renderer.options, kind, streams):
        yield Finding(r8.COLUMNS, *lacking, place)
    if reads := row.reads(response.renderer.options, kind, streams):
        listed = ("render",) if "render" in response.spans else place
        yield from _unknown(reads, holdings, listed)
    for message, advice in unfit(response.renderer, kind, holdings, streams):
        meant = _meant(response, holdings)
        yield Finding(r2.CONTENT, message, meant or advice, place)


def _meant(response: ResponseSpec, holdings: Holdings) -> str:
    """The renderer that the media type names and does not imply: text/csv is text until it is said."""
    label, content = essence(response.media_type), response.content
    if "render" in response.spans or content is None or is_json(label):
        return ""
    for row in RENDERERS.values():
        names_it = row.fits(label) and not row.fits("")
        if row.implied_by(label) or not (names_it or row.media_type == label):
            continue
        streams = KINDS[response.kind].streams
        if row.unserved(row.options(), streams) is None:
            found = next(unfit(row.spec(), content.type, holdings, streams), None)
            return found.advice if found else f"write render: {row.name}"
    return ""


def _unknown(reads: Reads, holdings: Holdings, place: KeyPath) -> Iterator[Finding]:
    """Names that a class does not have, whose file tells all that it has."""
    held = next(holdings(reads.of), None)
    if held is None or held.attributes is None:
        return
    for name in reads.names:
        if name not in held.attributes and not name.startswith(("__", "model_")):
            message = f"{held.name} has no field {quoted(name)} for a column"
            near = nearest(name, sorted(held.attributes))
            advice = near or f"name a field of {reads.of.name}, or add it there"
            yield Finding(r8.UNKNOWN_COLUMN, message, advice, place)


def _is_text_of_body(response: ResponseSpec) -> bool:
    """Whether a body has a text of the content, and not the content itself."""
    body = response.body
    return body is not None and (body.is_text or Whole("content") not in body.parts)


def unfit(
    renderer: RendererSpec,
    kind: TypeExpression,
    holdings: Holdings,
    streams: bool = False,
) -> Iterator[Unfit]:
    """Why a renderer cannot hold values of a type, as far as that is known."""
    row = RENDERERS[renderer.name]
    unfit = row.item_unfit if streams and row.item_unfit else row.unfit
    yield from unfit(renderer.options, kind)
    if row.listed and not streams:
        yield from _single(row.name, kind, holdings)
    for key in _unfit_keys(kind, holdings) if row.scalar_keys else ():
        message = f"render: {renderer.name} cannot hold a mapping whose keys are {key}"
        yield Unfit(message, "write str for the type of the key")
    for name in authored(kind):
        for each in holdings(name):
            advice = row.refuses(renderer.options, each.form)
            if advice and each.name not in row.holds(renderer.options):
                message = f"render: {renderer.name} cannot hold {_named(name, each)}"
                yield Unfit(message, advice)


def _single(name: str, kind: TypeExpression, holdings: Holdings) -> Iterator[Unfit]:
    """One item where a renderer takes many."""
    if isinstance(kind, TypeName):
        held = next(holdings(kind), None) if any(authored(kind)) else None
        if held and held.form in _RECORDS:
            one = f"{kind.module}.{kind.name}"
            message = f"render: {name} takes many items, and {one} is one"
            yield Unfit(message, f"write content: list[{one}]")


def _unfit_keys(kind: TypeExpression, holdings: Holdings) -> Iterator[str]:
    """Keys of a mapping, at any depth, that are known to be neither text nor numbers."""
    match kind:
        case TypeGeneric(TypeName(_, origin), (key, _)) if origin in _MAPPINGS:
            for name in authored(key):
                held = next(holdings(name), None)
                if held and held.form not in _KEYS:
                    yield _named(name, held)
    match kind:
        case TypeGeneric(_, parts) | TypeUnion(parts):
            for part in parts:
                yield from _unfit_keys(part, holdings)


def _named(name: TypeName, held: Holding) -> str:
    if held.inside:
        return f"{name.module}.{name.name}: {held.inside!a} is {held.name}, {held.form.value}"
    return f"{name.module}.{name.name}, {held.form.value}"


def _place(response: ResponseSpec) -> KeyPath:
    keys = ("content", "render", "media_type")
    return next(((key,) for key in keys if key in response.spans), ())
