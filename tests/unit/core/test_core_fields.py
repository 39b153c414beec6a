"""Field names, field values and the list of fields that a response sends."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from respgen.core.fields import (
    CONNECTION_FIELDS,
    field_name,
    field_value,
    merge_headers,
)
from respgen.core.framing import content_headers

TCHAR = frozenset("!#$%&'*+-.^_`|~" + string.digits + string.ascii_letters)
NEAR_LATIN = st.text(st.characters(max_codepoint=0x120))
VISIBLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E))
NAMES = st.text(st.sampled_from("abAB"), min_size=1, max_size=2)
Fields = list[tuple[bytes, bytes]]


def is_value(text: str) -> bool:
    """RFC 9110 5.5, said without a regular expression."""
    inner = all(c == "\t" or " " <= c <= "~" or "\x80" <= c <= "\xff" for c in text)
    return inner and text == text.strip(" \t")


@given(NEAR_LATIN)
def test_field_value_grammar(value: str) -> None:
    """Exactly the field values of RFC 9110 are sent, as latin-1; a refusal names the field."""
    if is_value(value):
        assert field_value("x-a", value) == value.encode("latin-1")
    else:
        with pytest.raises(ValueError, match=r"\Ax-a: "):
            field_value("x-a", value)


@given(NEAR_LATIN | VISIBLE)
def test_field_name_grammar(name: str) -> None:
    """Exactly tokens are names, sent in lower case."""
    if name and TCHAR.issuperset(name):
        assert field_name(name) == name.lower().encode("ascii")
    else:
        with pytest.raises(ValueError, match="header name"):
            field_name(name)


@pytest.mark.parametrize("value", ["a\r\nb", "a\n", "\r", "a\0", "\x7f", "\x1b[0m"])
def test_no_control_reaches_the_wire(value: str) -> None:
    """A trailing newline is no exception to the grammar."""
    with pytest.raises(ValueError, match="x-a: "):
        field_value("x-a", value)


@pytest.mark.parametrize("wrong", [None, 1, 1.5, b"a", ["a"], object()])
def test_wrong_types(wrong: str) -> None:
    """What is no text is a TypeError that names the field."""
    with pytest.raises(TypeError, match="x-a: str expected"):
        field_value("x-a", wrong)
    with pytest.raises(TypeError, match="header name"):
        field_name(wrong)


# merge_headers

DECLARED = [(b"a", b"1"), (b"vary", b"Accept")]


@pytest.mark.parametrize(
    ("headers", "merged"),
    [
        pytest.param({}, DECLARED, id="nothing"),
        pytest.param({"A": "2"}, [(b"a", b"2"), (b"vary", b"Accept")], id="replaced"),
        pytest.param(
            {"z": "1", "y": "2"}, [*DECLARED, (b"z", b"1"), (b"y", b"2")], id="further"
        ),
        pytest.param(
            {"Z": "1", "y": "2", "z": "3"},
            [*DECLARED, (b"z", b"3"), (b"y", b"2")],
            id="spellings",
        ),
        pytest.param(
            {"A": "2", "a": "3"},
            [(b"a", b"3"), (b"vary", b"Accept")],
            id="last spelling",
        ),
        pytest.param(
            {"Vary": "accept, Origin"},
            [DECLARED[0], (b"vary", b"Accept, Origin")],
            id="appended",
        ),
    ],
)
def test_merge(headers: dict[str, str], merged: Fields) -> None:
    """A declared name keeps its place; what else the caller names follows."""
    found = merge_headers(DECLARED, headers, append=(b"vary",), status_code=200)
    assert found == merged


@pytest.mark.parametrize(
    ("name", "declared", "given_", "joined"),
    [
        pytest.param(
            "vary", "Accept", "ACCEPT, Cookie", "Accept, Cookie", id="vary folds"
        ),
        pytest.param(
            "access-control-allow-headers",
            "X-A",
            "x-a,x-b",
            "X-A, x-b",
            id="cors folds",
        ),
        pytest.param("link", "<a>", "<A>, <a>", "<a>, <A>", id="others are exact"),
        pytest.param("x-a", '"a,b"', '"a,b", "c\\",d"', '"a,b", "c\\",d"', id="quotes"),
        pytest.param("x-a", "a", '"b, c', 'a, "b, c', id="unclosed quote"),
        pytest.param("x-a", "a", " ,, b ,a,".strip(), "a, b", id="empty members"),
        pytest.param("x-a", "", "b,b, ,", "b,b, ,", id="nothing declared"),
        pytest.param(
            "link", "<a>", "<b?c=1,2>,<d>", "<a>, <b?c=1,2>, <d>", id="target"
        ),
        pytest.param("link", "<a>", "<b,c", "<a>, <b,c", id="unclosed target"),
        pytest.param(
            "via",
            "1.1 a",
            '1.1 b (c, (d, e) ")"),1.1 a',
            '1.1 a, 1.1 b (c, (d, e) ")")',
            id="comment",
        ),
        pytest.param(
            "nel",
            '{"a":1}',
            '{"b": [1, 2], "c":"}"},{"a":1}',
            '{"a":1}, {"b": [1, 2], "c":"}"}',
            id="json",
        ),
    ],
)
def test_append(name: str, declared: str, given_: str, joined: str) -> None:
    """Declared members first, then the caller's new ones, split outside quotes and brackets."""
    wire = name.encode()
    fields = [(wire, declared.encode())] if declared else []
    merged = merge_headers(fields, {name: given_}, append=(wire,), status_code=200)
    assert merged == [(wire, joined.encode())]


