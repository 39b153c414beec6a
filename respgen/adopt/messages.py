"""A response of an OpenAPI document -> the keys of an entry.

Goes in: a use. Come out: its keys, what tells it from others, and the words that may name it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from respgen.adopt.alike import Vague
from respgen.adopt.bodies import Bodies
from respgen.adopt.names import camel
from respgen.adopt.openapi import OpenAPI, Use, text
from respgen.adopt.proposals import Left, Section
from respgen.adopt.text import Node as Written
from respgen.adopt.text import flow
from respgen.core.fields import CONNECTION_FIELDS
from respgen.core.statuses import BODYLESS
from respgen.load.tree import Entry, Mapping, Node, Scalar, Sequence
from respgen.located import as_written
from respgen.vocabulary.identifiers import is_identifier
from respgen.vocabulary.media_types import essence, is_json

_PROBLEM = "application/problem+json"
_MEMBERS = ("type", "title", "status", "detail", "instance")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_STREAMS = frozenset({"text/event-stream", "application/x-ndjson", "application/jsonl"})
# OpenAPI 3.1, 4.8.21 ignores Content-Type; the framework counts the body
_OURS = {"content-type", "content-length"} | {n.decode() for n in CONNECTION_FIELDS}
_TYPES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


@dataclass(frozen=True, slots=True)
class Message:
    """`shape` is the same where the same is sent; `model` is what the schema of its body is called."""

    section: Section
    keys: dict[str, Written]
    shape: str
    status: int
    media_type: str | None = None
    part: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class _Body:
    """What a response says of its body."""

    media_type: str | None = None
    schema: Mapping | None = None
    model: str = ""
    properties: dict[str, Node] = field(default_factory=dict)


def message(source: OpenAPI, use: Use) -> Message:
    """What a use becomes. Raises Vague."""
    body = _body(source, use.node)
    headers = _headers(source, use, body)
    is_problem = (
        essence(body.media_type) == _PROBLEM
        and use.status >= 400
        and all(map(is_identifier, body.properties))  # they become arguments
    )
    keys = (
        _problem(source, use.status, body)
        if is_problem
        else _response(use.status, body)
    )
    if headers:
        keys["headers"] = headers
    section: Section = "problems" if is_problem else "responses"
    kind = text(body.schema, "type") if body.schema else ""
    shape = f"{section} {flow(keys)} {kind} {sorted(body.properties)}"
    part = _part(body.media_type)
    return Message(section, keys, shape, use.status, body.media_type, part, body.model)


def _response(status: int, body: _Body) -> dict[str, Written]:
    keys: dict[str, Written] = {}
    if body.media_type is None and status in _REDIRECTS:
        keys["kind"] = "redirect"
    elif body.media_type is None and status not in BODYLESS:
        keys["kind"] = "empty"
    elif body.media_type is not None:
        keys["media_type"] = body.media_type
    keys["status_code"] = {"value": status, "locked": True}
    if is_json(body.media_type):
        keys["content"] = "Any"
    return keys


def _problem(source: OpenAPI, status: int, body: _Body) -> dict[str, Written]:
    keys: dict[str, Written] = {}
    for member in ("type", "title", "detail"):
        found = body.properties.get(member)
        only = _constant(source, found) if found else None
        if only and member == "detail":  # a template
            only = only.replace("{", "{{").replace("}", "}}")
        if only:
            keys[member] = only
    keys["status"] = status
    own = {name: node for name, node in body.properties.items() if name not in _MEMBERS}
    if own:
        keys["extensions"] = {name: _member(source, own[name]) for name in own}
    return keys


def _member(source: OpenAPI, node: Node) -> str:
    """The type of an extension."""
    return _TYPES.get(_kind(source, node), "Any")


def _body(source: OpenAPI, node: Mapping) -> _Body:
    """The one content of a response. Raises Vague."""
    content = node.entry("content")
    listed = source.mapping(content.value) if content else ()
    found = [each for each in listed if not each.key.startswith("x-")]
    if not found:
        return _Body()
    if len(found) > 1:
        raise Vague("it has several media types")
    (only,) = found
    if "*" in only.key:
        raise Vague(f"{only.key} stands for many media types")
    if essence(only.key) in _STREAMS:
        raise Vague("it is a stream, whose items are not known")
    return _described(source, only)


def _described(source: OpenAPI, content: Entry) -> _Body:
    found = source.mapping(content.value).entry("schema")
    if found is None or not isinstance(found.value, Mapping):
        return _Body(content.key)  # true, false and nothing say as little
    ref = text(found.value, "$ref")
    schema = source.resolved(found.value)
    if not isinstance(schema, Mapping):
        return _Body(content.key)
    listed = schema.entry("properties")
    inside = listed.value if listed else None
    properties = {e.key: e.value for e in inside} if isinstance(inside, Mapping) else {}
    model = ref.rpartition("/")[2] or text(schema, "title")
    return _Body(content.key, schema, model or next(iter(properties), ""), properties)


def _headers(source: OpenAPI, use: Use, body: _Body) -> dict[str, Written]:
    listed = use.node.entry("headers")
    found: dict[str, Written] = {}
    names = Bodies()
    for each in source.mapping(listed.value) if listed else ():
        name = each.key.lower()
        is_redirect = body.media_type is None and use.status in _REDIRECTS
        if name in _OURS or (is_redirect and name == "location"):
            continue
        if name == "set-cookie":
            reason = "a cookie is a preset, whose attributes no document says"
            source.lost.append(Left(each.key_span, f"Set-Cookie of {use.what}", reason))
            continue
        found[each.key] = _header(source, each, names)
    return found


def _header(source: OpenAPI, entry: Entry, names: Bodies) -> Written:
    header = source.mapping(entry.value)
    schema = header.entry("schema")
    node = source.resolved(schema.value) if schema else None
    if node and (only := _constant(source, node)) is not None:
        return only
    keys: dict[str, Written] = {"type": _header_type(source, node)}
    parameter = entry.key.lower().replace("-", "_")
    if names.reserve(parameter) != parameter:
        keys["as"] = names.last
    needed = header.entry("required")
    if needed and isinstance(needed.value, Scalar) and needed.value.value is True:
        keys["required"] = True
    return keys


def _header_type(source: OpenAPI, node: Node | None) -> str:
    kind = _kind(source, node) if node else ""
    if kind == "array" and isinstance(node, Mapping):
        items = node.entry("items")
        inner = _kind(source, items.value) if items else ""
        return f"list[{_TYPES.get(inner, 'str')}]"
    return _TYPES.get(kind, "str")


def _kind(source: OpenAPI, node: Node) -> str:
    """The type that a JSON Schema says; of several with null the other one."""
    found = source.resolved(node)
    if not isinstance(found, Mapping):
        return ""
    listed = found.entry("type")
    value = listed.value if listed else None
    kinds = {*_texts(value)} - {"null"} if value else set()
    return kinds.pop() if len(kinds) == 1 else ""


def _texts(node: Node) -> Iterator[str]:
    for each in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(each, Scalar) and isinstance(each.value, str):
            yield each.value


def _constant(source: OpenAPI, node: Node) -> str | None:
    """The only value that a JSON Schema allows, as a field has it."""
    found = source.resolved(node)
    if not isinstance(found, Mapping):
        return None
    const, enum = found.entry("const"), found.entry("enum")
    only = const.value if const else enum.value if enum else None
    if isinstance(only, Sequence):
        only = only.items[0] if len(only.items) == 1 and not const else None
    value = only.value if isinstance(only, Scalar) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return as_written(value) if isinstance(value, int | float) else value


def _part(media_type: str | None) -> str:
    """What a media type is called in names: `Problem`, `Csv`."""
    subtype = essence(media_type).rpartition("/")[2]
    word = camel(subtype.rpartition("+")[0] or subtype)
    return {"Plain": "Text", "OctetStream": "Bytes"}.get(word, word)
