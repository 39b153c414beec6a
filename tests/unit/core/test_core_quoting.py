"""Quoted cookies: what is sent and read is what the reference sends and reads, on any Python."""

from __future__ import annotations

import http.cookies
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.requests import cookie_parser
from starlette.responses import Response

from respgen.core.grammar import FieldError
from respgen.core.quoting import quoted_cookie, quoted_octets, read_quoted_cookie

LATIN_1 = st.characters(max_codepoint=0xFF)
VALUES = st.text(LATIN_1) | st.text() | st.text(st.sampled_from('"\\, ;=07é\n'))


def theirs(value: str) -> bytes | None:
    """The pair that the reference sends; None where it raises."""
    response = Response()
    try:
        response.set_cookie("k", value, path=None, samesite=None)  # type: ignore[arg-type]  # None is no Path
    except (http.cookies.CookieError, UnicodeEncodeError):
        return None
    return bytes(response.raw_headers[-1][1])


def ours(value: str) -> bytes | None:
    """The pair that we send; None where the refusal names the cookie, and not the value."""
    try:
        return quoted_cookie("k", value)
    except FieldError as error:
        return None if error.field == "cookie 'k'" else b"another field"


@given(VALUES)
@example("")
@example('"a"')
@example('"')
@example("\\")
@example("\\054")
@example("__Host-a=b; Path=/")
@example("a\r\nSet-Cookie: b=c")
@example("\ud800")
def test_the_references_bytes(value: str) -> None:
    """Both send the same, or neither sends anything."""
    assert ours(value) == theirs(value)


def test_every_character() -> None:
    """Alone, and between others."""
    for code in (*range(0x120), 0x2603, 0xD800, 0x1F600):
        for value in (chr(code), f"a{chr(code)}b", f'"{chr(code)}"'):
            assert ours(value) == theirs(value), value


@given(VALUES)
def test_what_is_sent_is_cookie_text(value: str) -> None:
    """Printable ASCII without what ends a value: nobody makes a second cookie or field of it."""
    pair = ours(value)
    assert pair is None or re.fullmatch(rb"k=[ -+\--:<-~]*", pair)


@given(VALUES)
def test_it_reads_back(value: str) -> None:
    """Starlette's parser takes it out of its quotes, and the reading leaves it alone."""
    pair = ours(value)
    if pair is not None:
        found = cookie_parser(f"a=1; {pair.decode()}; b=2")["k"]
        assert read_quoted_cookie(found) == found == value
    assert read_quoted_cookie(None) is None


@given(st.text(LATIN_1))
def test_whatever_a_client_sends(sent: str) -> None:
    """The reading is what `request.cookies` has."""
    jar = cookie_parser(sent)
    assert [*map(read_quoted_cookie, jar.values())] == [*jar.values()]


@pytest.mark.parametrize("value", ["\n", "a\x7f", 'a "b"\x00'])
def test_controls_on_a_python_that_refuses_them(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """Newer versions of http.cookies raise CookieError: with us it is a ValueError."""
    taken = http.cookies.Morsel.set

    def strict(self: Any, key: str, val: str, coded_val: str) -> None:
        if re.search(r"[\x00-\x1f\x7f]", val):
            raise http.cookies.CookieError(f"Control characters: {val!r}")
        taken(self, key, val, coded_val)

    monkeypatch.setattr(http.cookies.Morsel, "set", strict)
    with pytest.raises(FieldError, match=r"^cookie 'k': http.cookies refuses control"):
        quoted_octets("k", value)
    assert quoted_octets("k", 'a "b"') == b'"a \\"b\\""'


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("a☃", r"'\\u2603' at 2 is not allowed in a quoted value (Latin-1)"),
        ("\ud800", r"'\\ud800' at 1 is not allowed in a quoted value (Latin-1)"),
        ("é" * 1024, "name and value exceed 4096 octets (6265bis 5.6)"),
    ],
)
def test_refusals(value: str, message: str) -> None:
    """What cannot be sent, or no browser keeps."""
    with pytest.raises(FieldError) as error:
        quoted_cookie("k", value)
    assert str(error.value) == f"cookie 'k': {message}".replace("\\\\", "\\")
