"""R201 to R210 and R222 to R227: names and values of header fields."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specimens import VALUE, codes, constant, found, module, parameter, response

from respgen.fields import FIELDS

NAMES = {
    "registered": ("SLUG", []),
    "private": ("X-Request-ID", []),
    "any case": ("x-ReQuEsT-id", []),
    "empty": ("", ["R201"]),
    "space": ("X Request", ["R201"]),
    "colon": ("X-Request:", ["R201"]),
    "newline": ("X-A\r\nB", ["R201"]),
    "not ASCII": ("X-Größe", ["R201"]),
    "letter missing": ("Accept-Range", ["R202"]),
    "hyphen too many": ("E-Tag", ["R202"]),
    "letter doubled": ("Cache-Controll", ["R202"]),
    "underscore": ("Content_Disposition", ["R202"]),
    "X- near X-": ("X-Frame-Option", ["R202"]),
    "X- before a known name": ("X-Location", []),
    "a word before a known name": ("HX-Location", []),
    "content-length": ("Content-Length", ["R207"]),
    "transfer-encoding": ("Transfer-Encoding", ["R207"]),
    "connection": ("connection", ["R207"]),
    "keep-alive": ("Keep-Alive", ["R207"]),
    "proxy-connection": ("Proxy-Connection", ["R207"]),
    "te": ("TE", ["R207"]),
    "trailer": ("Trailer", ["R207"]),
    "upgrade": ("Upgrade", ["R207"]),
    "set-cookie": ("Set-Cookie", ["R208"]),
    "content-type": ("content-type", ["R209"]),
    "server": ("Server", ["R210"]),
}


@pytest.mark.parametrize(("name", "expected"), NAMES.values(), ids=NAMES)
def test_a_name_is_a_token_that_a_response_may_send(
    name: str, expected: list[str]
) -> None:
    """A field name is judged alike, whether its value is constant or a parameter."""
    assert codes(module(response(constant(name, "1")))) == expected
    assert codes(module(response(parameter(name)))) == expected


@pytest.mark.parametrize("status", [101, 426])
def test_upgrade_goes_with_its_statuses(status: int) -> None:
    """Upgrade names what the client may switch to (RFC 9110 7.8, 15.5.22)."""
    given = module(response(constant("Upgrade", "HTTP/2.0"), status_code=status))
    assert "R207" not in codes(given)


def test_profiles_are_judged_though_nobody_uses_them() -> None:
    """A profile that no response uses is held to the same rules; Upgrade waits for a status."""
    profiles = {
        "wrong": (constant("X A", "1"), constant("Upgrade", "h2c")),
        "odd": (constant("Vary", "*, Accept"),),
    }
    assert codes(module(profiles=profiles)) == ["R201", "R225"]


def test_an_inherited_header_is_reported_once() -> None:
    """A finding stands where the header was written, however many classes carry it."""
    wrong = constant("X-A", " 1")
    given = module(response(wrong), response(wrong, name="B"), profiles={"p": (wrong,)})
    assert [(problem.code, problem.span) for problem in found(given)] == [
        ("R203", VALUE)
    ]


def test_nothing_can_be_appended_to_a_field_of_one_value() -> None:
    """Policy append joins lists; a field of one value would have two."""
    assert codes(module(response(constant("ETag", '"a"', policy="append")))) == ["R206"]
    assert codes(module(response(constant("Vary", "Accept", policy="append")))) == []


IMF = "Sun, 06 Nov 1994 08:49:37 GMT"
VALUES = {
    "empty": ("X-A", "", []),
    "tab inside": ("X-A", "a\tb", []),
    "newline": ("X-A", "a\r\nSet-Cookie: b=c", ["R203"]),
    "NUL": ("X-A", "a\0", ["R203"]),
    "DEL": ("X-A", "a\x7f", ["R203"]),
    "edge": ("X-A", "a ", ["R203"]),
    "not latin-1": ("X-A", "Gro\u0161en", ["R204"]),
    "lone surrogate": ("X-A", "\ud800", ["R204"]),
    "obs-text": ("X-A", "Gr\xf6\xdfe", ["R205"]),
    "date": ("Last-Modified", IMF, []),
    "ISO date": ("Last-Modified", "1994-11-06T08:49:37Z", ["R222"]),
    "wrong weekday": ("Expires", IMF.replace("Sun", "Mon"), ["R222"]),
    "no such day": ("Sunset", "Sun, 32 Nov 1994 08:49:37 GMT", ["R222"]),
    "expires 0": ("Expires", "0", []),
    "expires -1": ("Expires", "-1", ["R222"]),
    "last-modified 0": ("Last-Modified", "0", ["R222"]),
    "etag": ("ETag", '"abc"', []),
    "weak etag": ("ETag", 'W/"abc"', []),
    "bare etag": ("ETag", "abc", ["R223"]),
    "small w": ("ETag", 'w/"abc"', ["R223"]),
    "seconds": ("Retry-After", "120", []),
    "retry date": ("Retry-After", IMF, []),
    "minutes": ("Retry-After", "2m", ["R224"]),
    "digits of another script": ("Retry-After", "\xb2", ["R205", "R224"]),
    "vary": ("Vary", "Accept, Cookie", []),
    "vary all": ("Vary", "*", []),
    "vary all and more": ("Vary", "*, Accept", ["R225"]),
    "vary no token": ("Vary", "Accept Encoding", ["R225"]),
    "vary empty member": ("Vary", "Accept,,Cookie", ["R225"]),
    "path": ("Location", "/items", []),
    "address": ("Location", "https://shop.example//a", []),
    "script": ("Location", "JavaScript:alert(1)", ["R226"]),
    "script with a tab": ("Location", "java\tscript:alert(1)", ["R226"]),
    "data": ("Location", "data:text/html,x", ["R226"]),
    "other host": ("Location", "//shop.example/", ["R227"]),
    "other host, for browsers": ("Location", "/\\shop.example/", ["R227"]),
}


@pytest.mark.parametrize(("name", "value", "expected"), VALUES.values(), ids=VALUES)
def test_a_constant_value_is_what_its_field_means(
    name: str, value: str, expected: list[str]
) -> None:
    """A constant is a field value, and where its field has a grammar here, of that grammar."""
    assert codes(module(response(constant(name, value)))) == expected


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("Location", {"word": "url", "default": "javascript:alert(1)"}, ["R226"]),
        ("Location", {"word": "url", "default": "/items"}, []),
        ("Retry-After", {"default": "2m"}, ["R224"]),
        ("Retry-After", {"word": "duration", "default": 120}, []),
    ],
    ids=["script", "path", "text", "duration"],
)
def test_a_default_is_what_its_field_means(
    name: str, changes: dict[str, Any], expected: list[str]
) -> None:
    """What is sent where callers give nothing is held to the field's grammar, too."""
    assert codes(module(response(parameter(name, **changes)))) == expected


