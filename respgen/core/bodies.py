"""Bodies: what a renderer makes of a content.

Goes in: the content. Comes out: the bytes of the body.
"""

import json
import json.encoder
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import isfinite
from typing import Any, ClassVar, Protocol, cast

from respgen.core.fields import named
from respgen.core.grammar import FieldError, wrong_type

JsonValue = (
    bool | int | float | str | Mapping[str, "JsonValue"] | Sequence["JsonValue"] | None
)


class TypedMapping(Protocol):
    """A TypedDict: type checkers let no other mapping have keys that they know."""

    __required_keys__: ClassVar[frozenset[str]]


# What `json_body` can hold, to type checkers. A TypedDict is no Mapping of JSON values, since
# values of other keys could be anything.
JsonContent = (
    JsonValue | Mapping[Any, "JsonContent"] | Sequence["JsonContent"] | TypedMapping
)

# The reference's options; one encoder, since `json.dumps` makes one for every call.
JSON_ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    allow_nan=False,
    separators=(",", ":"),
    check_circular=False,  # a tenth of the time; what holds itself is nested too deeply
)


def parts_of(encoder: json.JSONEncoder) -> Callable[[object, int], Iterable[str]]:
    """What makes the parts of a value's text, without what `encode` makes for each call.

    That is half of its time where values are small. The number is the depth: 0.
    """
    make: Any = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # a Python whose json is not in C
        return lambda value, _: encoder.iterencode(value)
    written: Callable[[object, int], Iterable[str]] = make(
        None,
        encoder.default,
        json.encoder.encode_basestring,
        None,
        encoder.key_separator,
        encoder.item_separator,
        encoder.sort_keys,
        encoder.skipkeys,
        encoder.allow_nan,
    )
    return written


JSON_PARTS = parts_of(JSON_ENCODER)

# Header values are ASCII.
JSON_ASCII_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))
JSON_SPACED_ENCODER = json.JSONEncoder(allow_nan=False)


def json_body(content: object) -> bytes:
    """The bytes of the reference's JSONResponse: compact JSON in UTF-8 (RFC 8259).

    Raises ValueError for NaN, infinities, lone surrogates and what is nested too
    deeply, such as in itself, TypeError for what JSON cannot hold.
    """
    try:
        return "".join(JSON_PARTS(content, 0)).encode()
    except RecursionError:
        raise FieldError("content", "nested too deeply for JSON") from None


def render_json(self: object, content: object) -> bytes:
    """`json_body` as the method of a class, which saves a call. Raises as that does."""
    try:
        return "".join(JSON_PARTS(content, 0)).encode()
    except RecursionError:
        kind = type(self).__name__
        raise FieldError(
            "content", f"nested too deeply for the JSON of {kind}"
        ) from None


def json_value(name: str, value: JsonValue) -> bytes:
    """Compact JSON in ASCII, as a header value has it (RFC 8259).

    Raises ValueError for NaN, infinities, lone surrogates and what is nested too
    deeply, TypeError for what JSON cannot hold.
    """
    text = named_json(name, value)
    if not text.isascii():
        text = JSON_ASCII_ENCODER.encode(value).encode("ascii")
    # ASCII, but in no field value
    return text.replace(b"\x7f", b"\\u007f")


def named_json(name: str, value: object) -> bytes:
    """`json_body` with the name of the value in messages. Raises as that does."""
    try:
        return "".join(JSON_PARTS(value, 0)).encode()
    except TypeError as error:
        raise TypeError(f"{name}: {error}") from None
    except ValueError:
        what = "NaN, an infinity or a lone surrogate"
        raise FieldError(name, f"{what} cannot be written as JSON (RFC 8259)") from None
    except RecursionError:
        raise FieldError(name, "nested too deeply for JSON") from None


json_field = named(json_value)


def spaced_json_value(name: str, value: JsonValue) -> bytes:
    """JSON in ASCII with blanks behind commas and colons. Raises as `json_value` does."""
    named_json(name, value)
    text = JSON_SPACED_ENCODER.encode(value).encode("ascii")
    return text.replace(b"\x7f", b"\\u007f")


spaced_json_field = named(spaced_json_value)


def present(value: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The mapping without the keys whose value is None."""
    return {key: inside for key, inside in value.items() if inside is not None}


def nulls_for_nan(content: object) -> object:
    """A copy of `content` with None for NaN and the infinities, which JSON lacks.

    A key becomes the text of that, beside which all are text, so that they can be sorted;
    of several such keys the last one stays, as readers of JSON have it.
    """
    if type(content) is str:  # what most values are
        return content
    if isinstance(content, float):
        return content if isfinite(content) else None
    if isinstance(content, dict):
        members = cast("dict[object, object]", content)
        made = {key: nulls_for_nan(value) for key, value in members.items()}
        for key in made:
            if type(key) is not str:
                return finite_keys(made)
        return made
    if isinstance(content, list | tuple):
        return [nulls_for_nan(value) for value in cast("Sequence[object]", content)]
    return content


def finite_keys(members: dict[object, object]) -> dict[object, object]:
    """The mapping; with texts as its keys where one of them is NaN or an infinity."""
    if any(map(is_unwritten, members)):
        return {key_text(key): value for key, value in members.items()}
    return members


def is_unwritten(value: object) -> bool:
    """Whether JSON has no number for a value."""
    return isinstance(value, float) and not isfinite(value)


def key_text(key: object) -> object:
    """What the json module writes of a key, `null` for NaN; any other key as it is."""
    if key is None or is_unwritten(key):
        return "null"
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, int):
        return int.__repr__(key)
    return float.__repr__(key) if isinstance(key, float) else key


def text_body(content: str | bytes | memoryview | None, charset: str) -> bytes:
    """Text in `charset`, bytes as they are, nothing for None.

    Raises ValueError for text that `charset` cannot hold, TypeError for other types.
    """
    # The usual content first: of a stream, each item comes by here.
    if type(content) is str:
        return content.encode(charset)
    if content is None:
        return b""
    if isinstance(content, bytes):
        return content
    if isinstance(content, memoryview):
        return content.tobytes()
    try:
        return content.encode(charset)
    except AttributeError:
        raise wrong_type("content", "str, bytes, memoryview or None", content) from None
