"""Responses of any client or framework -> one form that can be compared with what is declared.

Goes in: a response of httpx, requests, Starlette's TestClient, Starlette itself or a generated class.
Comes out: its status, its fields as they were sent, and its body where it is known without reading on.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from respgen.core.statuses import BODYLESS
from respgen.vocabulary.media_types import is_json

Pairs: TypeAlias = tuple[tuple[str, str], ...]


class NoJson:
    """There is no JSON document: another media type, a body that is not known, or malformed text."""


NO_JSON = NoJson()
# zlib's word for "gzip or deflate, whichever the head says"
_ANY_ZLIB = 47
MOST_DECODED = 1 << 24
"""Bytes of a body that are decoded to be compared: small ones become as large as anybody wants."""
_ZIPPED = frozenset({"gzip", "x-gzip", "deflate"})


@dataclass(frozen=True, slots=True)
class Message:
    """One response. `fields` have names in lower case, and each line that was sent.

    `body` is None where nobody knows it: of a stream that was not read, or of a coding that only the
    client undoes. `document` is the JSON in it. `method` is empty where the request is not known;
    `ranged`: the request asked for a range, or it is not known.
    """

    status: int
    fields: Pairs
    body: bytes | None = None
    method: str = ""
    document: object = NO_JSON
    ranged: bool = True

    def values(self, name: str) -> list[str]:
        """The values of a field, one for each line."""
        return [value for known, value in self.fields if known == name]

    def value(self, name: str) -> str | None:
        """The value of a field, its lines joined (RFC 9110 5.3); None where it was not sent."""
        values = self.values(name)
        return ", ".join(values) if values else None

    @property
    def essence(self) -> str:
        """`type/subtype` in lower case, empty without a Content-Type."""
        return (self.value("content-type") or "").partition(";")[0].strip().lower()

    @property
    def carries_body(self) -> bool:
        """Whether a body belongs to it (RFC 9110 6.4.1)."""
        return self.method != "HEAD" and self.status not in BODYLESS


def message(
    status: int,
    fields: Iterable[tuple[str, str]],
    body: bytes | None,
    method: str = "",
    ranged: bool = True,
) -> Message:
    """A message of these parts."""
    pairs = tuple((name.lower(), value) for name, value in fields)
    made = Message(status, pairs, body, method, ranged=ranged)
    if not body or not is_json(made.essence):
        return made
    return replace(made, document=_document(body))


def _document(body: bytes) -> object:
    try:
        # a text: JSON is sent in UTF-8, without a byte order mark (RFC 8259 8.1)
        return json.loads(body.decode())
    except (ValueError, RecursionError):
        return NO_JSON


def from_wire(
    status: int,
    raw: Iterable[tuple[bytes, bytes]],
    body: bytes | None,
    method: str = "",
    ranged: bool = True,
) -> Message:
    """A message as ASGI has it, its coding undone where zlib can."""
    pairs = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in raw]
    codings = [value for name, value in pairs if name.lower() == "content-encoding"]
    return message(status, pairs, _decoded(body, codings), method, ranged)


def _decoded(body: bytes | None, codings: list[str]) -> bytes | None:
    named = ", ".join(codings).strip().lower()
    if body is None or named in ("", "identity"):
        return body
    if named not in _ZIPPED:
        return None
    decoder = zlib.decompressobj(_ANY_ZLIB)
    try:
        found = decoder.decompress(body, MOST_DECODED)
    except zlib.error:
        return None
    return found if decoder.eof else None


def message_of(response: Any) -> Message:
    """The message of a response. Nothing of a stream is read for it. Raises TypeError."""
    status, headers = getattr(response, "status_code", None), None
    if isinstance(status, int):
        if isinstance(raw := getattr(response, "raw_headers", None), list):
            body = getattr(response, "body", None)
            known = None if body is None else bytes(body)
            return from_wire(status, raw, known)
        headers = getattr(response, "headers", None)
    if headers is None or not hasattr(headers, "items"):
        kind = type(response).__name__
        clients = "httpx, requests, TestClient or Starlette"
        raise TypeError(f"a response of {clients} expected, got {kind}")
    method, ranged = _request(response)
    return message(status or 0, _lines(response), _content(response), method, ranged)


def _lines(response: Any) -> list[tuple[str, str]]:
    """Every line. requests joins lines of one name: what it was given has them apart."""
    raw = getattr(response.headers, "raw", None)
    if isinstance(raw, list):  # httpx guesses at the encoding of its texts
        return [
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in raw
        ]
    given = getattr(getattr(response, "raw", None), "headers", None)
    return [*(given if given is not None else response.headers).items()]


def _content(response: Any) -> bytes | None:
    # requests reads the rest of a stream when it is asked for the content, and only this says so
    if getattr(response, "_content", None) is False:
        return None
    try:
        content = response.content
    except RuntimeError:  # httpx: a stream that was not read, or not kept
        return None
    return content if isinstance(content, bytes) else None


def _request(response: Any) -> tuple[str, bool]:
    """Its method, and whether it asked for a range."""
    try:
        request = response.request
        return str(request.method or ""), "range" in request.headers
    except (AttributeError, RuntimeError):  # httpx: made without a request
        return "", True
