"""An archive list: two fixed headers, a body joined from lines, keyword-only, no content."""

import inspect

import pytest
from case_archive_list.files import Archive

LINES = ["1034ab38 428 /files/a.pdf a.pdf", "- 100 /files/ü.txt ü.txt"]


def joins_the_lines() -> None:
    response = Archive(files=LINES)
    assert response.body == "\r\n".join(LINES).encode()
    assert response.raw_headers == [
        (b"x-archive-files", b"zip"),
        (b"content-disposition", b'attachment; filename="orders.zip"'),
        (b"content-length", b"59"),
        (b"content-type", b"text/plain; charset=utf-8"),
    ]


def takes_the_lines_by_name_alone() -> None:
    assert [*inspect.signature(Archive).parameters] == [
        *("status_code", "headers", "media_type", "background"),
        "files",
    ]
    with pytest.raises(TypeError, match="files"):
        Archive()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]  # what is tried
