"""Rows of any kind become CSV (RFC 4180), whose cells are no formulas."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

import pytest
from case_render_csv.api import Chosen, Parcels, People, Profiles, Table

from tests.support import acme

_ANA: acme.User = {"name": "Ana", "age": 7}


def a_typed_dict_has_its_columns() -> None:
    response = People([_ANA])
    assert response.body == b"name,age\r\nAna,7\r\n"
    assert response.headers["content-type"] == "text/csv; charset=utf-8"


def the_names_of_columns_come_first_even_without_rows() -> None:
    assert People([]).body == b"name,age\r\n"


def dataclasses_are_rows() -> None:
    body = Parcels([acme.Parcel(1, ("a", "b"))]).body
    assert body == b"\"1\"\t\"('a', 'b')\"\r\n"


def models_are_rows_and_none_is_an_empty_cell() -> None:
    response = Profiles([acme.Profile(name="=José")])
    assert response.body == "nickname,name\r\n,=José\r\n".encode("latin-1")
    label = "text/csv; header=present; charset=iso-8859-1"
    assert response.headers["content-type"] == label


def mappings_have_the_columns_of_the_first() -> None:
    body = Table([{"a": 1, "b": 'x"y'}, {"b": "1,2"}]).body
    assert body == b'a,b\r\n1,"x""y"\r\n,"1,2"\r\n'


def a_later_column_is_not_lost() -> None:
    with pytest.raises(ValueError, match="a row has the column 'b'"):
        Table([{"a": 1}, {"a": 2, "b": 3}])


def sequences_have_no_names() -> None:
    assert Table([["a", 1], ("b", 2.5)]).body == b"a,1\r\nb,2.5\r\n"


def text_is_no_formula() -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "a=1", "'", ""]
    body = bytes(Table([[text] for text in texts]).body).decode()
    cells = [row[0] for row in csv.reader(StringIO(body, newline=""))]
    assert cells == [*(f"'{text}" for text in texts[:6]), *texts[6:]]


def numbers_are_not_changed() -> None:
    row = [-1, -2.5, Decimal("-3.10"), "-4", float("-inf")]
    assert Table([row]).body == b"-1,-2.5,-3.10,'-4,-inf\r\n"


def options_are_those_of_the_caller() -> None:
    assert Chosen([_ANA]).body == b"name,age\r\nAna,7\r\n"
    sent = Chosen([_ANA], columns=["age", "name"], delimiter=";", quoting="nonnumeric")
    assert sent.body == b'"age";"name"\r\n7;"Ana"\r\n'
    user: acme.User = {"name": "=1", "age": 7}
    assert Chosen([user], header=False, formulas="keep").body == b"=1,7\r\n"


def what_begins_formulas_separates_no_cells() -> None:
    with pytest.raises(ValueError, match="delimiter: '=' begins formulas"):
        Chosen([_ANA], delimiter="=")


def a_text_is_no_table() -> None:
    for wrong in ("a,b", {"a": 1}):
        with pytest.raises(TypeError, match="Iterable of rows expected"):
            Table(wrong)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] # what this is about
