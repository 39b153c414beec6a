"""The charset encodes the text and stands in the content type."""

from case_charset.api import Latin


def encodes_and_says_so() -> None:
    response = Latin("é")
    assert response.body == b"\xe9"
    assert response.headers["content-type"] == "text/plain; charset=iso-8859-1"
