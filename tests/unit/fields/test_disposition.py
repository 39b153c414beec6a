"""Content-Disposition as text: what is well-formed, what clients lose, what was certainly meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from remarked import codes, mended, remarks, wire

from respgen.core.dispositions import disposition_value

NAME = "Content-Disposition"
RIGHT = (
    "inline",
    "attachment",
    "Attachment; filename=example.html",
    'INLINE; FILENAME= "an example.html"',
    "attachment; filename*= UTF-8''%e2%82%ac%20rates",
    "attachment; filename=\"EURO rates\"; filename*=utf-8''%e2%82%ac%20rates",
    "attachment; filename*=iso-8859-1'en'%A3%20rates",
    'attachment; filename="a \\"b\\"; c, d.csv";',
    'attachment; filename=a.jpeg; modification-date="Wed, 12 Feb 1997 16:29:51 -0500"',
)
MEANT = [
    ("attachment; filename=a,b.csv", 'attachment; filename="a,b.csv"'),
    ("attachment; filename=a b.csv", 'attachment; filename="a b.csv"'),
    ("attachment; filename=a(1).csv", 'attachment; filename="a(1).csv"'),
    ("attachment, filename=a.csv", "attachment; filename=a.csv"),
    ("attachment filename=a.csv", "attachment; filename=a.csv"),
    ("attachment: filename=a.csv", "attachment; filename=a.csv"),
    ('attachment; filename:"a.csv"', 'attachment; filename="a.csv"'),
    ('attachment; filename="a.csv', 'attachment; filename="a.csv"'),
    ('attachment; filename=a.csv"', 'attachment; filename="a.csv"'),
    ('attachment; filename=""a.csv""', 'attachment; filename="a.csv"'),
    ('attachment; filename="a "b".csv"', 'attachment; filename="a \\"b\\".csv"'),
    ("attachement; filename=a.csv", "attachment; filename=a.csv"),
    ('"attachment"; filename=a.csv', "attachment; filename=a.csv"),
    ("attachment; fliename=a.csv", "attachment; filename=a.csv"),
    ("attachment; file-name=a.csv", "attachment; filename=a.csv"),
    (
        "attachment; filename=a.csv filename*=UTF-8''a.csv",
        "attachment; filename=a.csv; filename*=UTF-8''a.csv",
    ),
    ("attachment; filename*=\"UTF-8''a.csv\"", "attachment; filename*=UTF-8''a.csv"),
    ("attachment; filename*=utf8''a.csv", "attachment; filename*=UTF-8''a.csv"),
    ("attachment; filename*=a.csv", "attachment; filename*=UTF-8''a.csv"),
    ("attachment; filename*=UTF-8'de'ä b", "attachment; filename*=UTF-8'de'%C3%A4%20b"),
    ("attachment; filename*=utf-8'a.csv", None),
    ("attachment; filename*=UTF-8''%A3", None),
    ("attachment; filename*=big5''a", None),
    ("attachment; filename*=UTF-8''a%2", None),
    ("filename=a.csv", None),
    ("a.csv", None),
    ("", None),
    ("; filename=a.csv", None),
    ("attachment; filename=", None),
    ("attachment; filename", None),
    ("attachment; a.csv", None),
    ("attachment; filename=a;b.csv", None),
    ('attachment; filename="a.csv; size=5', None),
    ("attachment; filename=a; filename=b", None),
]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_found_in_what_is_right(text: str) -> None:
    assert remarks(NAME, text) == []


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_a_slip_is_found_and_mended_where_that_is_certain(
    text: str, meant: str | None
) -> None:
    """What is proposed has no finding."""
    assert set(codes(NAME, text)) <= {"R248", "R249"}
    assert "R248" in codes(NAME, text)
    assert {*mended(NAME, text)} == {meant}
    assert meant is None or remarks(NAME, meant) == []


@pytest.mark.parametrize(
    "text",
    [
        "attachment; filename='a.csv'",
        'attachment; filename="a/b.csv"',
        'attachment; filename="a\\b.csv"',
        'attachment; filename="a%20b.csv"',
        'attachment; filename=""',
        'form-data; name="a"',
        "attachment; x=1",
    ],
)
def test_what_clients_read_in_another_way_is_a_warning(text: str) -> None:
    assert set(codes(NAME, text)) == {"R249"}


def test_its_canonical_form_is_that_of_the_wire() -> None:
    """Names and the disposition in small letters, `; ` between the parts; the values stay."""
    text = "Attachment ;FileName = \"A b.csv\" ; ;filename*=UTF-8''A%20b.csv;"
    canonical = "attachment; filename=\"A b.csv\"; filename*=UTF-8''A%20b.csv"
    assert wire(NAME, text) == canonical


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12))
def test_no_error_is_found_in_what_the_encoder_writes(name: str) -> None:
    """Whatever the name; a path and the like stay warnings."""
    text = disposition_value(NAME, "attachment", name).decode("ascii")
    assert "R248" not in codes(NAME, text)
    assert wire(NAME, text) == text
