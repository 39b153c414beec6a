"""csv: a row for each item, below the names of the columns (RFC 4180)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from respgen.core.tables import FORMULA_START
from respgen.decoder.plain import TEXT, TRUTH, Shape
from respgen.decoder.shapes import ListOf, OneOf, Parsed
from respgen.diagnostics import Finding, quoted
from respgen.located import Located
from respgen.renderers.contents import is_python, item_type
from respgen.renderers.options import BOOL, Given, bindable, said, spelled
from respgen.renderers.renderer import Around, Reads, Renderer, Unfit
from respgen.rules import r0, r8
from respgen.specs.expressions import (
    SUPPORT,
    Attribute,
    Call,
    Local,
    TypeValue,
    Value,
    ValueExpression,
    core,
)
from respgen.specs.types import (
    TypeExpression,
    TypeGeneric,
    TypeName,
    authored,
    literals,
)

_STR = TypeName("builtins", "str")
_QUOTING = ("minimal", "all", "nonnumeric")
_FORMULAS = ("escape", "keep")
_NO_DELIMITERS = ("\r", "\n", '"', *FORMULA_START[:4])


def _delimiter(text: str) -> str | Finding:
    if len(text) == 1 and text not in _NO_DELIMITERS:
        return text
    message = f"{quoted(text)} cannot be the delimiter: it is one character that no cell begins with"
    return Finding(r8.DELIMITER, message, 'write ",", ";" or "\\t"')


def _columns(found: tuple[Located[str], ...]) -> tuple[str, ...] | Finding:
    names = tuple(each.value for each in found)
    twice = next((each for each in found if names.count(each.value) > 1), None)
    if twice is not None:
        message = f"the column {quoted(twice.value)} appears twice"
        return Finding(r0.CONFLICT, message, "leave one out", twice.span)
    if names:
        return names
    message = "expected at least one column, found none"
    return Finding(r0.WRONG_TYPE, message, "leave it out: the type has its columns")


_WORD: Shape[str] = OneOf(_QUOTING)
_GUARD: Shape[str] = OneOf(_FORMULAS)


@dataclass(frozen=True, slots=True)
class CsvOptions:
    """Options of the csv renderer."""

    columns: tuple[str, ...] | Given | None = bindable(
        Parsed(ListOf(TEXT), _columns, {}),
        "The columns, in order; left out, those of the type of a row.",
        None,
        TypeGeneric(TypeName("collections.abc", "Sequence"), (_STR,)),
    )
    delimiter: str | Given = bindable(
        Parsed(TEXT, _delimiter, {"maxLength": 1, "minLength": 1}),
        "What stands between two cells.",
        ",",
        _STR,
    )
    header: bool | Given = bindable(
        TRUTH, "Whether the first row has the names of the columns.", True, BOOL
    )
    quoting: str | Given = bindable(
        _WORD,
        "Which cells are quoted: where needed (minimal), all, or all but numbers.",
        "minimal",
        literals(*_QUOTING),
    )
    formulas: str | Given = bindable(
        _GUARD,
        "Whether a ' is put before text that spreadsheets would take for a formula.",
        "escape",
        literals(*_FORMULAS),
    )


def _body(options: CsvOptions, content: ValueExpression) -> ValueExpression:
    known = content.type if isinstance(content, Local) else None
    columns = _expression(options, item_type(known))
    given = (content, columns, Attribute("charset"))
    return Call(core("csv_body"), given, tuple(said(options, "columns")))


def _item(options: CsvOptions, content: ValueExpression) -> ValueExpression:
    """One row; the names of the columns stand before all of them."""
    known = content.type if isinstance(content, Local) else None
    given = (content, _expression(options, known), Attribute("charset"))
    return Call(core("csv_row"), given, tuple(said(options, "columns", "header")))


def _around(options: CsvOptions, row: TypeExpression) -> Around:
    if options.header is False:
        return Around()
    given = (_expression(options, row), Attribute("charset"))
    keywords = tuple(said(options, "columns"))
    return Around(before=Call(core("csv_header"), given, keywords))


def _lacks(options: CsvOptions, content: TypeExpression, streams: bool) -> Unfit | None:
    """Names of columns, where they are to be written and nothing has them."""
    if options.header is False or options.columns is not None:
        return None
    row = content if streams else item_type(content)
    is_list = isinstance(row, TypeGeneric) and row.origin.name in ("list", "tuple")
    if not is_list and not (streams and _own(row) is None):
        return None
    message = "nothing says how the columns are called that csv writes first"
    return Unfit(message, "write render: {csv: {columns: [...]}}, or header: false")


def _reads(options: CsvOptions, content: TypeExpression, streams: bool) -> Reads | None:
    kind = _own(content if streams else item_type(content))
    chosen = options.columns
    return Reads(kind, chosen) if kind and isinstance(chosen, tuple) else None


def _expression(options: CsvOptions, row: TypeExpression | None) -> ValueExpression:
    """The columns: constants, what callers give, or the fields of the type."""
    kind = _own(row)
    if kind is None:
        return spelled(options.columns)
    if options.columns is None:
        return Call(core("csv_columns"), (TypeValue(kind),))
    if isinstance(options.columns, Given):
        given = (spelled(options.columns), TypeValue(kind))
        return Call(core("chosen_columns"), given)
    return Value(options.columns)


def _own(row: TypeExpression | None) -> TypeName | None:
    """The author's class that a row is of."""
    kind = row.origin if isinstance(row, TypeGeneric) else row
    if isinstance(kind, TypeName) and any(authored(kind)):
        return kind
    return None


_TABLE = "rows are mappings, dataclasses, TypedDicts, models, lists or tuples"


def _unfit(options: CsvOptions, content: TypeExpression) -> Iterator[Unfit]:
    row = item_type(content)
    if row is None and is_python(content):
        yield Unfit("render: csv takes an iterable of rows", f"write {_ROWS}")
    if row is not None:
        yield from _row_unfit(options, row)


def _row_unfit(options: CsvOptions, row: TypeExpression) -> Iterator[Unfit]:
    if is_python(row) and not _is_row(row):
        yield Unfit(f"render: csv cannot write such a row: {_TABLE}", f"write {_ROWS}")


_ROWS = "content: Iterable[dict[str, str]], or of a class of yours"
_HOLDERS = ("dict", "list", "tuple", "Mapping", "MutableMapping", "Any", "object")


def _is_row(kind: TypeExpression) -> bool:
    match kind:
        case TypeName(_, name) | TypeGeneric(TypeName(_, name)):
            return name in _HOLDERS or kind == CSV_ROW
    return True


_LABELS = ("text/csv", "text/tab-separated-values", "application/csv")
CSV_ROW = TypeName(SUPPORT, "CsvRow")
CSV = Renderer(
    name="csv",
    about="CSV: a row for each item.",
    media_type="text/csv",
    fits=lambda essence: essence in _LABELS,
    content=TypeGeneric(TypeName("collections.abc", "Iterable"), (CSV_ROW,)),
    options=CsvOptions,
    body=_body,
    item=_item,
    around=_around,
    items=CSV_ROW,
    item_unfit=_row_unfit,
    lacks=_lacks,
    reads=_reads,
    unfit=_unfit,
    listed=True,
    encodes=True,
    typed=True,
)
