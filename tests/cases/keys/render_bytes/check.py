"""Bytes, unchanged."""

from case_render_bytes.api import Archive, Blob


def implies_nothing() -> None:
    assert Blob(b"\x00").raw_headers == [(b"content-length", b"1")]


def passes_bytes_through() -> None:
    assert Archive(b"PK\x03\x04").body == b"PK\x03\x04"
