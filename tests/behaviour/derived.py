"""Headers that a class derives: templates over params, sources, and what is computed of the body.

What comes out are strategies of declarations and arguments, and the plain answer to each.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respgen.core.values import url_value
from respgen.fields import TYPES
from respgen.specs import (
    HeaderSpec,
    ImportPath,
    JsonDocument,
    OfBody,
    ParamSpec,
    Pattern,
    Policy,
    Read,
    Template,
    TypeName,
    ValueType,
    Whole,
)
from tests.behaviour import authors, values
from tests.support.headers import SPAN, header

_INT, _STR = TypeName("builtins", "int"), TypeName("builtins", "str")
PARAMS = {
    "item_id": ParamSpec("item_id", _INT, True, None, "", SPAN),
    "page": ParamSpec("page", _STR, False, None, "Which page.", SPAN),
    "variant": ParamSpec("variant", _STR, False, "en", "", SPAN),
    "nonce": ParamSpec("nonce", _STR, True, None, "", SPAN),
}
"""Every param that a template may have: a name has one declaration."""

SOURCES = {
    "REGION": ("str", None),
    "settings.region": ("str", None),
    "moment": ("date", None),
    "settings.languages": ("list", "token"),
    "Settings.spoken": ("list", "token"),
    "nothing": ("list", "token"),
}
_AROUND = st.sampled_from(["", "/items/", "?a=", "{", "}", "x", "%20"])


@st.composite
def derived(draw: st.DrawFn, name: str, policy: Policy) -> HeaderSpec:
    """A declaration of one such header."""
    kinds = ["template", "template", "json", "nonce", "source", "body"]
    kind = draw(st.sampled_from(kinds))
    if kind == "json":
        return header(
            name, JsonDocument(draw(_documents)), ValueType("json"), policy=policy
        )
    if kind == "source":
        source = draw(st.sampled_from(sorted(SOURCES)))
        path = ImportPath("tests.behaviour.authors", source)
        return header(name, Read(path), ValueType(*SOURCES[source]), policy=policy)
    if kind == "body":
        word = draw(st.sampled_from(["etag", "weak_etag", "digest"]))
        algorithm = draw(st.sampled_from(["sha-256", "sha-512"]))
        origin = OfBody(algorithm if word == "digest" else None)  # type: ignore[arg-type]  # each is one of the words
        return header(name, origin, ValueType(word), policy=policy)
    return draw(_templates(name, policy, kind == "nonce"))


@st.composite
def _templates(
    draw: st.DrawFn, name: str, policy: Policy, is_nonce: bool
) -> HeaderSpec:
    if is_nonce:
        texts = ("script-src 'nonce-", "'; style-src 'nonce-", "'")
        origin = Template(Pattern(texts, ("nonce", "nonce")), "nonce")
        return header(name, origin, ValueType("str"), policy=policy)
    names = draw(st.lists(st.sampled_from(["item_id", "page", "variant"]), max_size=2))
    around = tuple(draw(_AROUND) for _ in range(len(names) + 1))
    word = draw(st.sampled_from(["url", "url", "str", "content_disposition"]))
    optional = tuple(each for each in dict.fromkeys(names) if PARAMS[each].optional)
    pattern = Pattern(
        ("x" + around[0], *around[1:-1], around[-1] + "x") if names else ("x",),
        tuple(names),
    )
    origin = Template(pattern, "url" if word == "url" else "text", optional)
    return header(name, origin, ValueType(word), policy=policy)


_scalars: SearchStrategy[Any] = st.one_of(
    st.sampled_from(["{}", "\xe9", "a", 1, 1.5, True, None]),
    st.builds(Whole, st.sampled_from(["item_id", "page", "variant"])),
    st.just(Pattern(("{", "}-", ""), ("item_id", "variant"))),
)
_documents = st.dictionaries(
    st.sampled_from(["path", "{path}", 'a"b', "\u2028"]),
    st.recursive(
        _scalars,
        lambda inside: st.lists(inside, max_size=2).map(tuple)
        | st.dictionaries(st.sampled_from(["x", "y"]), inside, max_size=2),
        max_leaves=4,
    ),
    max_size=3,
)


def params(headers: tuple[HeaderSpec, ...]) -> tuple[ParamSpec, ...]:
    """Those that the templates among the headers need."""
    names = dict.fromkeys(
        name
        for header in headers
        if isinstance(header.origin, Template | JsonDocument)
        for name in header.origin.parameters
    )
    return tuple(PARAMS[name] for name in names)


# Arguments

_NONCES = st.binary(max_size=8).map(lambda data: base64.b64encode(b"n" + data).decode())
_TEXTS = st.text("abc/?#%{}", min_size=1, max_size=5) | st.just("\xe9")


def good(param: ParamSpec) -> SearchStrategy[Any]:
    """What a caller passes on purpose."""
    if param.name == "nonce":
        return _NONCES
    text = st.integers() if param.type == _INT else _TEXTS
    return text | st.none() if param.optional else text


BAD: SearchStrategy[Any] = st.one_of(
    values.any_text,
    st.sampled_from(["", ".", "..", "a\r\nb", "\ud800", "'; x"]),
    st.sampled_from([None, b"a", [], ("a",), {}, memoryview(b"a"), True, 1.5]),
)


# The plain answer


def sent(header: HeaderSpec, given: Mapping[str, Any], body: bytes, status: int) -> Any:
    """The value of such a header, None where it is not sent."""
    match header.origin:
        case OfBody(algorithm):
            return _of_body(header, algorithm, body, status)
        case Read(path):
            return _sourced(header, path)
        case Template() as template:
            return _filled(header, template, given)
        case JsonDocument(template):
            document = _document(template, given)
            json.dumps(document, ensure_ascii=False).encode()  # no lone surrogate
            text = json.dumps(document, allow_nan=False, separators=(",", ":"))
            return text.replace("\x7f", "\\u007f").encode("ascii")
    raise TypeError


def _document(template: Any, given: Mapping[str, Any]) -> Any:
    """The JSON value; a param that is None takes its key along."""
    match template:
        case Whole(name):
            return _argument(name, given)
        case Pattern(texts, names):
            filled = [_plain(_argument(name, given)) for name in names]
            return texts[0] + "".join(
                a + b for a, b in zip(filled, texts[1:], strict=True)
            )
        case tuple():
            return [_document(inside, given) for inside in template]
        case dict():
            found = {key: _document(template[key], given) for key in template}
            return {key: value for key, value in found.items() if value is not None}
    return template


def _argument(name: str, given: Mapping[str, Any]) -> Any:
    if PARAMS[name].required and name not in given:
        raise TypeError
    return given.get(name, PARAMS[name].default)


def _of_body(
    header: HeaderSpec, algorithm: str | None, body: bytes, status: int
) -> bytes | None:
    if algorithm:
        if header.name.lower() == "content-digest" and status in (204, 205, 304):
            return None
        digest = hashlib.new(algorithm.replace("-", ""), body).digest()
        return f"{algorithm}=:{base64.b64encode(digest).decode()}:".encode()
    tag = base64.urlsafe_b64encode(hashlib.sha256(body).digest()[:16]).decode()
    weak = "W/" if header.type.word == "weak_etag" else ""
    return f'{weak}"{tag.rstrip("=")}"'.encode()


def _sourced(header: HeaderSpec, path: ImportPath) -> bytes | None:
    value: Any = authors
    for part in path.name.split("."):
        value = getattr(value, part)
    value = value() if callable(value) else value
    if header.type.word == "list":
        return ", ".join(value).encode() or None
    return TYPES[header.type.word].encode(header.name, value)


def _filled(
    header: HeaderSpec, template: Template, given: Mapping[str, Any]
) -> bytes | None:
    pattern = template.pattern
    arguments = []
    for name in pattern.parameters:
        arguments.append(_argument(name, given))
    if any(
        PARAMS[name].optional and argument is None
        for name, argument in zip(pattern.parameters, arguments, strict=True)
    ):
        return None
    text = around = pattern.texts[0]
    for argument, after in zip(arguments, pattern.texts[1:], strict=True):
        value = _place(template, argument)
        # in the schemas of these tests no quote of a text has a backslash
        if template.fill == "quoted" and around.count('"') % 2:
            value = "".join(f"\\{c}" if c in '"\\' else c for c in value)
        text, around = text + value + after, around + after
    if template.fill == "url":
        return url_value(header.name, text)
    return TYPES[header.type.word].encode(header.name, text)


def _place(template: Template, value: Any) -> str:
    if template.fill == "nonce":
        return _nonce(value)
    text = _plain(value)
    if template.fill in ("text", "quoted"):
        return text
    if text in ("", ".", ".."):
        raise ValueError
    return quote(text, safe="")


def _plain(value: Any) -> str:
    if value is None or not isinstance(value, str | int | float):
        raise TypeError
    return str(value).lower() if isinstance(value, bool) else str(value)


def _nonce(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    letters = value.rstrip("=").replace("-", "a").replace("_", "a")
    plain = letters.replace("+", "a").replace("/", "a")
    if not (plain.isascii() and plain.isalnum()) or value.count("=") > 2:
        raise ValueError
    return value
