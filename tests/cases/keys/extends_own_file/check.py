"""Files below classes of the project's own, with what the keys say and what the classes take."""

from case_extends_own_file.api import Archived, Page
from fastapi import HTTPException

from tests.demo.settings import settings


def keys_hold_below_a_class_of_ones_own() -> None:
    response = Archived("pot-1.pdf", number=7)
    assert response.path == str(settings.media / "pot-1.pdf")
    assert response.chunk_size == 4096
    assert response.raw_headers == [
        (b"content-type", b"application/pdf"),
        (b"accept-ranges", b"bytes"),
        (b"content-disposition", b'attachment; filename="7.pdf"'),
    ]


def what_its_constructor_takes_is_given() -> None:
    page = Page(settings.media / "pot-1.pdf", dpi=600)
    assert page.headers["x-dpi"] == "600"
    try:
        Page("absent")
    except HTTPException as error:
        assert error.status_code == 404
    else:
        raise AssertionError
