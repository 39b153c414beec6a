"""`--arg name=value` -> a constructor's keyword arguments.

Goes in: text from a command line and the spec of a class. Comes out: Python values: text where the
parameter is text, or has a form of its own as text (dates, durations, UUIDs); JSON otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from respgen.cli.preview import evaluated
from respgen.cli.terminal import Refusal, Stop
from respgen.diagnostics import Malformed
from respgen.emit.events import named
from respgen.fields.kinds import Kind
from respgen.fields.types import kind, read, written_as_text
from respgen.kinds import KINDS
from respgen.specs import ResponseSpec, ValueType, arguments
from respgen.specs.expressions import SUPPORT
from respgen.specs.types import (
    NONE,
    ORIGIN,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    TypeValue,
)

_STR = TypeName("builtins", "str")
_BYTES = TypeName("builtins", "bytes")

_TEXTS: Mapping[TypeExpression, tuple[Callable[[str], object], str]] = {
    TypeName("datetime", "date"): (date.fromisoformat, "2026-01-31"),
    TypeName("datetime", "datetime"): (datetime.fromisoformat, "2026-01-31T12:00:00Z"),
    TypeName("decimal", "Decimal"): (Decimal, "9.99"),
    TypeName("uuid", "UUID"): (UUID, "6f1c0a4e-7d1b-4c57-9a3f-2f5d1c9be001"),
}
"""Types of Python's own that have a form as text: what reads it, and an example."""

_NO_TEXT = frozenset({"headers", "content"})
_JSON = frozenset({"builtins", "collections.abc", "respgen", "typing", SUPPORT})


def pairs(written: Iterable[str]) -> dict[str, str]:
    """The texts by parameter. Raises Stop."""
    found: dict[str, str] = {}
    for argument in written:
        name, equals, text = argument.partition("=")
        if not equals:
            raise Stop(f"--arg {argument}: write --arg NAME=VALUE")
        if name in found:
            raise Stop(f"--arg {name} is given twice: leave one out")
        found[name] = text
    return found


def value(response: ResponseSpec, name: str, text: str) -> object:
    """What to pass for a parameter. Raises Refusal where the text cannot be that."""
    types = {given.parameter: h.type for h, given in arguments(response.headers)}
    if name in types:
        return _header(name, types[name], text)
    if response.content is not None and response.content.parameter == name:
        if events := named(response):
            return _events(name, {each.name: each.type for each in events}, text)
        streams = KINDS[response.kind].streams
        return (_items if streams else _content)(name, response.content.type, text)
    param = next((p for p in response.params if p.name == name), None)
    if param is not None:
        return _content(name, param.type, text)
    if name == "status_code":
        return _status(text)
    own = response.constructor.own if response.constructor else ()
    if stated := next((each.type for each in own if each.name == name), None):
        return _content(name, stated, text)
    # what else a base takes is text: a media type, a URL, a path
    return _json(name, text, _MAPPING) if name in _NO_TEXT else text


def _status(text: str) -> object:
    """Whatever may be a number; the class says which ones there are."""
    if not text.strip().lstrip("-").isdecimal():
        message = f"--arg status_code: {text!r} is not a status code"
        raise Stop(f"{message}; write status_code=200")
    return _json("status_code", text)


def _header(name: str, of: ValueType, text: str) -> object:
    is_text = written_as_text(of.word)
    plain = text if is_text else _json(name, text, _example(name, kind(of)))
    try:
        return read(of, plain)
    except Malformed as error:
        advice = _unquoted(name, text) if is_text else error.found.help
        raise Refusal(f"--arg {name}: {error}; {advice or error.found.help}") from error


def _unquoted(name: str, text: str) -> str:
    """The help for quotes that the shell has passed on."""
    quoted = len(text) > 2 and text[0] == text[-1] and text[0] in "'\""
    return f"leave out the inner quotes: {name}={text[1:-1]}" if quoted else ""


def _example(name: str, of: Kind[Any]) -> str:
    """What JSON the values of a kind are."""
    if of.form.get("type") == "array":
        return f"write {of.expected}: {name}='[...]'"
    return f"write {of.expected}"


def _content(name: str, of: TypeExpression, text: str) -> object:
    members = set(of.members if isinstance(of, TypeUnion) else (of,)) - {NONE}
    if all(map(_is_text, members)):
        return text
    if members == {_BYTES}:
        return text.encode(errors="surrogateescape")
    if len(members) == 1 and (read := _TEXTS.get(next(iter(members)))):
        return _read(name, text, *read)
    document = _json(name, text)
    return _model(name, document, of) if _foreign(of) else document


def _items(name: str, of: TypeExpression, text: str) -> object:
    """The items of a stream: a JSON list; a text is one item, since the whole is sent anyway."""
    members = set(of.members if isinstance(of, TypeUnion) else (of,)) - {NONE}
    if members <= {_STR, _BYTES}:
        return [text.encode(errors="surrogateescape") if _STR not in members else text]
    found = _content(name, TypeGeneric(TypeName("builtins", "list"), (of,)), text)
    if not isinstance(found, list):
        raise Refusal(f"--arg {name}: a stream has items; write {name}='[...]'")
    return found


def _events(
    name: str, types: Mapping[str, TypeExpression], text: str
) -> list[dict[str, object]]:
    """What makes the events of a stream that names them: a JSON list of their parameters."""
    written = _json(name, text)
    example = f'{name}=\'[{{"event": "{next(iter(types))}", "data": ...}}]\''
    events: list[dict[str, object]] = []
    for item in written if isinstance(written, list) else (None,):
        given: dict[str, object] = item if isinstance(item, dict) else {}
        kind = types.get(str(given.get("event")))
        if kind is None or "data" not in given:
            known = ", ".join(types)
            raise Refusal(f"--arg {name}: its events are {known}; write {example}")
        data = given["data"]
        made = _model(name, data, kind) if _foreign(kind) else data
        events.append({**given, "data": made})
    return events


def _read(name: str, text: str, read: Callable[[str], object], example: str) -> object:
    try:
        return read(text)
    except (ValueError, InvalidOperation) as error:
        advice = _unquoted(name, text) or f"write one such as {example}"
        raise Refusal(f"--arg {name}: {text!r} cannot be read; {advice}") from error


def _is_text(of: TypeExpression) -> bool:
    if isinstance(of, TypeGeneric) and of.origin.name == "Literal":
        return all(
            isinstance(v, TypeValue) and isinstance(v.value, str) for v in of.arguments
        )
    return of in ORIGIN.members


def _foreign(of: TypeExpression) -> bool:
    """Whether a type names anything that JSON alone does not make: a model, a dataclass, a date."""
    match of:
        case TypeName(module=module):
            return module not in _JSON
        case TypeGeneric(origin=origin, arguments=parts):
            return _foreign(origin) or any(map(_foreign, parts))
        case TypeUnion(members=parts):
            return any(map(_foreign, parts))
    return False


def _model(name: str, document: object, kind: TypeExpression) -> object:
    try:
        # the project's own, which FastAPI brings; respgen itself does without
        from pydantic import PydanticUserError, TypeAdapter, ValidationError
    except ImportError:
        return document
    try:
        return TypeAdapter(evaluated(kind)).validate_python(document)
    except PydanticUserError:  # a type that it does not know how to make, or refuses to
        return document
    except ValidationError as error:
        raise Refusal(f"--arg {name}: {error}") from error


def _json(name: str, text: str, more: str = "") -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        more = more or f"text is written {name}='\"...\"'"
        raise Stop(f"--arg {name}: {text!r} is not JSON; {more}") from error


_MAPPING = """write headers='{"X-Name": "value"}'"""
