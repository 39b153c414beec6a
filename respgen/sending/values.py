"""What the parameter of a header is given for the field to have a value, and what params may be given.

Goes in: the type of the header, and a value as it is sent. Comes out: what is sent so for certain; None
where nobody knows.
"""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from respgen.core.dispositions import disposition_value
from respgen.core.grammar import compiled
from respgen.core.values import URL_AS_IT_IS
from respgen.sending.sent import Given
from respgen.sending.types import is_of
from respgen.source.program.values import (
    Attribute,
    Called,
    Joined,
    Known,
    Named,
    Value,
    text,
)
from respgen.specs import ParamSpec
from respgen.specs.headers import ValueType
from respgen.specs.types import NONE, TypeExpression, TypeUnion

_TAG = r"[!#-~]+"
"""What every entity tag can hold (RFC 9110 8.8.3), in ASCII."""
_UTC = (Named("datetime.timezone.utc"), Named("datetime.UTC"))

TEXTS = ("str", "content_disposition")
"""Types of headers that can be any text, so that a constant goes before them."""


def argument(kind: ValueType, given: Given) -> Given | None:
    """What a parameter of this type is given."""
    if kind.format:
        return None
    match kind.word:
        case "str":
            return given
        case "int":
            return _number(given)
        case "etag":
            return _tag(given)
        case "date":
            return _moment(given)
        case "content_disposition":
            return file_name(given)
        case "url" if not kind.to.allow:
            known = text(given.value)
            plain = known is not None and compiled(URL_AS_IT_IS).fullmatch(known)
            return given if plain else None
    return None


def annotated(param: ParamSpec) -> TypeExpression:
    """The type of a parameter, with None where that stands for nothing."""
    members = param.type.members if isinstance(param.type, TypeUnion) else (param.type,)
    return TypeUnion((*members, NONE)) if param.optional else param.type


def is_default(param: ParamSpec, value: Value) -> bool:
    """Whether a parameter has this value where nobody gives it."""
    match value:
        case Known(value=known) if not param.required:
            return type(known) is type(param.default) and known == param.default
    return False


def _number(given: Given) -> Given | None:
    """`str(n)`, `f"{n}"`, or the digits of a number."""
    match given.value:
        case Called(Named("builtins.str"), arguments) if len(arguments.places) == 1:
            inner, nodes = arguments.places[0], getattr(given.node, "args", [None])
        case Joined((inner,)):
            nodes = _places(given.node)
        case Known(value=str(digits)) if digits.isdecimal() and digits.isascii():
            number = Known(int(digits))
            return (
                Given(number, when=given.when) if str(int(digits)) == digits else None
            )
        case _:
            return None
    return replace(given, value=inner, node=nodes[0]) if is_of(inner, "int") else None


def _places(node: ast.expr | None) -> list[ast.expr | None]:
    """The expressions of an f-string; None where it stands elsewhere."""
    values = node.values if isinstance(node, ast.JoinedStr) else []
    return [e.value for e in values if isinstance(e, ast.FormattedValue)] or [None]


def _tag(given: Given) -> Given | None:
    """A tag in quotes, where it is certain that it is one."""
    match given.value:
        case Joined((Known(value='"'), inner, Known(value='"'))) if _is_hex(inner):
            return replace(given, value=inner, node=_places(given.node)[0])
        case Known(value=str(whole)) if compiled(f'"{_TAG}"').fullmatch(whole):
            return Given(Known(whole[1:-1]), when=given.when)
    return None


def _is_hex(value: Value) -> bool:
    """Whether it is what `hexdigest` of hashlib gives."""
    match value:
        case Called(Attribute(Called(Named(str(path))), "hexdigest")):
            return path.startswith("hashlib.")
    return False


_SAVED = re.compile(r'attachment; filename="([^"]*)"')


def file_name(given: Given) -> Given | None:
    """The name in `attachment; filename="a.csv"`, where the type writes the same of it."""
    known = text(given.value) or ""
    found = _SAVED.fullmatch(known)
    try:
        again = disposition_value("name", "attachment", found[1]) if found else b""
    except ValueError:
        return None
    is_same = found and again == known.encode()
    return Given(Known(found[1]), when=given.when) if found and is_same else None


def _moment(given: Given) -> Given | None:
    """`format_datetime(..., usegmt=True)`, which refuses what is not in UTC: of a moment that is."""
    match given.value:
        case Called(Named("email.utils.format_datetime"), arguments):
            named = arguments.by_name(("dt", "usegmt"))
            moment = named.get("dt")
            if named.get("usegmt") == Known(True) and moment and _is_utc(moment):
                node = arguments.node("dt", ("dt", "usegmt"))
                return replace(given, value=moment, node=node if given.node else None)
    return None


def _is_utc(value: Value) -> bool:
    match value:
        case Called(Named("datetime.datetime.now"), arguments):
            return arguments.by_name(("tz",)).get("tz") in _UTC
    return False