@given(st.dictionaries(NAMES, VISIBLE), st.lists(NAMES.map(str.lower), unique=True))
def test_merge_model(headers: dict[str, str], declared: list[str]) -> None:
    """Each name once: declared ones in place, the caller's value where there is one."""
    last = {name.lower(): value for name, value in headers.items()}
    order = [*declared, *(name for name in last if name not in declared)]
    expected = [(name.encode(), last.get(name, "d").encode()) for name in order]
    fields = [(name.encode(), b"d") for name in declared]
    assert merge_headers(fields, headers, status_code=200) == expected


def test_merge_changes_nothing() -> None:
    """Neither the caller's mapping nor the declared list is changed, and a list is fresh."""
    headers, declared = {"A": "2", "Z": "3"}, list(DECLARED)
    merged = merge_headers(declared, headers, status_code=200)
    merged.append((b"q", b"q"))
    assert (headers, declared) == ({"A": "2", "Z": "3"}, DECLARED)


@pytest.mark.parametrize("name", ["a", "A"])
def test_locked(name: str) -> None:
    """A locked name is the schema's, in any case."""
    with pytest.raises(ValueError, match="a: locked"):
        merge_headers(DECLARED, {name: "1"}, (b"a",), status_code=200)


@pytest.mark.parametrize("name", sorted(CONNECTION_FIELDS))
def test_connection_fields(name: bytes) -> None:
    """Fields of the connection are the server's; the refusal names the field."""
    with pytest.raises(ValueError, match=f"{name.decode()}: connection-specific"):
        merge_headers([], {name.decode().title(): "x"}, status_code=200)


@pytest.mark.parametrize("status_code", [101, 426])
def test_upgrade(status_code: int) -> None:
    """Upgrade may go with 101 and 426 (RFC 9110 7.8)."""
    merged = merge_headers([], {"Upgrade": "h2c"}, status_code=status_code)
    assert merged == [(b"upgrade", b"h2c")]


@pytest.mark.parametrize("headers", [[("a", "b")], "a", 1, {"a"}])
def test_headers_want_a_mapping(headers: dict[str, str]) -> None:
    """What is no mapping is a TypeError."""
    with pytest.raises(TypeError, match="headers: "):
        merge_headers([], headers, status_code=200)


def test_set_cookie_repeats() -> None:
    """A multi-valued mapping keeps its cookies, in order; other names collapse."""
    pairs = [
        (b"set-cookie", b"a=1"),
        (b"x", b"1"),
        (b"set-cookie", b"b=2"),
        (b"x", b"2"),
    ]
    expected = [(b"x", b"2"), (b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")]
    headers = Headers(raw=pairs)
    assert merge_headers([], headers, status_code=200) == expected
    assert merge_headers([(b"x", b"0")], headers, status_code=200) == expected


# content_headers

LENGTH = (b"content-length", b"3")
TYPE = (b"content-type", b"text/csv; charset=utf-8")
OWN_TYPE = (b"content-type", b"own")


@pytest.mark.parametrize(
    ("given_", "status_code", "sent"),
    [
        pytest.param([], 200, [LENGTH, TYPE], id="both"),
        pytest.param([OWN_TYPE], 200, [OWN_TYPE, LENGTH], id="type given"),
        pytest.param([LENGTH], 200, [LENGTH, TYPE], id="length given"),
        pytest.param([], 204, [], id="204"),
        pytest.param([], 304, [], id="304"),
        pytest.param([], 205, [(b"content-length", b"0")], id="205"),
        pytest.param(
            [OWN_TYPE, (b"a", b"1"), LENGTH], 204, [(b"a", b"1")], id="204 given"
        ),
        pytest.param(
            [OWN_TYPE, LENGTH, (b"a", b"1")], 304, [(b"a", b"1")], id="304 given"
        ),
        pytest.param(
            [LENGTH, OWN_TYPE], 205, [(b"content-length", b"0")], id="205 given"
        ),
    ],
)
def test_content_headers(given_: Fields, status_code: int, sent: Fields) -> None:
    """The reference's rules, and nothing about a body where there is none."""
    assert (
        content_headers(list(given_), status_code, b"a,b", "text/csv", "utf-8") == sent
    )


@pytest.mark.parametrize("length", [b"x", b"", b"-1", b"+3", b"2", b"3.0", b"0x3"])
def test_wrong_length(length: bytes) -> None:
    """A caller's Content-Length is the body's."""
    with pytest.raises(ValueError, match="content-length: "):
        content_headers([(b"content-length", length)], 200, b"abc", None, "utf-8")


def test_length_of_another_body() -> None:
    """Where the body is empty any length may be told: that is the answer to HEAD."""
    fields = content_headers([(b"content-length", b"42")], 200, b"", None, "utf-8")
    assert fields == [(b"content-length", b"42")]


@pytest.mark.parametrize("status_code", [-1, 0, 100, 199, 600, 10**9])
def test_final_status(status_code: int) -> None:
    """Only a final status ends an exchange."""
    with pytest.raises(ValueError, match="status_code: "):
        content_headers([], status_code, b"", None, "utf-8")


@pytest.mark.parametrize(
    "media_type", ["", "text", "text/", "a/b\n", "a/b;", "a/b; c", "é/a"]
)
def test_media_type_is_checked(media_type: str) -> None:
    """What is no media type is refused, whatever else the caller gave."""
    with pytest.raises(ValueError, match="media_type: "):
        content_headers([OWN_TYPE], 200, b"", media_type, "utf-8")
