"""The plain answer: what a class declared by a spec sends, worked out field by field.

Goes in: a spec and the arguments of a call. Comes out: status, header list and body, or why the
call is refused. Nothing here is fast, and nothing is shared with the emitter; the grammars and
the encoders of single values are core's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import Any, TypeVar
from unicodedata import category

from respgen.core import bodies, dispositions, durations, fields, media_types, values
from respgen.core.statuses import final_status
from respgen.fields import TYPES
from respgen.renderers.json import JsonOptions
from respgen.specs import (
    Argument,
    Constant,
    HeaderSpec,
    JsonDocument,
    ResponseSpec,
    Template,
    ValueType,
)
from tests.behaviour import authors, derived
from tests.behaviour.arguments import Call
from tests.behaviour.cookie_answers import set_fields
from tests.behaviour.derived import PARAMS

Made = TypeVar("Made")
Fields = list[tuple[bytes, bytes]]

CONNECTION = (
    b"connection keep-alive proxy-connection te trailer transfer-encoding upgrade"
)


@dataclass(frozen=True)
class Sent:
    """A response as it leaves."""

    status: int
    headers: Fields
    body: bytes


@dataclass
class Refused:
    """Why a call is refused: each kind of error, and a word that its message names.

    Which of several mistakes is told first is nobody's business.
    """

    faults: list[tuple[type[Exception], str]] = field(default_factory=list)

    def tried(self, word: str, make: Callable[[], Made], otherwise: Made) -> Made:
        """What `make` gives; its refusal is noted."""
        try:
            return make()
        except ValueError:
            self.faults.append((ValueError, word))
        except TypeError:
            self.faults.append((TypeError, word))
        return otherwise

    def allows(self, error: Exception) -> bool:
        """Whether `error` is one of the faults, and says where."""
        return any(
            isinstance(error, kind) and word.lower() in str(error).lower()
            for kind, word in self.faults
        )


def answer(spec: ResponseSpec, call: Call) -> Sent | Refused:
    """What the class does with that call."""
    refused, given = Refused(), call.keywords
    status = refused.tried(
        "status_code", partial(_status, spec, given), spec.status_code
    )
    caller: dict[bytes, bytes] = {}
    headers = given.get("headers")
    if headers is not None:
        for name, value in refused.tried("headers", lambda: [*_items(headers)], []):
            wire = refused.tried("headers", partial(fields.field_name, name), b"")
            caller[wire] = refused.tried(str(name), partial(_value, name, value), b"")
    for name in caller:
        refused.tried(name.decode(), partial(_allowed, name, spec, status), None)
    media_type = given.get("media_type")
    if media_type is None:
        media_type = spec.media_type
    else:
        refused.tried(
            "media_type", partial(media_types.parse_media_type, media_type), None
        )
    body = b""
    if spec.kind == "body":
        body = refused.tried("", partial(_body, spec, call.content), b"")
    sent = {
        header.name: refused.tried(
            _word(header, given), partial(_sent, header, given, body, status), None
        )
        for header in spec.headers
    }
    if status in (204, 205, 304):
        body = b""
    if b"content-length" in caller:
        length = caller[b"content-length"]
        refused.tried("content-length", partial(_length, length, body), None)
    if refused.faults:
        return refused
    content_type = (
        None if media_type is None else _content_type(media_type, spec.charset)
    )
    listed = _declared(spec, sent, caller)
    framed = _framed(listed, status, len(body), content_type)
    always = [
        field
        for use in spec.cookies
        if use.always is not None
        for field in set_fields(use.cookie, use.always, {})
    ]
    return Sent(status, framed + always, body)


# Arguments, each checked where it enters


def _status(spec: ResponseSpec, given: Mapping[str, Any]) -> int:
    status = final_status(given.get("status_code", spec.status_code))
    if spec.status_locked and status != spec.status_code:
        raise ValueError
    return status


def _word(header: HeaderSpec, given: Mapping[str, Any]) -> str:
    """What a refusal of a parameter names: the field; Python names the parameter itself."""
    match header.origin:
        case Argument(parameter) if parameter not in given:
            return parameter
        case Template() | JsonDocument() as made:
            required = (name for name in made.parameters if PARAMS[name].required)
            return next((name for name in required if name not in given), header.name)
    return header.name


def _sent(
    header: HeaderSpec, given: Mapping[str, Any], body: bytes, status: int
) -> bytes | None:
    """The value that a declaration alone sends, None where it sends nothing."""
    match header.origin:
        case Constant(text):
            return text.encode("latin-1")
        case Argument() as argument:
            return _argument(header, argument, given)
    return derived.sent(header, given, body, status)


def _argument(
    header: HeaderSpec, argument: Argument, given: Mapping[str, Any]
) -> bytes | None:
    if argument.required and argument.parameter not in given:
        raise TypeError
    value = given.get(argument.parameter, argument.default)
    if value is None and not argument.required:
        return None
    of = header.type
    encode = _encoder(of.member if of.word == "list" else of.word, of)
    if of.word != "list":
        sent = encode(header.name, value)
        return sent or None if TYPES[of.word].plural else sent
    return _list(of.separator, header.name, value, encode) or None


def _list(
    separator: str, name: str, members: Any, encode: Callable[[str, Any], bytes]
) -> bytes:
    if not isinstance(members, Sequence) or isinstance(members, str | bytes):
        raise TypeError
    sent = [encode(name, member).decode("latin-1") for member in members]
    if any(not each or (separator.strip() or " ") in each for each in sent):
        raise ValueError
    return separator.join(sent).encode("latin-1")


def _encoder(name: str | None, of: ValueType) -> Callable[[str, Any], bytes]:
    if name == "enum":
        return partial(values.enum_value, values=of.values)
    if of.spaced:
        return _spaced
    if name == "duration" and of.rounding != "refuse":
        return partial(_rounded, ceil if of.rounding == "up" else floor)
    if name == "content_disposition" and of.controls == "replace":
        return _typed
    return TYPES[name or "str"].encode


def _spaced(name: str, value: Any) -> bytes:
    bodies.json_value(name, value)
    return json.dumps(value).replace("\x7f", "\\u007f").encode()


def _rounded(whole: Callable[[Fraction], int], name: str, value: Any) -> bytes:
    """A fraction is exact here; below 0 there is no duration."""
    parts: Any = value
    if isinstance(value, timedelta):
        parts = Fraction(value // timedelta(microseconds=1), 10**6)
    elif isinstance(value, float):
        parts = Fraction(value)
    if not isinstance(parts, Fraction):
        return durations.duration_value(name, value)
    return durations.duration_value(name, floor(parts) if parts < 0 else whole(parts))


def _typed(name: str, value: Any) -> bytes:
    """A file name that a user typed."""
    if isinstance(value, str):
        value = "".join("_" if category(each) == "Cc" else each for each in value)
    return dispositions.content_disposition_value(name, value)


def _items(headers: Any) -> Iterator[tuple[Any, Any]]:
    if not isinstance(headers, Mapping):
        raise TypeError
    return iter(headers.items())


def _value(name: object, value: Any) -> bytes:
    return fields.field_value(str(name), value)


def _allowed(name: bytes, spec: ResponseSpec, status: int) -> None:
    upgrade = name == b"upgrade" and status == 426
    if name in CONNECTION.split() and not upgrade:
        raise ValueError
    if name in [_wire(header) for header in spec.headers if header.policy == "locked"]:
        raise ValueError


def _length(value: bytes, body: bytes) -> None:
    if not value or value.strip(b"0123456789"):
        raise ValueError
    if len(value) > 20 or (body and int(value) != len(body)):
        raise ValueError


# Body


def _body(spec: ResponseSpec, content: tuple[object, ...]) -> bytes:
    if spec.content is not None and not content:
        raise TypeError
    value: Any = content[0] if content else None
    if spec.renderer.name == "function":
        return authors.shout(value)
    if spec.renderer.name != "json":
        return bodies.text_body(value, spec.charset)
    options = spec.renderer.options
    assert isinstance(options, JsonOptions)
    default = authors.encode if options.default else None
    if options.nan == "null":
        value, default = bodies.nulls_for_nan(value), _finite(default)
    return json.dumps(
        value,
        ensure_ascii=options.ensure_ascii,
        allow_nan=False,
        indent=options.indent,
        separators=(",", ":") if options.indent is None else (",", ": "),
        default=default,
        sort_keys=options.sort_keys,
    ).encode("utf-8")


def _finite(default: Callable[[object], object] | None) -> Any:
    """What a default gives holds no NaN either."""
    return default and (lambda value: bodies.nulls_for_nan(default(value)))


# The header list


def _wire(header: HeaderSpec) -> bytes:
    return header.name.lower().encode("latin-1")


def _declared(
    spec: ResponseSpec, sent: Mapping[str, bytes | None], caller: Mapping[bytes, bytes]
) -> Fields:
    """What is declared and sent, in schema order, then what else the caller's headers name."""
    own = {_wire(header): sent[header.name] for header in spec.headers}
    joining = [_wire(header) for header in spec.headers if header.policy == "append"]
    given = {
        name: _joined(name, own[name] or b"", value) if name in joining else value
        for name, value in caller.items()
    }
    listed = [
        (name, given.get(name, value))
        for name, value in own.items()
        if value is not None
    ]
    return listed + [item for item in given.items() if own.get(item[0]) is None]


