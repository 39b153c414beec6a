"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import HTTPException

from tests.support.acme import Scanned, Stored

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE, unmodified_file
from ._support import (
    Deferred,
    based_headers,
    current,
    describe_file,
    filled,
    given_names,
    sent_path,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike
    from os import stat_result as os_stat_result

    from starlette.background import BackgroundTask

    from tests.demo import settings
else:
    settings = Deferred("tests.demo.settings", "settings", globals())

__all__ = [
    "Archived",
    "Page",
]


class Archived(Stored):
    """Below a class of the project's, the keys of the kind hold.

    Takes number.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know number.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/pdf"
    not_modified = unmodified_file
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        path: str | PathLike[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        filename: str | None = None,
        stat_result: os_stat_result | None = None,
        content_disposition_type: str = "attachment",
        *,
        number: int,
    ) -> None:
        self.content_disposition_type = content_disposition_type
        self._given = given_names(headers)
        self.number = number
        super().__init__(
            sent_path(path, root=current(settings.settings.media)),
            status_code=status_code,
            headers=headers,
            media_type=media_type or self.media_type,
            background=background,
            filename=filename or filled("filename", "{}.pdf", number),
            stat_result=stat_result,
            content_disposition_type=content_disposition_type,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(self, [], headers, self._given, typed=True)
        describe_file(self)


class Page(Scanned):
    """Page: a file.

    Takes dpi.
    """

    openapi = RESPONSES
    route = ROUTE
    not_modified = unmodified_file
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        path: str | PathLike[str],
        headers: Mapping[str, str] | None = None,
        *,
        dpi: int = 300,
    ) -> None:
        self.content_disposition_type = "attachment"
        self._given = given_names(headers)
        super().__init__(
            sent_path(path, missing=lambda: HTTPException(404)),
            dpi=dpi,
            headers=headers,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(self, [], headers, self._given)
        describe_file(self)
