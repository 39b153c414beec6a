"""A response's spec -> the JSON schema of its body, for documents.

Goes in: what it takes and how that is rendered. Comes out: a schema whose types are still types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from respgen.emit import events
from respgen.emit.written_schemas import Of, Schema
from respgen.kinds import KINDS
from respgen.kinds.kind import CONTENT
from respgen.renderers import RENDERERS
from respgen.renderers.fillings import JsonFilling
from respgen.renderers.problem import BLANK, ProblemOptions
from respgen.renderers.pydantic import LEAVING, PydanticOptions
from respgen.specs import BodySpec, JsonTemplate, Pattern, ResponseSpec, Whole
from respgen.specs.types import (
    NONE,
    TypeExpression,
    TypeGeneric,
    TypeList,
    TypeName,
    TypeUnion,
    takes_none,
    union,
)
from respgen.specs.types import (
    members as members_of,
)
from respgen.vocabulary.media_types import essence, is_json, is_xml

_ANY = TypeName("typing", "Any")
_OPEN = (_ANY, TypeName("builtins", "object"))
_TEXT: Schema = {"type": "string"}
_WHOLE: Mapping[str, Schema] = {"type": "integer"}
_EVENT: Schema = ("string", "object")
_BYTES: Schema = {"type": "string", "format": "binary"}
_REFERENCE: Schema = {"type": "string", "format": "uri-reference"}


def schema(response: ResponseSpec) -> Schema:
    """The schema of the body; None where there is none."""
    found = _schema(response)
    if isinstance(options := response.renderer.options, PydanticOptions):
        found = _dumped(found, (*_how(options),))
    if found is None or not response.shape.deprecated:
        return found
    return _beside(found, "deprecated", True)


def _how(options: PydanticOptions) -> Iterator[tuple[str, str | bool]]:
    """How pydantic dumps what it is given, as far as it changes what a client may count on."""
    if isinstance(options.by_alias, bool):
        yield "by_alias", options.by_alias
    if any(getattr(options, name) for name in LEAVING):
        yield "absent", "any"
    elif options.exclude_none:
        yield "absent", "null"


def _dumped(of: Schema, how: tuple[tuple[str, str | bool], ...]) -> Schema:
    """A schema whose types are dumped so."""
    if isinstance(of, Of):
        return replace(of, how=how)
    if isinstance(of, Mapping):
        return {key: _dumped(each, how) for key, each in of.items()}
    return tuple(_dumped(each, how) for each in of) if isinstance(of, tuple) else of


def _beside(of: Schema, key: str, value: str | bool) -> Schema:
    if isinstance(of, Of):
        return replace(of, beside=(*of.beside, (key, value)))
    return {**cast("Mapping[str, Schema]", of), key: value}


def _schema(response: ResponseSpec) -> Schema:
    kind = KINDS[response.kind]
    if kind.sends != "content":
        return None if kind.sends == "nothing" else _BYTES
    if isinstance(response.renderer.options, ProblemOptions):
        return _problem(response, response.renderer.options)
    if response.body is not None:
        return _written(response, response.body)
    is_own = "render" not in response.inherits
    if is_json(response.media_type):
        content = _json(response)
        return _several(content) if kind.streams and is_own else content
    return _other(response) if is_own else _TEXT


def _json(response: ResponseSpec) -> Schema:
    """The schema of the content; an open one where the JSON is not made of its members."""
    row = RENDERERS[response.renderer.name]
    if response.content is None or not isinstance(row.filling, JsonFilling):
        return {}
    return _of(response.content.type)


def _other(response: ResponseSpec) -> Schema:
    """The schema of a body that is no JSON: a text may have a structure, too."""
    row, content = RENDERERS[response.renderer.name], response.content
    label = essence(response.media_type)
    # what makes the body says nothing of it
    untold = row.media_type is None and not (label.startswith("text/") or is_xml(label))
    if row.is_binary or untold:
        return _BYTES
    if not row.documented or content is None:
        return _TEXT
    if events.streams_events(response):
        return _events(response, content.type)
    item = _of(content.type)
    return {
        "type": "string",
        "contentMediaType": label or row.media_type or "",
        "contentSchema": _several(item) if KINDS[response.kind].streams else item,
    }


def _events(response: ResponseSpec, data: TypeExpression) -> Schema:
    """The schema of an event, and of the text that they all are.

    `schema` is about each event to some tools and about the whole text to others; OpenAPI 3.2
    settles it with `itemSchema`.
    """
    named = events.named(response)
    found = [_event(_data(response, e.type), _constant(e.name)) for e in named]
    if not named:
        found = [_event(_data(response, data), _TEXT)]
    several = {"anyOf": tuple(found)}
    return {"type": _EVENT, **(several if len(found) > 1 else found[0])}


def _event(data: Schema, name: Schema) -> Mapping[str, Schema]:
    return {"properties": {"event": name, "data": data, "id": _TEXT, "retry": _WHOLE}}


def _data(response: ResponseSpec, data: TypeExpression) -> Schema:
    """The schema of the data of an event, a text on the wire (WHATWG HTML 9.2.6)."""
    row = RENDERERS[response.renderer.name]
    if row.events is None or row.events.is_text(response.renderer.options):
        return _TEXT
    return {
        "type": "string",
        "contentMediaType": "application/json",
        "contentSchema": _of(data),
    }


def _several(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _of(kind: TypeExpression) -> Schema:
    known = _known(kind)
    return {} if known in _OPEN else Of(known)


def _known(kind: TypeExpression) -> TypeExpression:
    """A type with Any in place of our own, which pydantic knows nothing of."""
    match kind:
        case TypeName("respgen" | "._support"):
            return _ANY
        case TypeGeneric(origin, arguments):
            return TypeGeneric(origin, tuple(map(_known, arguments)))
        case TypeUnion(members):
            found = tuple(map(_known, members))
            return _ANY if _ANY in found else TypeUnion(found)
        case TypeList(tuple(items)):
            return TypeList(tuple(map(_known, items)))
    return kind


# Problems (RFC 9457 3.1)


def any_error(of: Schema, options: ProblemOptions) -> Schema:
    """The schema of a problem that also answers errors of other statuses, as about:blank."""
    whole = cast("Mapping[str, Schema]", of)
    own = cast("Mapping[str, Schema]", whole["properties"])
    members = {**own, "title": _TEXT, "status": _WHOLE, "detail": _TEXT}
    if options.type != BLANK:
        members["type"] = _REFERENCE
    needed = ("type", "title", "status")
    return {**whole, "properties": members, "required": needed}


def _problem(response: ResponseSpec, options: ProblemOptions) -> Schema:
    params = {param.name: param for param in response.params}
    members: dict[str, Schema] = {
        "type": {**cast("Mapping[str, Schema]", _REFERENCE), "const": options.type},
        "title": _TEXT if options.title is None else _constant(options.title),
        "status": _WHOLE,
        "detail": _TEXT,
        "instance": _REFERENCE,
    }
    if response.statuses:
        members["status"] = {**_WHOLE, "enum": response.statuses}
    if options.detail is not None and not options.detail.parameters:
        members["detail"] = _constant(options.detail.texts[0])
    required = ["type", "title", "status"]
    if options.detail is not None:
        required.append("detail")
    for name in options.extensions:
        param = params[name]
        members[name] = _of(param.type)
        if param.description:
            members[name] = _beside(members[name], "description", param.description)
        if not param.nullable:
            required.append(name)
    return _object(members, required)


def _object(members: Mapping[str, Schema], required: list[str]) -> Schema:
    made: dict[str, Schema] = {"type": "object", "properties": members}
    return {**made, "required": tuple(required)} if required else made


def _constant(value: str | int | float | bool | None) -> Schema:
    match value:
        case None:
            return {"type": "null"}
        case bool():
            kind = "boolean"
        case str():
            kind = "string"
        case int():
            kind = "integer"
        case _:
            kind = "number"
    return {"type": kind, "const": value}


# Bodies that the schema writes


def _written(response: ResponseSpec, body: BodySpec) -> Schema:
    if body.is_text:
        return _TEXT if body.parameters else _constant(body.text.texts[0])
    types: dict[str, TypeExpression] = {}
    if response.content is not None:
        content = response.content
        # its place has this name, whatever the parameter is called
        types[CONTENT.name] = (
            content.type if content.required else union(content.type, NONE)
        )
    for param in response.params:
        types[param.name] = union(param.type, NONE) if param.optional else param.type
    return _tree(body.template, types, body.omit_none)


def _tree(
    template: JsonTemplate, types: Mapping[str, TypeExpression], omits: bool
) -> Schema:
    match template:
        case Whole(name):
            return _of(types[name])
        case Pattern():
            return _TEXT
        case tuple():
            items = tuple(_tree(each, types, omits) for each in template)
            return _row(items)
        case Mapping():
            return _mapping(template, types, omits)
    return _constant(template)


def _mapping(
    template: Mapping[str, JsonTemplate],
    types: Mapping[str, TypeExpression],
    omits: bool,
) -> Schema:
    """An object; a member that is left out for None is never null."""
    members: dict[str, Schema] = {}
    required: list[str] = []
    for key, each in template.items():
        members[key] = _tree(each, types, omits)
        if omits and isinstance(each, Whole) and takes_none(types[each.parameter]):
            members[key] = _of(_something(types[each.parameter]))
        else:
            required.append(key)
    return _object(members, required)


def _something(kind: TypeExpression) -> TypeExpression:
    """A type without None."""
    return union(*(each for each in members_of(kind) if each != NONE))


def _row(items: tuple[Schema, ...]) -> Schema:
    """A list whose items each have their own schema."""
    count = len(items)
    made: dict[str, Schema] = {"type": "array", "minItems": count, "maxItems": count}
    return {**made, "prefixItems": items} if items else made
