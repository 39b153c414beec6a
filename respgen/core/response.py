"""The reference's Response (Starlette, FastAPI), strict, on the standard library alone.

Goes in: content, status, headers, media type, background task. Comes out: an ASGI
application.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from datetime import datetime
from typing import Any, Literal

from respgen.core.bodies import text_body
from respgen.core.cookie_attributes import cookie_attributes
from respgen.core.cookies import cookie_pair
from respgen.core.fields import caller_fields
from respgen.core.framing import content_headers
from respgen.core.grammar import compiled, outside, typed_text
from respgen.core.headers import MutableHeaders
from respgen.core.statuses import BODYLESS, any_status

# ASGI 3.0: what an application is called with
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

# What the reference (`http.cookies`) sends as it is, what it escapes inside quotes, and
# what it could quote at all: controls are refused, as newer versions of Python do.
REFERENCE_PLAIN = r"[A-Za-z0-9!#$%&'*+\-.^_`|~:]+"
REFERENCE_ESCAPED = r"[^A-Za-z0-9!#$%&'*+\-.^_`|~: ()/<=>?@\[\]{}]"
QUOTABLE = r"[\x20-\x7e\xa0-\xff]*"
QUOTABLE_CHARACTER = r"[\x20-\x7e\xa0-\xff]"


class Response:
    """An HTTP response that is an ASGI application.

    Parameters, attributes and methods are the reference's. What HTTP does not allow
    raises ValueError naming the field, a wrong type TypeError: in the constructor or
    method, never on the wire. 1xx, 204, 205 and 304 send no body (RFC 9110 6.4.1,
    15.3.6).
    """

    media_type: str | None = None
    charset: str = "utf-8"
    status_code: int
    body: bytes | memoryview
    background: Callable[[], Awaitable[object]] | None
    raw_headers: list[tuple[bytes, bytes]]

    def __init__(
        self,
        content: Any = None,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        self.status_code = any_status(status_code)
        if media_type is not None:
            self.media_type = media_type
        self.background = background
        self.body = self.render(content)
        self.init_headers(headers)
        if self.status_code < 200 or self.status_code in BODYLESS:
            self.body = b""

    def render(self, content: Any) -> bytes | memoryview:
        """The body: text in `charset`, bytes and memory as they are, nothing for None.

        Raises ValueError for text that `charset` cannot hold, TypeError for other
        types.
        """
        if isinstance(content, memoryview):
            return content.cast("B") if content.c_contiguous else content.tobytes()
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        """Fill `raw_headers`: the caller's, then content-length and content-type."""
        fields: list[tuple[bytes, bytes]] = []
        if headers is not None:
            fields = caller_fields(headers, self.status_code)
        # A subclass that streams has no body yet.
        body: bytes | memoryview | None = getattr(self, "body", None)
        # RFC 9110 8.6: what holds for 204 holds for 1xx
        framing = 204 if self.status_code < 200 else self.status_code
        self.raw_headers = content_headers(
            fields, framing, body, self.media_type, self.charset
        )

    @property
    def headers(self) -> MutableHeaders:
        """A live view of `raw_headers`."""
        return MutableHeaders(raw=self.raw_headers, status_code=self.status_code)

    def set_cookie(
        self,
        key: str,
        value: str = "",
        max_age: int | None = None,
        expires: datetime | str | int | None = None,
        path: str | None = "/",
        domain: str | None = None,
        secure: bool = False,
        httponly: bool = False,
        samesite: Literal["lax", "strict", "none"] | None = "lax",
        partitioned: bool = False,
    ) -> None:
        """Add a Set-Cookie field (RFC 6265 4.1).

        `max_age` in seconds; `expires` a moment, seconds from now, or its text. A value
        that is more than letters, digits and some punctuation is quoted as the
        reference quotes it. Raises ValueError or TypeError naming the cookie or the
        attribute.
        """
        key = typed_text("cookie name", key)
        pair = cookie_pair(key, quoted_value(key, value))
        attributes = cookie_attributes(
            max_age=max_age,
            expires=expires,
            path=path or "",
            domain=domain,
            secure=secure,
            httponly=httponly,
            samesite=samesite,
            partitioned=partitioned,
        )
        self.raw_headers.append((b"set-cookie", pair + attributes))

    def delete_cookie(
        self,
        key: str,
        path: str | None = "/",
        domain: str | None = None,
        secure: bool = False,
        httponly: bool = False,
        samesite: Literal["lax", "strict", "none"] | None = "lax",
        partitioned: bool = False,
    ) -> None:
        """Add a Set-Cookie field that ends the cookie of this name, domain and path."""
        self.set_cookie(
            key,
            max_age=0,
            expires=0,
            path=path,
            domain=domain,
            secure=secure,
            httponly=httponly,
            samesite=samesite,
            partitioned=partitioned,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response, then await the background task (ASGI 3.0)."""
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        await send(
            {
                "type": "http.response.start",
                "status": self.status_code,
                "headers": self.raw_headers,
            }
        )
        await send({"type": "http.response.body", "body": self.body})
        if self.background is not None:
            await self.background()

    # The reference's name: its streaming and file responses call it.
    def _wrap_websocket_denial_send(self, send: Send) -> Send:
        """`send` for the WebSocket denial response: the messages under its names."""

        async def denial(message: Message) -> None:
            await send({**message, "type": f"websocket.{message['type']}"})

        return denial


def quoted_value(key: str, value: str) -> bytes:
    """A value as the reference's set_cookie writes it: quoted where it is not plain.

    Inside the quotes, octal escapes stand for what is not printable ASCII and for `,`
    and `;`. Raises ValueError for controls and beyond latin-1, TypeError for no text.
    """
    text = typed_text(f"cookie {key!a}", value)
    if compiled(REFERENCE_PLAIN).fullmatch(text):
        return text.encode("ascii")
    if not compiled(QUOTABLE).fullmatch(text):
        raise outside(f"cookie {key!a}", QUOTABLE_CHARACTER, text, "a cookie's value")
    return b'"' + compiled(REFERENCE_ESCAPED).sub(escaped, text).encode("ascii") + b'"'


def escaped(match: re.Match[str]) -> str:
    """The escape of one character inside the reference's quotes."""
    character = match[0]
    return "\\" + character if character in '"\\' else f"\\{ord(character):03o}"
