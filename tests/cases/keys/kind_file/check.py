"""Files: what is sent, under which name, and from which folder."""

import os
import tempfile
from pathlib import Path

from case_kind_file.api import (
    Download,
    Draft,
    Framework,
    Gone,
    Invoice,
    Media,
    NotFound,
    Old,
    Older,
    Setting,
)
from fastapi import HTTPException

FOLDER = Path(tempfile.mkdtemp())
PDF = FOLDER / "a.pdf"
PDF.write_bytes(b"%PDF")


def keys_apply_where_arguments_are_omitted() -> None:
    invoice = Invoice(PDF, number=7)
    assert invoice.raw_headers == [
        (b"cache-control", b"private"),
        (b"content-type", b"application/pdf"),
        (b"accept-ranges", b"bytes"),
        (b"content-disposition", b'inline; filename="invoice-7.pdf"'),
    ]
    given = Invoice(
        PDF,
        media_type="text/plain",
        filename='Zo\u00eb"s.txt',
        content_disposition_type="attachment",
        number=7,
    )
    assert given.headers["content-type"] == "text/plain; charset=utf-8"
    assert given.headers["content-disposition"] == (
        'attachment; filename="Zoe\\"s.txt"; '
        "filename*=UTF-8''Zo%C3%AB%22s.txt"
    )


def a_child_has_keys_of_its_own() -> None:
    draft = Draft(PDF)
    assert draft.headers["content-disposition"] == 'inline; filename="draft.pdf"'
    assert draft.headers["content-type"] == "application/pdf"


def the_framework_guesses() -> None:
    assert Download(PDF).headers["content-type"] == "application/pdf"
    assert "content-disposition" not in Download(PDF).headers
    assert Framework(PDF).raw_headers[0] == (b"cache-control", b"no-store")


def declared_headers_come_first() -> None:
    invoice = Invoice(PDF, stat_result=PDF.stat(), etag="v1", number=7)
    assert invoice.headers["etag"] == '"v1"'
    names = [name for name, _ in invoice.raw_headers]
    assert names[-2:] == [b"content-length", b"last-modified"]


def nothing_leads_out_of_the_folder() -> None:
    for path in ("../a", "/etc/passwd", "a\0", ".."):
        try:
            Setting(path)
        except ValueError as error:
            assert str(error).startswith("path: ")
        else:
            raise AssertionError(path)


def what_is_missing_is_not_found() -> None:
    before = os.getcwd()
    os.chdir(FOLDER)
    (FOLDER / "media").mkdir(exist_ok=True)
    (FOLDER / "media" / "a.txt").touch()
    try:
        assert Media("a.txt").path == os.path.realpath(FOLDER / "media" / "a.txt")
        for path in ("b.txt", "../a.pdf"):
            try:
                Media(path)
            except HTTPException as error:
                assert error.status_code == 404
            else:
                raise AssertionError(path)
    finally:
        os.chdir(before)


def an_entry_answers_for_it() -> None:
    try:
        Old("absent")
    except Gone.Error as error:
        assert error.status_code == 410
        assert isinstance(error, HTTPException)
    else:
        raise AssertionError
    try:
        Older("../a")
    except NotFound.Error as error:
        assert error.status_code == 404
    else:
        raise AssertionError
