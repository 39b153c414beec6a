"""Content-Encoding: registered codings, what is none, and what was certainly meant."""

from __future__ import annotations

import pytest
from remarked import codes, mended, remarks, wire

NAME = "Content-Encoding"


@pytest.mark.parametrize("text", ["gzip", "br, gzip", "x-gzip", "dcz", "aes128gcm"])
def test_nothing_is_found_in_what_is_right(text: str) -> None:
    assert remarks(NAME, text) == []


def test_codings_are_sent_in_small_letters() -> None:
    """They have no case (RFC 9110 8.4.1)."""
    assert remarks(NAME, "GZip") == []
    assert wire(NAME, "GZip ,BR") == "gzip, br"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("gzp", "gzip"),
        ("gizp", "gzip"),
        ("gz", "gzip"),
        ("brotli", None),
        ("zip", None),
        ("gzip; br", "gzip, br"),
        ("gzip br", "gzip, br"),
        ('"gzip"', "gzip"),
        ("'gzip'", "gzip"),
        ("defalte, gzip", "deflate, gzip"),
        ("gzip, utf-8", "gzip"),
        ("gzip; charset=utf-8", "gzip"),
        ("utf-8", None),
        ("charset=utf-8", None),
        ("ISO-8859-1", None),
        ("none", None),
        ("base64", None),
        ("chunked", None),
        ("", None),
        ("g/zip?", None),
    ],
)
def test_what_is_no_coding_is_an_error(text: str, meant: str | None) -> None:
    assert codes(NAME, text) == ["R246"]
    assert mended(NAME, text) == [meant]
    assert meant is None or remarks(NAME, meant) == []


@pytest.mark.parametrize("text", ["identity", "gzip, identity", "lz4", "aws-chunked"])
def test_what_clients_need_not_know_is_a_warning(text: str) -> None:
    """`identity` is for Accept-Encoding (RFC 9110 12.5.3); a coding may be one's own."""
    assert codes(NAME, text) == ["R247"]


def test_a_library_is_no_coding_to_write() -> None:
    """The coding that it makes is found, too, where nothing compresses (R240)."""
    (found,) = remarks(NAME, "brotli")
    assert found.help.startswith("remove it, since whatever compresses adds br itself")
