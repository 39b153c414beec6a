"""What a class is when its schema is silent, and what it inherits: schema-language, keys of a response."""

from __future__ import annotations

import pytest

from respgen.renderers import json, text
from respgen.renderers.json import JsonOptions
from respgen.resolve.expressions import ANY
from respgen.specs import (
    ContentSpec,
    ImportPath,
    ResponseSpec,
)
from respgen.specs.types import TypeExpression, TypeName
from tests.support.schemas import responses

JSON = TypeName("respgen", "JsonValue")
STR = TypeName("builtins", "str")
BYTES = TypeName("builtins", "bytes")

SILENT = {
    "nothing": ("{}", None, "bytes", BYTES, "Response"),
    "json": (
        "{media_type: application/json}",
        "application/json",
        "json",
        JSON,
        "JSONResponse",
    ),
    "+json": (
        "{media_type: application/geo+json}",
        "application/geo+json",
        "json",
        JSON,
        "JSONResponse",
    ),
    "json with a parameter": (
        "{media_type: application/a+json; v=1}",
        "application/a+json; v=1",
        "json",
        JSON,
        "JSONResponse",
    ),
    "html": ("{media_type: text/html}", "text/html", "html", STR, "HTMLResponse"),
    "other text": ("{media_type: text/csv}", "text/csv", "text", STR, "Response"),
    "other": ("{media_type: image/png}", "image/png", "bytes", BYTES, "Response"),
    "render json": ("{render: json}", "application/json", "json", JSON, "JSONResponse"),
    "render json with options": (
        "{render: {json: {indent: 2}}}",
        "application/json",
        "json",
        JSON,
        "JSONResponse",
    ),
    "render text": ("{render: text}", "text/plain", "text", STR, "PlainTextResponse"),
    "render html": ("{render: html}", "text/html", "html", STR, "HTMLResponse"),
    "html of a function": (
        '{render: "shop.pages:page", media_type: text/html}',
        "text/html",
        "function",
        STR,
        "Response",
    ),
    "plain text with a parameter": (
        "{media_type: text/plain; format=flowed}",
        "text/plain; format=flowed",
        "text",
        STR,
        "PlainTextResponse",
    ),
    "render bytes": ("{render: bytes}", None, "bytes", BYTES, "Response"),
    "bytes that are json": (
        "{render: bytes, media_type: application/json}",
        "application/json",
        "bytes",
        BYTES,
        "JSONResponse",
    ),
    "function": ('{render: "shop.csv:rows"}', None, "function", BYTES, "Response"),
    "function for json": (
        '{render: "shop.csv:rows", media_type: application/json}',
        "application/json",
        "function",
        JSON,
        "JSONResponse",
    ),
}


@pytest.mark.parametrize(
    ("keys", "media_type", "renderer", "content", "base"), SILENT.values(), ids=SILENT
)
def test_silence(
    keys: str, media_type: str | None, renderer: str, content: TypeExpression, base: str
) -> None:
    """Media type and renderer imply each other, and both the content and the base."""
    found = responses(f"Item: {keys}")["Item"]
    assert (found.media_type, found.renderer.name, found.base) == (
        media_type,
        renderer,
        base,
    )
    assert found.content == ContentSpec("content", content)
    assert (found.status_code, found.charset, found.kind) == (200, "utf-8", "body")
    assert not found.status_locked
    assert not found.inherits


KINDS = {
    "body": ("Item: {}", "body"),
    "204": ("Item: {status_code: 204}", "empty"),
    "205": ("Item: {status_code: 205}", "empty"),
    "304 as a mapping": ("Item: {status_code: {value: 304}}", "empty"),
    "own word": ("Item: {kind: empty}", "empty"),
    "inherited status": (
        """
        Gone: {status_code: 204}
        Item: {extends: Gone}
        """,
        "empty",
    ),
    "own status over an implied kind": (
        """
        Gone: {status_code: 204}
        Item: {extends: Gone, status_code: 200}
        """,
        "body",
    ),
    "inherited word": (
        """
        Gone: {kind: empty}
        Item: {extends: Gone, status_code: 200}
        """,
        "empty",
    ),
    "status over an inherited word": (
        """
        Full: {kind: body}
        Item: {extends: Full, status_code: 204}
        """,
        "empty",
    ),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS)
def test_kind(text: str, kind: str) -> None:
    """The entry's own word decides, then what its status implies, then its parent's word."""
    assert responses(text)["Item"].kind == kind


def test_inherited() -> None:
    """A silent child is as its parent says, in every key."""
    found = responses("""
        Parent:
          media_type: text/plain
          charset: latin-1
          status_code: {value: 201, locked: true}
          content: {type: int, as: number}
          render: "shop.csv:rows"
        Item: {extends: Parent, description: A child.}
    """)
    child, parent = found["Item"], found["Parent"]
    for key in (
        "media_type",
        "charset",
        "status_code",
        "status_locked",
        "content",
        "renderer",
    ):
        assert getattr(child, key) == getattr(parent, key)
    assert (parent.description, child.description) == ("", "A child.")
    assert set(child.spans) == {"extends", "description"}


