"""Bodies that the schema writes."""

from __future__ import annotations

from functools import cache
from json import dumps
from typing import TYPE_CHECKING

from fastapi import Response
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse
from msgspec.json import encode
from orjson import OPT_INDENT_2, OPT_SORT_KEYS
from orjson import dumps as orjson_dumps
from pydantic import TypeAdapter

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    apply_fields,
    complete_headers,
    html_markup,
    html_part,
    html_quoted,
    html_url,
    indented,
    json_ascii_inside,
    json_block,
    json_body,
    json_inside,
    json_member,
    json_object,
    json_part,
    middleware_of,
    nulls_for_nan,
    text_part,
    unless_none,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime
    from typing import Any, Literal
    from uuid import UUID

    import pydantic_core
    from starlette.background import BackgroundTask

    from tests.support import acme
    from tests.support.acme import Fragment, Profile

    from ._support import (
        Middleware,
    )
else:
    pydantic_core = Deferred("pydantic_core", "pydantic_core", globals())
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Bare",
    "Child",
    "Converted",
    "Envelope",
    "Fixed",
    "Greeting",
    "Image",
    "Letter",
    "Listing",
    "Other",
    "Page",
    "Quick",
    "Readable",
    "Robots",
    "Structs",
]


@cache
def _profile_adapter() -> TypeAdapter[Profile]:
    return TypeAdapter(acme.Profile)


def apply_page(response: Response, /) -> None:
    """Set the headers of the profile page on another response."""
    apply_fields(response, [(b"x-content-type-options", b"nosniff")])


