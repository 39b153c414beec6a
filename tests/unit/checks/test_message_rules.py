"""R211 to R221: status codes, bodies, media types and charsets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specimens import (
    ENTRY,
    HEADER,
    NOSNIFF,
    codes,
    constant,
    found,
    key_span,
    module,
    parameter,
    response,
)

from respgen.checks import kinds, messages
from respgen.renderers import text
from respgen.specs import HeaderSpec, OfBody, Ref, ResponseSpec, ValueType
from tests.support.headers import header as made_header

STATUSES = {
    "lowest": (200, []),
    "highest": (599, []),
    "zero": (0, ["R211"]),
    "interim": (103, ["R211"]),
    "too high": (600, ["R211"]),
    "negative": (-1, ["R211"]),
    "too long to print": (16**5000, ["R211"]),
    "use proxy": (305, ["R211"]),
    "created": (201, ["R214"]),
    "multiple choices": (300, []),
    "found": (302, ["R214"]),
    "permanent": (308, ["R214"]),
    "partial": (206, ["R213"]),
    "unauthorized": (401, ["R213"]),
    "method": (405, ["R213"]),
    "proxy": (407, ["R213"]),
    "upgrade": (426, ["R213"]),
    "too large": (413, ["R214"]),
    "range": (416, ["R214"]),
    "too many": (429, ["R214"]),
    "unavailable": (503, ["R214"]),
}


@pytest.mark.parametrize(("status", "expected"), STATUSES.values(), ids=STATUSES)
def test_a_status_is_final_and_brings_what_clients_need(
    status: int, expected: list[str]
) -> None:
    """A status alone breaks the contract that RFC 9110 15 makes for it, or the advice."""
    spans = {"status_code": key_span(21)}
    problems = found(module(response(status_code=status, spans=spans)))
    assert [(p.code, p.span) for p in problems] == [(c, key_span(21)) for c in expected]


CONTRACTS = {
    "constant": (constant("www-authenticate", "Bearer"), []),
    "required": (parameter("WWW-Authenticate", required=True), []),
    "default": (parameter("WWW-Authenticate", default="Bearer"), []),
    "optional": (parameter("WWW-Authenticate"), ["R213"]),
}


@pytest.mark.parametrize(("header", "expected"), CONTRACTS.values(), ids=CONTRACTS)
def test_a_contract_is_kept_by_what_is_always_sent(
    header: Any, expected: list[str]
) -> None:
    """401 needs its challenge in every response, so an optional parameter is not enough."""
    assert codes(module(response(header, status_code=401))) == expected


def test_an_optional_parameter_follows_advice() -> None:
    """Where the field is only advised, being able to send it is enough."""
    assert codes(module(response(parameter("Location"), status_code=201))) == []


def test_several_ranges_name_themselves() -> None:
    """In multipart/byteranges each part has a Content-Range, the message none (15.3.7.2)."""
    given = response(status_code=206, media_type="multipart/byteranges; boundary=x")
    assert codes(module(given)) == []


def bodyless(*headers: Any, **changes: Any) -> ResponseSpec:
    given = {
        "kind": "empty",
        "media_type": None,
        "content": None,
        "renderer": text.BYTES.spec(),
    }
    return response(*headers, **(given | changes))


@pytest.mark.parametrize("status", [204, 205, 304])
@pytest.mark.parametrize("key", ["media_type", "charset", "content", "render"])
def test_what_has_no_body_has_no_label(status: int, key: str) -> None:
    """Own keys about a body are mistakes where there is none; inherited ones fell away."""
    spans = {key: key_span(22)}
    problems = found(module(bodyless(status_code=status, spans=spans)))
    assert [(p.code, p.span) for p in problems] == [("R212", key_span(22))]


METADATA = {
    "Content-Location": ("/items/1", []),
    "ETag": ('"a"', []),
    "Vary": ("Accept", []),
    "Cache-Control": ("no-cache", []),
    "Expires": ("0", []),
    "Last-Modified": ("Sun, 06 Nov 1994 08:49:37 GMT", []),
    "Content-Language": ("en", ["R212"]),
    "Content-Encoding": ("gzip", ["R212"]),
    "Content-Range": ("bytes 0-1/2", ["R212"]),
    "Content-Disposition": ("attachment", ["R212"]),
}


@pytest.mark.parametrize("status", [204, 304])
@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [(name, *row) for name, row in METADATA.items()],
    ids=METADATA,
)
def test_what_has_no_body_describes_none(
    status: int, name: str, value: str, expected: list[str]
) -> None:
    """Fields that a cache or the target needs may stand, those about the content not (15.4.5)."""
    problems = found(module(bodyless(constant(name, value), status_code=status)))
    assert [(p.code, p.span) for p in problems] == [(code, HEADER) for code in expected]


TEXT = text.TEXT.spec()
LABELS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "none": ({"media_type": None}, []),
    "vendor": ({"media_type": "application/vnd.api+json"}, []),
    "parameter": ({"media_type": "text/csv; header=present"}, []),
    "quoted": ({"media_type": 'text/csv;header="present"'}, []),
    "subtype alone": ({"media_type": "json"}, ["R215"]),
    "empty": ({"media_type": ""}, ["R215"]),
    "blank": ({"media_type": "text/html ; charset = utf-8"}, ["R215"]),
    "trailing semicolon": ({"media_type": "text/csv;"}, ["R215"]),
    "newline": ({"media_type": "text/csv\r\nX: y"}, ["R215"]),
    "two charsets": (
        {"media_type": "text/csv; charset=utf-8; charset=utf-8"},
        ["R216"],
    ),
    "charset key too": (
        {"media_type": "text/csv; charset=utf-8", "spans": {"charset": key_span(23)}},
        ["R216"],
    ),
    "label differs": (
        {"media_type": "text/csv; charset=latin-1", "renderer": TEXT},
        ["R216"],
    ),
    "label is an alias": (
        {"media_type": "text/csv; charset=UTF8", "renderer": TEXT},
        [],
    ),
    "bytes are their caller's": (
        {"media_type": "text/csv; charset=latin-1", "renderer": text.BYTES.spec()},
        [],
    ),
    "codec": ({"media_type": "text/csv", "charset": "iso-8859-15"}, []),
    "unknown codec": ({"media_type": "text/csv", "charset": "utf-9"}, ["R217"]),
    "no codec for text": ({"media_type": "text/csv", "charset": "rot13"}, ["R217"]),
    "no charset": ({"media_type": "text/csv", "charset": "unicode_escape"}, ["R217"]),
    "no token": ({"media_type": "text/csv", "charset": "utf 8"}, ["R217"]),
    "undefined": ({"media_type": "text/csv", "charset": "undefined"}, ["R217"]),
    "NUL": ({"media_type": "text/csv", "charset": "utf\0"}, ["R217"]),
    "unknown label": ({"media_type": "image/x; charset=utf-9"}, ["R217"]),
    "JSON in latin-1": ({"charset": "latin-1"}, ["R218"]),
    "JSON labelled": ({"media_type": "application/a+json; charset=cp1252"}, ["R218"]),
    "event stream": (
        {"media_type": "text/event-stream", "charset": "cp1252"},
        ["R218", "R801"],
    ),
    "JSON charset": ({"media_type": "application/json; charset=utf-8"}, ["R219"]),
    "other JSON charset": ({"media_type": "application/a+json; charset=utf-8"}, []),
    "page": ({"media_type": "text/html"}, ["R220"]),
    "jason": ({"media_type": "application/jason"}, ["R221"]),
    "htlm": ({"media_type": "text/htlm"}, ["R221"]),
    "top-level type": ({"media_type": "aplication/pdf"}, ["R221"]),
    "any case": ({"media_type": "Application/JSON"}, []),
}


@pytest.mark.parametrize(("changes", "expected"), LABELS.values(), ids=LABELS)
def test_a_label_is_true_and_readable(
    changes: dict[str, Any], expected: list[str]
) -> None:
    """Media type and charset are well-formed, agree with each other and with the body."""
    assert codes(module(response(**changes))) == expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (NOSNIFF, []),
        (constant("x-content-type-options", "NoSniff"), []),
        (parameter("X-Content-Type-Options"), []),
        (constant("X-Content-Type-Options", "sniff"), ["R618", "R220"]),
    ],
    ids=["constant", "any case", "parameter", "another word"],
)
def test_a_page_forbids_sniffing(header: Any, expected: list[str]) -> None:
    """text/html wants X-Content-Type-Options: nosniff."""
    assert codes(module(response(header, media_type="text/html"))) == expected


def family(parent: dict[str, Any], child: dict[str, Any]) -> list[tuple[str, Any]]:
    link = {"name": "Child", "parent": Ref("shop", "Item"), "span": USE}
    given = module(response(**parent), response(**(parent | link | child)))
    return [(problem.code, problem.span) for problem in found(given)]


USE = key_span(40)


def test_what_is_inherited_is_reported_at_the_parent() -> None:
    """Mending the parent mends the children, so they are not listed."""
    assert family({"status_code": 401}, {}) == [("R213", ENTRY)]


def test_what_a_child_writes_itself_is_reported_there_too() -> None:
    """A child that repeats the mistake has a mistake of its own."""
    own = {"spans": {"status_code": USE}}
    assert family({"status_code": 401}, own) == [("R213", ENTRY), ("R213", USE)]


def test_what_only_a_child_breaks_is_reported_there() -> None:
    """A child may lose what made its parent sound."""
    sound = {"status_code": 401, "headers": (constant("WWW-Authenticate", "Bearer"),)}
    assert family(sound, {"headers": ()}) == [("R213", USE)]


OF_KINDS: dict[str, tuple[dict[str, Any], HeaderSpec, list[str]]] = {
    "body comes later": (
        {"has_body": False},
        made_header("ETag", OfBody(), ValueType("etag"), span=USE),
        ["R701"],
    ),
    "written by the base": (
        {"fields": ("Location",)},
        parameter("Location"),
        ["R720"],
    ),
}


@pytest.mark.parametrize(("row", "header", "expected"), OF_KINDS.values(), ids=OF_KINDS)
def test_headers_of_kinds(
    row: dict[str, Any],
    header: HeaderSpec,
    expected: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A kind's row says which headers its responses cannot have."""
    rows = {"body": replace(messages.KINDS["body"], **row)}
    for each in (messages, kinds):
        monkeypatch.setattr(each, "KINDS", rows)
    assert codes(module(response(header))) == expected


