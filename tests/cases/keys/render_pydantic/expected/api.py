"""Responses of api."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from fastapi.responses import JSONResponse
from pydantic import TypeAdapter

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel
    from starlette.background import BackgroundTask

    from tests.support import acme
    from tests.support.acme import Profile as AcmeProfile
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "AnyModel",
    "Known",
    "Names",
    "Plain",
    "Profile",
    "Profiles",
]


@cache
def _any_adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Any)


@cache
def _dict_str_list_profile_none_adapter() -> TypeAdapter[Any]:
    return TypeAdapter(dict[str, list[acme.Profile]] | None)


@cache
def _profile_adapter() -> TypeAdapter[AcmeProfile]:
    return TypeAdapter(acme.Profile)


@cache
def _set_int_adapter() -> TypeAdapter[set[int]]:
    return TypeAdapter(set[int])


class Profile(JSONResponse):
    """Profile: application/json, status 200.

    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    pydantic what its JSON encoder makes of the data.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AcmeProfile,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: AcmeProfile) -> bytes:
        return _profile_adapter().dump_json(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Known(Profile):
    """Known: application/json, status 200.

    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    pydantic what its JSON encoder makes of the data.
    """

    def render(self, content: Any) -> bytes:
        document: AcmeProfile = content
        return _profile_adapter().dump_json(document, exclude_none=True)


class Profiles(JSONResponse):
    """Profiles: application/json, status 200.

    indent: Spaces per level.
    exclude_none: Leave out fields that are None.
    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    pydantic what its JSON encoder makes of the data.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, list[AcmeProfile]] | None,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        indent: int | None = None,
        exclude_none: bool = False,
    ) -> None:
        self.indent = indent
        self.exclude_none = exclude_none
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, list[AcmeProfile]] | None) -> bytes:
        return _dict_str_list_profile_none_adapter().dump_json(
            content, indent=self.indent, exclude_none=self.exclude_none
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Names(JSONResponse):
    """Names: application/json, status 200.

    exclude: The fields that are not written.
    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    pydantic what its JSON encoder makes of the data.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AcmeProfile,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        exclude: set[str] | None = None,
    ) -> None:
        self.exclude = exclude
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: AcmeProfile) -> bytes:
        return _profile_adapter().dump_json(
            content, include={"name", "nickname"}, exclude=self.exclude
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class AnyModel(JSONResponse):
    """AnyModel: application/json, status 200.

    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    pydantic what its JSON encoder makes of the data.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: BaseModel,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: BaseModel) -> bytes:
        return _any_adapter().dump_json(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Plain(JSONResponse):
    """Plain: application/json, status 200.

    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    pydantic what its JSON encoder makes of the data.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: set[int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: set[int]) -> bytes:
        return _set_int_adapter().dump_json(content, fallback=acme.listed)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