class Envelope(JSONResponse):
    """An envelope around an item.

    Takes message, item_id.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know message, item_id.
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
        item_id: int,
    ) -> None:
        self.message = message
        self.item_id = item_id
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Profile) -> bytes:
        return json_object(
            b'"success":true',
            json_member(b'"message":', "message", self.message),
            unless_none(content, b'"data":%b' % _profile_adapter().dump_json(content)),
            b'"links":{"self":"/items/%b"}' % json_inside("item_id", self.item_id),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Fixed(JSONResponse):
    """Nothing to say."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{"status":"ok","checks":[],"more":{},"ratio":1.5,"none":null,"text":"{braces} \xc3\xa9"}'

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Listing(JSONResponse):
    """Listing: application/json, status 200.

    Takes page, next_page.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        names: list[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        page: int = 1,
        next_page: str | None = None,
    ) -> None:
        self.page = page
        self.next_page = next_page
        super().__init__(names, status_code, headers, media_type, background)

    def render(self, content: list[str]) -> bytes:
        return b"[%b,%b]" % (
            json_object(
                b'"names":%b,"page":%b'
                % (json_body(content), json_part("page", self.page)),
                json_member(b'"next":', "next_page", self.next_page),
            ),
            json_part("next_page", self.next_page),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Readable(JSONResponse):
    """Readable: application/json, status 200.

    Takes options, name, note.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know options, name, note.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        options: dict[str, list[int]],
        name: str,
        note: str | None,
    ) -> None:
        self.options = options
        self.name = name
        self.note = note
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return (
            b'{\n  "b": %b,\n  "a": {\n    "name": %b,\n    "title": "L\\u00f6we %b",\n    "none": %b\n  },\n  "c": [\n    1,\n    [\n      2\n    ]\n  ]\n}'
            % (
                indented(
                    dumps(
                        self.options,
                        ensure_ascii=True,
                        allow_nan=False,
                        indent=2,
                        separators=(",", ": "),
                        sort_keys=True,
                    ).encode(),
                    b"\n  ",
                ),
                indented(
                    dumps(
                        self.name,
                        ensure_ascii=True,
                        allow_nan=False,
                        indent=2,
                        separators=(",", ": "),
                        sort_keys=True,
                    ).encode(),
                    b"\n    ",
                ),
                json_ascii_inside("name", self.name),
                json_block(
                    b"\n      ",
                    b"\n    ",
                    unless_none(
                        self.note,
                        b'"note": %b'
                        % indented(
                            dumps(
                                self.note,
                                ensure_ascii=True,
                                allow_nan=False,
                                indent=2,
                                separators=(",", ": "),
                                sort_keys=True,
                            ).encode(),
                            b"\n      ",
                        ),
                    ),
                ),
            )
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Quick(JSONResponse):
    """Quick: application/json, status 200.

    Takes when, tags, ok.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know when, tags, ok.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        when: datetime,
        tags: dict[str, int],
        ok: bool,
    ) -> None:
        self.when = when
        self.tags = tags
        self.ok = ok
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{\n  "when": %b,\n  "tags": %b,\n  "ok": %b\n}' % (
            indented(
                orjson_dumps(self.when, option=OPT_SORT_KEYS | OPT_INDENT_2), b"\n  "
            ),
            indented(
                orjson_dumps(self.tags, option=OPT_SORT_KEYS | OPT_INDENT_2), b"\n  "
            ),
            json_part("ok", self.ok),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Structs(JSONResponse):
    """Structs: application/json, status 200.

    Takes key, tags.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know key, tags.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        key: UUID,
        tags: set[int],
    ) -> None:
        self.key = key
        self.tags = tags
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{"key":%b,"tags":%b}' % (encode(self.key), encode(self.tags))

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Converted(JSONResponse):
    """Converted: application/json, status 200.

    Takes when, ratio.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know when, ratio.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        when: date,
        ratio: float,
    ) -> None:
        self.when = when
        self.ratio = ratio
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{"when":%b,"on":"on %b","ratio":%b}' % (
            dumps(
                nulls_for_nan(self.when),
                ensure_ascii=False,
                allow_nan=False,
                indent=None,
                separators=(",", ":"),
                default=lambda value: nulls_for_nan(
                    pydantic_core.to_jsonable_python(value)
                ),
            ).encode(),
            json_inside("when", self.when),
            dumps(
                nulls_for_nan(self.ratio),
                ensure_ascii=False,
                allow_nan=False,
                indent=None,
                separators=(",", ":"),
                default=lambda value: nulls_for_nan(
                    pydantic_core.to_jsonable_python(value)
                ),
            ).encode(),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Robots(PlainTextResponse):
    """What crawlers may read."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b"User-agent: *\nDisallow: /cart/ 100% {}\n"

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Greeting(PlainTextResponse):
    """Greeting: text/plain, status 200.

    Takes name, count.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know name, count.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    charset = "iso-8859-1"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        name: str,
        count: int,
    ) -> None:
        self.name = name
        self.count = count
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b"Hallo %b, %b Gr\xfc\xdfe!\n" % (
            text_part("name", self.name, "iso-8859-1"),
            text_part("count", self.count, "iso-8859-1"),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Letter(PlainTextResponse):
    """Letter: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return b"Dear customer,\n\n%b\n\nYour shop\n" % text_part("content", content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Page(HTMLResponse):
    """A page that says something.

    Takes title, link, more.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know title, link, more.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/html"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        title: str,
        link: str,
        more: Fragment,
    ) -> None:
        self.title = title
        self.link = link
        self.more = more
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return (
            b'<!DOCTYPE html>\n<title>%b</title>\n<a href="%b" title="%b 100%%">%b</a>\n<p id="%b">%b</p>\n'
            % (
                html_part("title", self.title),
                html_url("link", self.link),
                html_part("title", self.title),
                html_part("title", self.title),
                html_quoted("more", self.more),
                html_markup("more", self.more),
            )
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"x-content-type-options", b"nosniff")], headers
        )


class Image(Response):
    """Image: image/svg+xml, status 200.

    Takes label.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know label.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "image/svg+xml"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        label: str,
    ) -> None:
        self.label = label
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return (
            b'<svg xmlns="http://www.w3.org/2000/svg"><text x="0" y="15">%b</text></svg>'
            % html_part("label", self.label)
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"x-content-type-options", b"nosniff")], headers
        )


class Child(Listing):
    """The same with a status.

    Takes page, next_page.
    """

    def __init__(
        self,
        names: list[str],
        status_code: int = 202,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        page: int = 1,
        next_page: str | None = None,
    ) -> None:
        self.page = page
        self.next_page = next_page
        super(Listing, self).__init__(
            names, status_code, headers, media_type, background
        )


class Other(Listing):
    """Another body, which leaves out as much.

    Takes page, next_page.
    """

    def render(self, content: Any) -> bytes:
        document: list[str] = content
        return json_object(
            b'"names":%b' % json_body(document),
            json_member(b'"next":', "next_page", self.next_page),
        )


class Bare(Listing):
    """A list again.

    Takes page, next_page.
    """

    def render(self, content: Any) -> bytes:
        document: list[str] = content
        return json_body(document)


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["page"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of({"page": (apply_page, (), False)})
