"""Encoders of values with a grammar of their own: file names, links, directives, JSON, media types."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.core.bodies import JsonValue, json_value
from respgen.core.caching import cache_control_value
from respgen.core.dispositions import content_disposition_value
from respgen.core.fields import FIELD_VALUE
from respgen.core.grammar import compiled
from respgen.core.links import Link, link_value
from respgen.core.lists import list_members
from respgen.core.media_types import media_type_value

DOCUMENTS: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


@given(st.characters(codec="utf-8") | DOCUMENTS)
def test_json(value: JsonValue) -> None:
    """JSON reads back the same, and is a field value in ASCII, DEL included."""
    try:
        sent = json_value("x", value).decode("ascii")
    except ValueError:
        assert "\\ud" in json.dumps(value)
        return
    assert compiled(FIELD_VALUE).fullmatch(sent)
    assert json.loads(sent) == value


@given(NAMES)
def test_file_names(name: str) -> None:
    """A file name reads back, from `filename`, which nothing decodes, or from beside it."""
    sent = content_disposition_value("x", name).decode("ascii")
    assert compiled(FIELD_VALUE).fullmatch(sent)
    plain, _, extended = sent.partition("; filename*=")
    assert not re.search("%[0-9A-Fa-f]{2}", plain)
    if name.isascii() and not re.search("%[0-9A-Fa-f]{2}", name):
        assert not extended
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        assert plain == f'attachment; filename="{quoted}"'
    else:
        assert unquote(extended.removeprefix("UTF-8''"), errors="strict") == name


@given(
    st.lists(
        st.builds(Link, NAMES, st.from_regex(r"[a-z]+", fullmatch=True)), max_size=3
    )
)
def test_links(links: list[Link]) -> None:
    """Links are a list that splits at its commas, however their targets are made."""
    sent = link_value("link", links)
    assert len(list_members(sent)) == len(links)
    assert compiled(FIELD_VALUE).fullmatch(sent.decode("ascii"))


RIGHT: dict[str, tuple[Callable[..., bytes], Any, str]] = {
    "file name": (
        content_disposition_value,
        'a "b" \\.pdf',
        'attachment; filename="a \\"b\\" \\\\.pdf"',
    ),
    "file name beyond ASCII": (
        content_disposition_value,
        "na\xefve €.pdf",
        "attachment; filename=\"naive _.pdf\"; filename*=UTF-8''na%C3%AFve%20%E2%82%AC.pdf",
    ),
    "file name that looks encoded": (
        content_disposition_value,
        "50%-a%20b%2.csv",
        "attachment; filename=\"50%-a_20b%2.csv\"; filename*=UTF-8''50%25-a%2520b%252.csv",
    ),
    "file name that looks encoded in ASCII": (
        content_disposition_value,
        "\uff0541.csv",
        "attachment; filename=\"_41.csv\"; filename*=UTF-8''%EF%BC%8541.csv",
    ),
    "link": (link_value, [Link("/b c,d", "next")], '</b%20c,d>; rel="next"'),
    "links with every separator": (
        link_value,
        [Link("/a,b;c='d'>", "next"), Link("/?x=1,2", "prev")],
        '</a,b;c=\'d\'%3E>; rel="next", </?x=1,2>; rel="prev"',
    ),
    "link with parameters": (
        link_value,
        [Link("/", "next https://a.example/rel", {"title": 'a"b', "type": "text/css"})],
        '</>; rel="next https://a.example/rel"; title="a\\"b"; type="text/css"',
    ),
    "link beyond ASCII": (
        link_value,
        [Link("/", "prev", {"title": "\xe9"}), Link("", "self")],
        '</>; rel="prev"; title*=UTF-8\'\'%C3%A9, <>; rel="self"',
    ),
    "no links": (link_value, [], ""),
    "directives": (
        cache_control_value,
        {"public": True, "s_maxage": timedelta(hours=1), "immutable": False},
        "public, s-maxage=3600",
    ),
    "directives with fields": (
        cache_control_value,
        {"no_cache": ["Set-Cookie", "X-A"], "private": True, "max_age": 0},
        'no-cache="Set-Cookie, X-A", private, max-age=0',
    ),
    "nothing stored": (
        cache_control_value,
        {"no_store": True, "max_age": timedelta(0)},
        "no-store, max-age=0",
    ),
    "nothing stored for long": (
        cache_control_value,
        {"no_store": True, "s_maxage": 0, "stale_if_error": 0},
        "no-store, s-maxage=0, stale-if-error=0",
    ),
    "stored by those who understand": (
        cache_control_value,
        {"must_understand": True, "no_store": True, "max_age": 60},
        "must-understand, no-store, max-age=60",
    ),
    "no directives": (cache_control_value, {}, ""),
    "json": (json_value, {"a": [1, "\xe9\x7f"]}, '{"a":[1,"\\u00e9\\u007f"]}'),
    "media type": (media_type_value, "Text/CSV; a=b", "Text/CSV; a=b"),
}


@pytest.mark.parametrize(("encode", "value", "wire"), RIGHT.values(), ids=RIGHT)
def test_wire_forms(encode: Callable[..., bytes], value: Any, wire: str) -> None:
    """What stands on the wire."""
    assert encode("x-field", value) == wire.encode("ascii")


WRONG: dict[str, tuple[Callable[..., bytes], Any, type[Exception]]] = {
    "empty file name": (content_disposition_value, "", ValueError),
    "file name with a line break": (content_disposition_value, "a\r\nb", ValueError),
    "file name with C1": (content_disposition_value, "a\x85", ValueError),
    "file name with a surrogate": (content_disposition_value, "\ud800", ValueError),
    "file name of bytes": (content_disposition_value, b"a", TypeError),
    "link as text": (link_value, "</>; rel=next", TypeError),
    "text among links": (link_value, ["</>"], TypeError),
    "link without relation": (link_value, [Link("/", "")], ValueError),
    "link with a second relation": (
        link_value,
        [Link("/", "next", {"Rel": "prev"})],
        ValueError,
    ),
    "link with a starred parameter": (
        link_value,
        [Link("/", "next", {"title*": "a"})],
        ValueError,
    ),
    "link with a line break": (
        link_value,
        [Link("/", "next", {"title": "a\nb"})],
        ValueError,
    ),
    "unknown directive": (cache_control_value, {"max-age": 1}, ValueError),
    "negative lifetime": (cache_control_value, {"max_age": -1}, ValueError),
    "lifetime that is true": (cache_control_value, {"max_age": True}, TypeError),
    "argument where none is": (cache_control_value, {"public": 5}, TypeError),
    "public and private": (
        cache_control_value,
        {"public": True, "private": ["a"]},
        ValueError,
    ),
    "stored and not": (
        cache_control_value,
        {"no_store": True, "max_age": 1},
        ValueError,
    ),
    "stale and not stored": (
        cache_control_value,
        {"no_store": True, "stale_if_error": 1},
        ValueError,
    ),
    "fresh for ever and not stored": (
        cache_control_value,
        {"no_store": True, "immutable": True},
        ValueError,
    ),
    "no field named": (cache_control_value, {"no_cache": []}, ValueError),
    "field names as text": (cache_control_value, {"no_cache": "a"}, TypeError),
    "field name with a blank": (cache_control_value, {"private": ["a b"]}, ValueError),
    "NaN": (json_value, float("nan"), ValueError),
    "set": (json_value, {1}, TypeError),
    "JSON with a surrogate": (json_value, "\ud800", ValueError),
    "no media type": (media_type_value, "text", ValueError),
    "media type of bytes": (media_type_value, b"a/b", TypeError),
}


@pytest.mark.parametrize(("encode", "value", "error"), WRONG.values(), ids=WRONG)
def test_refusals(
    encode: Callable[..., bytes], value: Any, error: type[Exception]
) -> None:
    """What has no form on the wire raises, naming the field."""
    with pytest.raises(error, match="x-field"):
        encode("x-field", value)
