"""What frames a message and says what its body is: Content-Length and Content-Type.

Goes in: the fields so far, the body and what it is. Comes out: the fields as they are sent.
"""

from collections.abc import Mapping
from typing import Protocol

from respgen.core.fields import check_length, merge_headers
from respgen.core.media_types import (
    KNOWN_CONTENT_TYPES,
    content_type_field,
)
from respgen.core.statuses import BODYLESS, USUAL, final_status


class Described(Protocol):
    """What the framing of a stream depends on."""

    @property
    def status_code(self) -> int: ...

    @property
    def media_type(self) -> str | None: ...

    @property
    def charset(self) -> str: ...


class Rendered(Described, Protocol):
    """What the framing depends on: a response whose body is there."""

    body: bytes | memoryview


def complete_headers(
    response: Rendered,
    declared: list[tuple[bytes, bytes]],
    headers: Mapping[str, str] | None,
    locked: tuple[bytes, ...] = (),
    append: tuple[bytes, ...] = (),
) -> list[tuple[bytes, bytes]]:
    """The header list of any response: `merge_headers`, then `content_headers`.

    `declared` is extended in place: it belongs to this response. A status without a
    body empties `response.body` (RFC 9110 15.3.5, 15.3.6, 15.4.5).
    """
    status_code = response.status_code
    # The usual response: nothing to merge, nothing to refuse. 200.0 is in USUAL
    # too, since it equals 200, but no server can send it.
    if headers is None and type(status_code) is int and status_code in USUAL:
        declared.append((b"content-length", b"%d" % len(response.body)))
        media_type = response.media_type
        if media_type is not None:
            declared.append(
                KNOWN_CONTENT_TYPES.get(media_type)
                or content_type_field(media_type, response.charset)
            )
        return declared
    status_code = final_status(status_code)
    if headers is not None:
        declared = merge_headers(
            declared, headers, locked, append, status_code=status_code
        )
    if status_code in BODYLESS:
        response.body = b""
    return content_headers(
        declared,
        status_code,
        response.body,
        response.media_type,
        response.charset,
    )


def complete_stream_headers(
    response: Described,
    declared: list[tuple[bytes, bytes]],
    headers: Mapping[str, str] | None,
    locked: tuple[bytes, ...] = (),
    append: tuple[bytes, ...] = (),
) -> list[tuple[bytes, bytes]]:
    """The header list of a stream, whose length nobody knows (RFC 9112 6.3).

    As `complete_headers`, but for content-length: only 205 and callers give one.
    """
    status_code = final_status(response.status_code)
    if headers is not None:
        declared = merge_headers(
            declared, headers, locked, append, status_code=status_code
        )
    return content_headers(
        declared, status_code, None, response.media_type, response.charset
    )


def content_headers(
    raw_headers: list[tuple[bytes, bytes]],
    status_code: int,
    body: bytes | memoryview | None,
    media_type: str | None,
    charset: str,
) -> list[tuple[bytes, bytes]]:
    """`raw_headers` with content-length and content-type where the caller gave none.

    The list may be extended in place: it belongs to this response. A `body` of None has
    a length that nobody knows yet. 204 and 304 have neither field, 205 has
    `content-length: 0` (RFC 9110 8.6, 15.3.6). Raises ValueError for a status outside
    200 to 599, what is not a media type, and a Content-Length that is not the body's
    (any, where the body is empty: the answer to HEAD).
    """
    status_code = final_status(status_code)
    given = dict(raw_headers)
    wire = None if media_type is None else content_type_field(media_type, charset)
    length = given.get(b"content-length")
    if length is not None:
        check_length(length, b"" if status_code in BODYLESS else body)
    if status_code in BODYLESS:
        return bodyless_headers(raw_headers, status_code)
    if length is None and body is not None:
        raw_headers.append((b"content-length", b"%d" % len(body)))
    if wire is not None and b"content-type" not in given:
        raw_headers.append(wire)
    return raw_headers


def bodyless_headers(
    raw_headers: list[tuple[bytes, bytes]], status_code: int
) -> list[tuple[bytes, bytes]]:
    """What a response without a body sends (RFC 9110 8.6, 15.3.5, 15.3.6, 15.4.5)."""
    kept = [
        field
        for field in raw_headers
        if field[0] not in (b"content-length", b"content-type")
    ]
    return [*kept, (b"content-length", b"0")] if status_code == 205 else kept
