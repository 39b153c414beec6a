"""Declarations are inherited also where the Python class needs another base."""

from case_extends_another_base.api import Document, Gone, Table
from fastapi.responses import JSONResponse


def has_the_base_it_needs() -> None:
    assert issubclass(Document, JSONResponse)
    assert not issubclass(Gone, JSONResponse)
    assert not issubclass(Table, JSONResponse)


def keeps_the_headers() -> None:
    assert Gone().raw_headers == [(b"x-version", b"2")]
    assert Table("a,b").raw_headers[0] == (b"x-version", b"2")


def drops_what_an_empty_child_cannot_have() -> None:
    assert Gone.media_type is None
    assert Gone().body == b""
