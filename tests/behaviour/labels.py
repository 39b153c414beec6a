"""What a class is about: status, media type, charset, renderer and content that agree."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from respgen.renderers import RENDERERS
from respgen.renderers.function import FUNCTION, FunctionOptions
from respgen.renderers.json import JSON, JsonOptions
from respgen.renderers.text import BYTES
from respgen.specs import (
    ContentSpec,
    ImportPath,
    RendererSpec,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
)

AUTHORS = "tests.behaviour.authors"
CONTENT_NAMES = [
    "content",
    "user",
    "document",
    "value",
    "cookie",
    "data",
    "len",
    "name",
]


def _type(name: str, module: str = "builtins") -> TypeName:
    return TypeName(module, name)


_JSON_VALUE = _type("JsonValue", "respgen")
_TYPES: dict[str, list[TypeExpression]] = {
    "json": [
        _JSON_VALUE,
        TypeGeneric(_type("dict"), (_type("str"), _type("int"))),
        TypeUnion((_type("User", AUTHORS), _type("None"))),
    ],
    "text": [_type("str")],
    "html": [_type("str")],
    "bytes": [_type("bytes")],
    "function": [_type("str")],
}
_JSON_TYPES = [
    "application/json",
    "application/problem+json",
    'application/vnd.api+json; profile="a; b"',
]
_TEXT_TYPES = [
    "text/plain",
    "text/html",
    "text/csv; header=present",
    "text/plain; charset=utf-8",
    "TEXT/plain ;Format=flowed",
    'text/plain; x="; charset=utf-8"',
]
_OTHER_TYPES = ["image/png", "application/octet-stream", 'a/b; c="\\"\xe9"', None]

json_options = st.builds(
    JsonOptions,
    indent=st.sampled_from([None, 0, 2]),
    ensure_ascii=st.booleans(),
    sort_keys=st.booleans(),
    default=st.sampled_from([None, ImportPath(AUTHORS, "encode")]),
    nan=st.sampled_from(["error", "null"]),
)
shout = FUNCTION.spec(FunctionOptions(ImportPath(AUTHORS, "shout")))


@st.composite
def labels(draw: st.DrawFn, parameters: frozenset[str]) -> dict[str, Any]:
    """media_type, charset, renderer and content of a body that agree with each other."""
    renderer = draw(
        st.sampled_from(["json", "json", "text", "html", "bytes", "function"])
    )
    types = {"json": _JSON_TYPES, "bytes": [*_OTHER_TYPES, *_JSON_TYPES]}
    media_type = draw(st.sampled_from(types.get(renderer, _TEXT_TYPES)))
    is_text = renderer in ("text", "html") and "charset=u" not in (media_type or "")
    charset = (
        draw(st.sampled_from(["utf-8", "latin-1", "utf-16"])) if is_text else "utf-8"
    )
    free = [name for name in CONTENT_NAMES if name not in parameters]
    content = st.builds(
        ContentSpec, st.sampled_from(free), st.sampled_from(_TYPES[renderer])
    )
    # `content: null` leaves nothing for a function that wants text
    dropped = st.nothing() if renderer == "function" else st.none()
    return {
        "kind": "body",
        "media_type": media_type,
        "charset": charset,
        "renderer": _renderer(renderer, draw),
        "content": draw(content | content | dropped),
    }


def _renderer(name: str, draw: st.DrawFn) -> RendererSpec:
    if name == "function":
        return shout
    if name == "json":
        options = draw(st.just(JsonOptions()) | json_options)
        return JSON.spec(options)
    return RENDERERS[name].spec()


EMPTY: dict[str, Any] = {
    "kind": "empty",
    "media_type": None,
    "charset": "utf-8",
    "renderer": BYTES.spec(),
    "content": None,
}


@st.composite
def messages(
    draw: st.DrawFn, parameters: frozenset[str], label: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Kind, status and label; an inherited label may be kept, with its status or another."""
    locked = draw(st.booleans())
    if label and draw(st.booleans()):
        return {**label, "status_locked": locked}
    if draw(st.integers(0, 3)) == 0:
        status = draw(st.sampled_from([204, 205, 304, 200, 404]))
        return {**EMPTY, "status_code": status, "status_locked": locked}
    status = draw(st.sampled_from([200, 200, 201, 404, 299, 599]))
    redrawn = label is None or label["kind"] == "empty" or draw(st.booleans())
    chosen = draw(labels(parameters)) if redrawn else label
    return {**(chosen or {}), "status_code": status, "status_locked": locked}


LABEL = (*EMPTY, "status_code")