HELP = {
    "name": ("X Request ID", "1", "write 'X-Request-ID'"),
    "typo": ("accept-range", "bytes", "did you mean 'Accept-Ranges'?"),
    "value": ("X-A", " a\r\nb ", "write 'a b'"),
    "date": ("Expires", "1994-11-06T09:49:37+01:00", f"write '{IMF}'"),
    "etag": ("ETag", "abc", "write '\"abc\"': the double quotes are part of the value"),
    "minutes": ("Retry-After", "2 m", "write 2m"),
    "host": ("Location", "//a.example", "write 'https://a.example'"),
}


@pytest.mark.parametrize(("name", "value", "expected"), HELP.values(), ids=HELP)
def test_help_says_what_to_write(name: str, value: str, expected: str) -> None:
    """The help line holds the mended text wherever there is one."""
    (problem,) = found(module(response(constant(name, value))))
    assert problem.help.startswith(expected)


FIELDS = (
    *("X-A", "Expires", "ETag", "Retry-After", "Vary", "Location", "Feature-Policy"),
    *(name for row in FIELDS.values() for name in row.names),
)


@given(st.text(max_size=9), st.sampled_from(FIELDS) | st.text(max_size=9))
def test_no_text_is_too_strange(value: str, name: str) -> None:
    """Whatever the author wrote becomes diagnostics without controls in them, never a traceback."""
    for problem in found(module(response(constant(name, value)))):
        assert (problem.message + problem.help).isprintable()
