"""What documents say of responses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import (
    FileResponse,
    JSONResponse,
    RedirectResponse,
    StreamingResponse,
)
from pydantic import TypeAdapter
from typing_extensions import deprecated

from ._framework import (
    APPLY_CONSTANTS,
    RESPONSES,
    ROUTE,
    FastAPIResponseError,
    send_file,
    send_stream,
    streamed,
    unmodified,
    unmodified_file,
)
from ._support import (
    APPLY,
    Deferred,
    complete_headers,
    complete_stream_headers,
    cookie_fields,
    date_field,
    describe_file,
    enum_field,
    etag_field,
    field_value,
    header_argument,
    integer_field,
    json_member,
    json_object,
    json_part,
    list_fields,
    locked_status,
    one_media_type,
    one_status,
    plain_cookie,
    problem_body,
    put_cookies,
    read_plain_cookie,
    render_json,
    sent_path,
    text_body,
    text_field,
    unless_none,
    url_text,
    yield_cookies,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
    from datetime import datetime
    from os import PathLike
    from os import stat_result as os_stat_result
    from typing import Literal

    from starlette.background import BackgroundTask
    from starlette.datastructures import URL
    from starlette.types import Receive, Scope, Send

    from tests.support import acme
    from tests.support.acme import Profile
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Either",
    "Envelope",
    "Gone",
    "ItemJSON",
    "Items",
    "Moved",
    "NoItem",
    "Old",
    "Paper",
    "Picture",
    "SoldOut",
    "delete_seen_cookie",
    "delete_session_cookie",
    "read_seen_cookie",
    "read_session_cookie",
    "seen_cookie",
    "session_cookie",
    "set_seen_cookie",
    "set_session_cookie",
]


@cache
def _profile_adapter() -> TypeAdapter[Profile]:
    return TypeAdapter(acme.Profile)


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie __Host-session."""
    cookie = plain_cookie("__Host-session", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure"
    )


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie __Host-session."""
    put_cookies(
        response,
        b"__Host-session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie __Host-session."""
    return read_plain_cookie(cookies.get("__Host-session"))


async def session_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="__Host-session")] = None,
) -> str | None:
    """For Depends: reads the cookie __Host-session of a request."""
    if cookie_value is None:
        return None
    return read_session_cookie({"__Host-session": cookie_value})


def set_seen_cookie(response: Response, value: str) -> None:
    """Set the cookie seen."""
    cookie = plain_cookie("seen", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=86400; Path=/; SameSite=lax; Secure"
    )


def delete_seen_cookie(response: Response) -> None:
    """Delete the cookie seen."""
    put_cookies(
        response,
        b"seen=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_seen_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie seen."""
    return read_plain_cookie(cookies.get("seen"))


async def seen_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="seen")] = None,
) -> str | None:
    """For Depends: reads the cookie seen of a request."""
    if cookie_value is None:
        return None
    return read_seen_cookie({"seen": cookie_value})


