"""A header's value is read, or called, for each response."""

import pytest
from case_header_source.api import Answer

from tests.behaviour import authors


def is_read_and_called() -> None:
    assert Answer("").raw_headers[:-2] == [
        (b"x-region", b"eu-north"),
        (b"last-modified", b"Sat, 31 Jan 2026 12:00:00 GMT"),
        (b"content-language", b"en, sv"),
    ]


def is_called_again() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(authors.settings, "languages", ["fr"])
        assert Answer("").headers["content-language"] == "fr"
        patch.setattr(authors.settings, "languages", ["a b"])
        with pytest.raises(ValueError, match="content-language"):
            Answer("")


def joins_the_callers() -> None:
    response = Answer("", headers={"content-language": "sv, fi"})
    assert response.headers["content-language"] == "en, sv, fi"