def _joined(name: bytes, declared: bytes, given: bytes) -> bytes:
    """The declared members first, then the caller's new ones; challenges whole."""
    if name.endswith(b"-authenticate"):
        return declared + b", " + given if declared and given else declared or given
    if not declared or not given:
        return declared or given
    joined: list[bytes] = []
    for member in _members(declared) + _members(given):
        folds = name == b"vary" or name.startswith(b"access-control-")
        known = [m.lower() for m in joined] if folds else joined
        if (member.lower() if folds else member) not in known:
            joined.append(member)
    return b", ".join(joined)


def _members(value: bytes) -> list[bytes]:
    """The text between commas outside quotes, targets of links, brackets.

    What nothing closes reaches to the end.
    """
    members, start, inside = [], 0, b""  # what closes the parts that are open
    for place, octet in enumerate(value):
        if inside[-1:] == b"\\":
            inside = inside[:-1]
        elif inside[-1:] == b'"':
            inside = {0x22: inside[:-1], 0x5C: inside + b"\\"}.get(octet, inside)
        elif inside == b">":
            inside = b"" if octet == 0x3E else inside
        elif octet in b")]}" and inside:
            inside = inside[:-1]
        elif octet in b'"([{' or (octet == 0x3C and not inside):
            inside += b'">)'[b'"<('.find(octet) :][:1] if octet in b'"<(' else b")"
        elif octet == 0x2C and not inside:
            members.append(value[start:place])
            start = place + 1
    members.append(value[start:])
    return [stripped for member in members if (stripped := member.strip(b" \t"))]


def _content_type(media_type: str, charset: str) -> bytes:
    parsed = media_types.parse_media_type(media_type)
    named = [name for name, _ in parsed.parameters]
    if parsed.type == "text" and "charset" not in named:
        return f"{media_type}; charset={charset}".encode("latin-1")
    return media_type.encode("latin-1")


def _framed(
    listed: Fields, status: int, length: int, content_type: bytes | None
) -> Fields:
    """content-length and content-type, where the caller did not give them."""
    names = [name for name, _ in listed]
    if status in (204, 205, 304):
        framing = (b"content-length", b"content-type")
        kept = [item for item in listed if item[0] not in framing]
        return [*kept, (b"content-length", b"0")] if status == 205 else kept
    framed = [*listed]
    if b"content-length" not in names:
        framed.append((b"content-length", str(length).encode()))
    if b"content-type" not in names and content_type is not None:
        framed.append((b"content-type", content_type))
    return framed
