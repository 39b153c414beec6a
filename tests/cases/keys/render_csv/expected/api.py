"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    chosen_columns,
    complete_headers,
    csv_body,
    csv_columns,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Literal

    from starlette.background import BackgroundTask

    from tests.support import acme
    from tests.support.acme import Parcel, Profile, User

    from ._support import (
        CsvRow,
    )
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Chosen",
    "Parcels",
    "People",
    "Profiles",
    "Table",
]


class Table(Response):
    """Table: text/csv, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/csv"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Iterable[CsvRow],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Iterable[CsvRow]) -> bytes:
        return csv_body(content, None, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class People(Response):
    """People: text/csv, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/csv"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        people: Iterable[User],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(people, status_code, headers, media_type, background)

    def render(self, content: Iterable[User]) -> bytes:
        return csv_body(content, csv_columns(acme.User), self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Parcels(Response):
    """Parcels: text/tab-separated-values, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/tab-separated-values"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[Parcel],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[Parcel]) -> bytes:
        return csv_body(
            content,
            csv_columns(acme.Parcel),
            self.charset,
            delimiter="\t",
            header=False,
            quoting="all",
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Profiles(Response):
    """Profiles: text/csv; header=present, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/csv; header=present"
    charset = "iso-8859-1"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[Profile],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[Profile]) -> bytes:
        return csv_body(content, ("nickname", "name"), self.charset, formulas="keep")

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Chosen(Response):
    """Chosen: text/csv, status 200.

    columns: The columns, in order; left out, those of the type of a row.
    delimiter: What stands between two cells.
    header: Whether the first row has the names of the columns.
    quoting: Which cells are quoted: where needed (minimal), all, or all but numbers.
    formulas: Whether a ' is put before text that spreadsheets would take for a formula.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/csv"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[User],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        columns: Sequence[str] | None = None,
        delimiter: str = ",",
        header: bool = True,
        quoting: Literal["minimal", "all", "nonnumeric"] = "minimal",
        formulas: Literal["escape", "keep"] = "escape",
    ) -> None:
        self.columns = columns
        self.delimiter = delimiter
        self.header = header
        self.quoting: Literal["minimal", "all", "nonnumeric"] = quoting
        self.formulas: Literal["escape", "keep"] = formulas
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[User]) -> bytes:
        return csv_body(
            content,
            chosen_columns(self.columns, acme.User),
            self.charset,
            delimiter=self.delimiter,
            header=self.header,
            quoting=self.quoting,
            formulas=self.formulas,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