class ItemJSON(JSONResponse):
    """An item.

    x_request_id: Quoted by support.
    Also takes etag, x_state, x_left, x_until, x_tags.
    Cookies: __Host-session, seen (always set).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_request_id, x_tags.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    x_request_id: str = header_argument("x_request_id")
    etag: str | None = header_argument("etag")
    x_state: Literal["new", "old"] | None = header_argument("x_state")
    x_left: int | None = header_argument("x_left")
    x_until: datetime | None = header_argument("x_until")
    x_tags: Sequence[str] = header_argument("x_tags")
    not_modified = unmodified
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie
    set_seen_cookie = set_seen_cookie
    delete_seen_cookie = delete_seen_cookie

    def __init__(
        self,
        content: Profile,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_request_id: str,
        etag: str | None = None,
        x_state: Literal["new", "old"] | None = None,
        x_left: int | None = None,
        x_until: datetime | None = None,
        x_tags: Sequence[str],
    ) -> None:
        self._x_request_id = x_request_id
        self._etag = etag
        self._x_state = x_state
        self._x_left = x_left
        self._x_until = x_until
        self._x_tags = x_tags
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Profile) -> bytes:
        return _profile_adapter().dump_json(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-content-type-options", b"nosniff"),
            text_field(b"x-request-id", self._x_request_id),
        ]
        if self._etag is not None:
            fields.append(etag_field(b"etag", self._etag))
        if self._x_state is not None:
            fields.append(enum_field(b"x-state", self._x_state, ("new", "old")))
        if self._x_left is not None:
            fields.append(integer_field(b"x-left", self._x_left))
        if self._x_until is not None:
            fields.append(date_field(b"x-until", self._x_until))
        fields += list_fields(b"x-tags", self._x_tags, field_value)
        self.raw_headers = complete_headers(self, fields, headers)
        self.raw_headers += cookie_fields(
            b"seen=1; HttpOnly; Max-Age=86400; Path=/; SameSite=lax; Secure"
        )
        if headers is not None:
            yield_cookies(self)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            x_request_id: str,
            etag: str | None = None,
            x_state: Literal["new", "old"] | None = None,
            x_left: int | None = None,
            x_until: datetime | None = None,
            x_tags: Sequence[str],
        ) -> None: ...

    else:
        apply = APPLY


class Envelope(JSONResponse):
    """An item in an envelope.

    Takes message.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know message.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Profile,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        message: str | None,
    ) -> None:
        self.message = message
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Profile) -> bytes:
        return json_object(
            b'"success":true',
            json_member(b'"message":', "message", self.message),
            unless_none(content, b'"data":%b' % _profile_adapter().dump_json(content)),
            b'"links":["/items",%b]' % json_part("message", self.message),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Items(StreamingResponse):
    """Items: application/x-ndjson, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/x-ndjson"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AsyncIterable[Profile] | Iterable[Profile],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            streamed(content), status_code, headers, media_type, background
        )

    def render(self, content: Profile) -> bytes:
        return b"%b\n" % _profile_adapter().dump_json(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_stream(self, scope, receive, send)


class Moved(RedirectResponse):
    """It is elsewhere."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | URL,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            url_text("url", url),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Gone(Response):
    """It is gone."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: None = None,
        status_code: int = 204,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Picture(FileResponse):
    """Picture: image/png, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "image/png"
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
    ) -> None:
        self.content_disposition_type = content_disposition_type
        super().__init__(
            sent_path(path),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename,
            stat_result,
            content_disposition_type=content_disposition_type,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)
        describe_file(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)


class Paper(FileResponse):
    """Paper: application/pdf, status 200."""

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
    ) -> None:
        self.content_disposition_type = content_disposition_type
        super().__init__(
            sent_path(path),
            status_code,
            headers,
            media_type or self.media_type,
            background,
            filename or "paper.pdf",
            stat_result,
            content_disposition_type=content_disposition_type,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_stream_headers(self, [], headers)
        describe_file(self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send_file(self, scope, receive, send)


class Either(Response):
    """Either: image/png, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "image/png"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: Literal["image/png", "image/jpeg"] = "image/png",
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            content,
            status_code,
            headers,
            one_media_type(media_type, ("image/png", "image/jpeg")),
            background,
        )

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


@deprecated("Use ItemJSON.")
class Old(JSONResponse):
    """An old one."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class NoItem(JSONResponse):
    """There is no such item.

    sku: What was asked for.
    Also takes instance, near.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know sku.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "https://shop.example/no-item"
    title = "No such item"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[404] = 404,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
        sku: str,
        near: list[str] | None = None,
    ) -> None:
        self.instance = instance
        self.sku = sku
        self.near = near
        super().__init__(
            detail, locked_status(status_code, 404), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
            sku=self.sku,
            near=self.near,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as NoItem."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[404] = 404,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
            sku: str,
            near: list[str] | None = None,
        ) -> None:
            response = NoItem(
                detail,
                status_code,
                headers,
                media_type,
                background,
                instance=instance,
                sku=sku,
                near=near,
            )
            super().__init__(response, detail)

        def response(self) -> NoItem:
            return self.renewed(NoItem)


class SoldOut(JSONResponse):
    """SoldOut: application/problem+json, status 409.

    Takes instance.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "https://shop.example/sold-out"
    title = "Nothing is left."
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[409] = 409,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
    ) -> None:
        self.instance = instance
        super().__init__(
            detail, locked_status(status_code, 409), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as SoldOut."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[409] = 409,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
        ) -> None:
            response = SoldOut(
                detail, status_code, headers, media_type, background, instance=instance
            )
            super().__init__(response, detail)

        def response(self) -> SoldOut:
            return self.renewed(SoldOut)