def test_replaced() -> None:
    """A child's word replaces its parent's whole: locked and the parameter's name go."""
    child = responses("""
        Parent: {status_code: {value: 201, locked: true}, content: {type: bytes, as: number}}
        Item: {extends: Parent, status_code: 202, content: str}
    """)["Item"]
    assert (child.status_code, child.status_locked) == (202, False)
    assert child.content == ContentSpec("content", STR)


def test_no_content() -> None:
    """`content: null` drops the parameter, for children, too; a child can take it back."""
    found = responses("""
        Item: {content: null, media_type: text/plain}
        Child: {extends: Item}
        Back: {extends: Item, content: str}
    """)
    assert found["Item"].content is None
    assert found["Child"].content is None
    assert found["Back"].content == ContentSpec("content", STR)


def test_empty_child() -> None:
    """It drops media type, charset, content and renderer, and so do its own children."""
    found = responses("""
        Parent:
          media_type: text/plain
          charset: latin-1
          content: {type: int, as: number}
          render: "shop.csv:rows"
          headers: {X-A: a}
        Gone: {extends: Parent, status_code: 204}
        Again: {extends: Gone, status_code: 200}
    """)
    for name in ("Gone", "Again"):
        assert found[name].media_type is None
        assert found[name].charset == "utf-8"
        assert found[name].renderer == text.BYTES.spec()
        assert [header.name for header in found[name].headers] == ["X-A"]
    assert found["Gone"].content is None
    assert found["Again"].content == ContentSpec("content", BYTES)


OPTIONS = {
    "none": ("{}", JsonOptions()),
    "indent": ("{indent: 0}", JsonOptions(indent=0)),
    "indent null": ("{indent: null}", JsonOptions()),
    "nan null": ("{nan: null}", JsonOptions(nan=None)),
    "nan in quotes": ('{nan: "null"}', JsonOptions(nan="null")),
    "nan error": ("{nan: error}", JsonOptions()),
    "all": (
        '{indent: 2, ensure_ascii: true, sort_keys: true, default: "shop.json:encode"}',
        JsonOptions(2, True, True, ImportPath("shop.json", "encode")),
    ),
}


@pytest.mark.parametrize(("written", "options"), OPTIONS.values(), ids=OPTIONS)
def test_json_options(written: str, options: JsonOptions) -> None:
    """The options of json; silent ones give the reference's bytes."""
    found = responses(f"Item: {{render: {{json: {written}}}}}")["Item"]
    assert found.renderer == json.JSON.spec(options)


# Below an author's own class


def own(keys: str) -> ResponseSpec:
    return responses(f"""
        Base: {{extends: "shop.base:Base.Inner"{keys}}}
        Item: {{extends: Base, status_code: 201}}
    """)["Item"]


AUTHORS = {
    "silent": ("", {"media_type", "charset", "render"}, None, ANY),
    "media type": (
        ", media_type: application/json",
        {"charset", "render"},
        "application/json",
        ANY,
    ),
    "renderer": (", render: json", {"media_type", "charset"}, None, JSON),
    "charset": (", charset: latin-1", {"media_type", "render"}, None, ANY),
    "content": (
        ", content: int",
        {"media_type", "charset", "render"},
        None,
        TypeName("builtins", "int"),
    ),
}


@pytest.mark.parametrize(
    ("keys", "inherits", "media_type", "content"), AUTHORS.values(), ids=AUTHORS
)
def test_import_path(
    keys: str, inherits: set[str], media_type: str | None, content: TypeExpression
) -> None:
    """What nobody in the chain says stays as the author's class has it."""
    found = own(keys)
    assert found.base == ImportPath("shop.base", "Base.Inner")
    assert found.inherits == inherits
    assert found.media_type == media_type
    assert found.content == ContentSpec("content", content)


def test_empty_below_an_import_path() -> None:
    """An empty class takes nothing about a body from the author's class."""
    found = own(", kind: empty")
    assert found.base == ImportPath("shop.base", "Base.Inner")
    assert found.inherits == frozenset()
    assert found.content is None


PLACES = {
    "value": ("status_code: 404", "404"),
    "mapping": ("status_code: {locked: true, value: 404}", "404"),
    "content": ("content: {as: x, type: str}", "str"),
    "headers": ("headers: {X-A: a}", "headers"),
    "renderer with options": ("render: {json: {indent: 2}}", "render"),
}


@pytest.mark.parametrize(("written", "marked"), PLACES.values(), ids=PLACES)
def test_places(written: str, marked: str) -> None:
    """Where a key was written: its value if that is short, of a mapping its essence, else its name."""
    line = f"  Item: {{{written}}}"
    key = written.partition(":")[0]
    span = responses(line)["Item"].spans[key]
    assert line[span.column - 1 : span.end_column - 1] == marked