def test_what_the_base_writes_is_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A redirect that has its Location from the base needs no header for it."""
    row = replace(messages.KINDS["body"], fields=("Location",))
    monkeypatch.setattr(messages, "KINDS", {"body": row})
    assert codes(module(response(status_code=303))) == []


HELP = {
    "subtype": ({"media_type": "json"}, "write 'application/json'"),
    "trailing": ({"media_type": "text/csv;"}, "write 'text/csv'"),
    "near": ({"media_type": "text/ html"}, "did you mean 'text/html'?"),
    "codec": ({"charset": "utf_9"}, "did you mean 'utf-8'?"),
    "typo": ({"media_type": "text/htlm"}, "did you mean 'text/html'?"),
}


@pytest.mark.parametrize(("changes", "expected"), HELP.values(), ids=HELP)
def test_help_says_what_to_write(changes: dict[str, Any], expected: str) -> None:
    """The help line holds the mended text wherever there is one."""
    (problem,) = found(module(response(**changes)))
    assert problem.help == expected


@given(st.text(max_size=30), st.text(max_size=9), st.integers())
def test_no_text_is_too_strange(media_type: str, charset: str, status: int) -> None:
    """Whatever the author wrote becomes diagnostics without controls in them, never a traceback."""
    changes = {"media_type": media_type, "charset": charset, "status_code": status}
    for problem in found(module(response(**changes))):
        assert (problem.message + problem.help).isprintable()
