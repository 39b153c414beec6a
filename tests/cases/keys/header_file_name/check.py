"""Names of files: what users typed is sent, without the controls that no name has."""

from pathlib import Path

import pytest
from case_header_file_name.api import Archive, Export, Invoice, Upload

TYPED = "a\r\nSet-Cookie: b=c\x00\t\x7f.csv"
SENT = 'attachment; filename="a__Set-Cookie: b=c___.csv"'


def replaces_controls() -> None:
    assert Export(b"", file_name=TYPED).headers["content-disposition"] == SENT


def keeps_all_else() -> None:
    sent = Export(b"", file_name='Größe "L"\\\x85.csv').headers["content-disposition"]
    assert sent == (
        r'attachment; filename="Gro_e \"L\"\\_.csv"; '
        "filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22L%22%5C_.csv"
    )


def replaces_them_in_what_fills_a_template() -> None:
    sent = Invoice(b"", customer="A\nB").headers["content-disposition"]
    assert sent == 'attachment; filename="A_B 2026.pdf"'


def names_files_of_the_disk() -> None:
    sent = Upload(Path(__file__), file_name=TYPED).headers["content-disposition"]
    assert sent == SENT


def refuses_what_is_none() -> None:
    with pytest.raises(ValueError, match="content-disposition"):
        Archive(b"", file_name=TYPED)
    for name in ("", "\ud800"):
        with pytest.raises(ValueError, match="content-disposition"):
            Export(b"", file_name=name)
