"""Names of files from users' text: quotes, backslashes, line breaks, names beyond latin-1."""

import pytest
from case_downloads_of_users import api


def _sent(name: str) -> str:
    download = api.Download(b"", content_disposition=name)
    return download.headers["content-disposition"]


def text_stays_inside_of_its_quotes() -> None:
    assert _sent('a"; b="c.txt') == 'attachment; filename="a\\"; b=\\"c.txt"'


def names_of_all_languages_arrive() -> None:
    assert "filename*=UTF-8''%E8%B3%87%E6%96%99.pdf" in _sent("\u8cc7\u6599.pdf")


def a_line_break_is_refused() -> None:
    with pytest.raises(ValueError, match="content-disposition"):
        _sent("a\r\nSet-Cookie: b=c")


def what_looks_encoded_is_no_other_name() -> None:
    """Some browsers decode it in `filename`, none does in `filename*` (RFC 6266 D)."""
    assert _sent("50%-a%20b.csv") == (
        'attachment; filename="50%-a_20b.csv"; '
        "filename*=UTF-8''50%25-a%2520b.csv"
    )
