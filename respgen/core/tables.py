"""Rows as CSV (RFC 4180), none of whose texts a spreadsheet takes for a formula.

Goes in: rows, and the columns to write of each. Comes out: the bytes of all rows, or of one.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import chain
from numbers import Number
from typing import Any, Literal, cast
from uuid import UUID

from respgen.core.contents import CsvRow
from respgen.core.grammar import (
    FieldError,
    compiled,
    exact,
    too_many_digits,
    wrong_type,
)
from respgen.core.lines import is_lone

Quoting = Literal["minimal", "all", "nonnumeric"]
Formulas = Literal["escape", "keep"]

# Behind a row or a delimiter, a cell that begins with what spreadsheets take for a formula.
FORMULA_CELL = r'[\n{}]"?[=+\-@\t\r]'
FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
NUMBER_TEXT = r"[-+]?(?:[0-9][0-9.]*(?:[Ee][-+]?[0-9]+)?|[Ii]nf(?:inity)?|s?[Nn]a[Nn])"

# What the csv module writes as it should be read.
PLAIN_CELLS = {str, int, float, bool, type(None), Decimal, date, datetime, UUID}


def csv_body(
    rows: Iterable[CsvRow],
    columns: Sequence[str] | None,
    charset: str,
    *,
    delimiter: str = ",",
    header: bool = True,
    quoting: Quoting = "minimal",
    formulas: Formulas = "escape",
) -> bytes:
    """All rows, below the names of the columns; None: those of the first row.

    Raises ValueError for rows of other columns and text that `charset` cannot hold,
    TypeError for what is no row.
    """
    if is_lone(rows):
        raise wrong_type("content", "Iterable of rows", rows)
    table: list[object] = list(rows)
    names = csv_columns_of(table[0]) if columns is None and table else columns
    cells = csv_cells(table, names)
    if columns is None and names is not None:
        check_columns(table, names)
    if header and names is not None:
        cells.insert(0, names)
    return csv_text(cells, delimiter, quoting, formulas).encode(charset)


def csv_header(
    columns: Sequence[str] | None,
    charset: str,
    *,
    delimiter: str = ",",
    header: bool = True,
    quoting: Quoting = "minimal",
    formulas: Formulas = "escape",
) -> bytes:
    """The row with the names of the columns, where these are known and wanted."""
    if columns is None or not header:
        return b""
    return csv_text([columns], delimiter, quoting, formulas).encode(charset)


def csv_row(
    row: CsvRow,
    columns: Sequence[str] | None,
    charset: str,
    *,
    delimiter: str = ",",
    quoting: Quoting = "minimal",
    formulas: Formulas = "escape",
) -> bytes:
    """One row. Raises as `csv_body` does."""
    cells = csv_cells([row], columns)
    return csv_text(cells, delimiter, quoting, formulas).encode(charset)


def csv_columns(kind: Any) -> tuple[str, ...] | None:
    """The fields of a type of rows, in order; None where it has none by itself."""
    return row_fields(kind)


# Apart, since type checkers hold what is cached to Hashable, which not all types are.
@cache
def row_fields(kind: Any) -> tuple[str, ...] | None:
    """The same, found once for each type."""
    if is_dataclass(kind):
        return tuple(kind.__dataclass_fields__)
    if hasattr(kind, "model_fields"):
        return (*kind.model_fields, *kind.model_computed_fields)
    if hasattr(kind, "__attrs_attrs__"):
        return tuple(each.name for each in kind.__attrs_attrs__)
    if hasattr(kind, "__required_keys__"):
        return tuple(kind.__annotations__)
    found = getattr(kind, "__struct_fields__", None) or getattr(kind, "_fields", None)
    return None if found is None else tuple(found)


def chosen_columns(columns: Sequence[str] | None, kind: Any) -> Sequence[str] | None:
    """The columns that callers gave, else the fields of the type."""
    return csv_columns(kind) if columns is None else columns


def csv_columns_of(row: object) -> Sequence[str] | None:
    """The columns that one row has by itself: the keys of a mapping, the fields of an object."""
    if isinstance(row, Mapping):
        return list(cast("Mapping[str, object]", row))
    return csv_columns(type(row))


def check_columns(table: Iterable[object], columns: Sequence[str]) -> None:
    """Raises ValueError for a row whose further columns would be lost."""
    known = set(columns)
    for row in table:
        if isinstance(row, Mapping):
            for name in cast("Mapping[str, object]", row):
                if name not in known:
                    reason = f"a row has the column {name!a}, which the first has not"
                    raise FieldError("content", reason)


def csv_cells(
    table: list[object], columns: Sequence[str] | None
) -> list[Sequence[object]]:
    """The cells of each row."""
    kinds = set(map(type, table))
    if columns is not None and kinds == {dict}:
        mappings = cast("list[dict[str, object]]", table)
        return [list(map(row.get, columns)) for row in mappings]
    return [cells_of(row, columns) for row in table]


def cells_of(row: object, columns: Sequence[str] | None) -> Sequence[object]:
    """The cells of a row of any kind."""
    if isinstance(row, Mapping):
        held = cast("Mapping[str, object]", row)
        return list(held.values() if columns is None else map(held.get, columns))
    if issubclass(type(row), list | tuple) and not hasattr(type(row), "_fields"):
        cells = cast("Sequence[object]", row)
        if columns is not None and len(cells) != len(columns):
            reason = f"a row has {len(cells)} cells for {len(columns)} columns"
            raise FieldError("content", reason)
        return cells
    names = csv_columns(type(row)) if columns is None else columns
    if names is None or isinstance(row, str | bytes | int | float | None):
        raise wrong_type("content", "a row", row)
    return [getattr(row, name) for name in names]


def csv_text(
    rows: Sequence[Sequence[object]],
    delimiter: str,
    quoting: Quoting,
    formulas: Formulas,
) -> str:
    """Rows of cells as text, with CRLF behind each."""
    kinds = set(map(type, chain.from_iterable(rows)))
    if kinds <= PLAIN_CELLS:
        text = csv_written(rows, delimiter, quoting)
        start = FORMULA_CELL.format(re.escape(delimiter))
        if formulas == "keep" or not compiled(start).search(f"\n{text}"):
            return text
    is_guarded = formulas != "keep"
    safe = [[cell_value(cell, is_guarded) for cell in row] for row in rows]
    return csv_written(safe, delimiter, quoting)


def csv_written(
    rows: Iterable[Sequence[object]], delimiter: str, quoting: Quoting
) -> str:
    """What the csv module writes."""
    if delimiter in FORMULA_START[:4]:
        raise FieldError("delimiter", f"{delimiter!a} begins formulas")
    text = io.StringIO(newline="")
    rules: dict[str, Literal[0, 1, 2]] = {
        "minimal": csv.QUOTE_MINIMAL,
        "all": csv.QUOTE_ALL,
        "nonnumeric": csv.QUOTE_NONNUMERIC,
    }
    writer = csv.writer(
        text, delimiter=delimiter, lineterminator="\r\n", quoting=rules[quoting]
    )
    try:
        writer.writerows(rows)
    except ValueError:
        raise too_many_digits("content") from None
    return text.getvalue()


def cell_value(cell: object, is_guarded: bool) -> object:
    """A cell as the csv module takes it: text, with `'` before what begins like a formula.

    Numbers stay what they are.
    """
    value = exact(cell)
    if value is None or type(value) in (int, float, bool):
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        raise wrong_type("content", "a cell of text, a number or None", cell)
    text = value if type(value) is str else str(value)
    if isinstance(value, Number) and compiled(NUMBER_TEXT).fullmatch(text):
        return Decimal(text) if isinstance(value, Decimal) else text
    return f"'{text}" if is_guarded and text.startswith(FORMULA_START) else text
