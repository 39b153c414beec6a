"""Places of texts inside of the forms that fields of messages and of caching have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.injection.slots import Slot


def _field(
    name: str, field: str, value: Callable[[str], Any], harmless: str = "t"
) -> Slot:
    return Slot(
        name,
        lambda text, number: (
            "responses",
            f"R{number}",
            {"media_type": "application/json", "headers": {field: value(text)}},
        ),
        harmless,
    )


def _typed(kind: str, value: Any) -> Any:
    return {"type": kind, "default": value}


_CHALLENGE = "WWW-Authenticate"
MESSAGE_SLOTS: tuple[Slot, ...] = (
    _field("caching", "Cache-Control", lambda text: text, "no-store"),
    _field("directive", "Cache-Control", lambda text: {text: True}, "no_store"),
    _field("directive's time", "Cache-Control", lambda text: {"max_age": text}, "1h"),
    _field("directive's field", "Cache-Control", lambda text: {"private": [text]}),
    _field(
        "directive's field of a default",
        "Cache-Control",
        lambda text: _typed("cache_control", {"private": [text]}),
    ),
    _field("varying name", "Vary", lambda text: ["Accept", text]),
    _field("method", "Allow", lambda text: ["GET", text]),
    _field("range unit", "Accept-Ranges", lambda text: text, "bytes"),
    _field("time to wait", "Retry-After", lambda text: text, "2m"),
    _field("deprecation", "Deprecation", lambda text: text, "2026-01-31"),
    _field("sunset", "Sunset", lambda text: text, "2026-01-31"),
    _field("links", "Link", lambda text: text, "</t>; rel=t"),
    _field("link's target", "Link", lambda text: [{"href": text, "rel": "t"}]),
    _field("link's relation", "Link", lambda text: [{"href": "/", "rel": text}]),
    _field("link's title", "Link", lambda text: [{"href": "/", "rel": "t", "title": text}]),
    _field("link's parameter", "Link", lambda text: [{"href": "/", "rel": "t", text: "t"}]),
    _field(
        "link's title of a default",
        "Link",
        lambda text: _typed("link", [{"href": "/", "rel": "t", "title": text}]),
    ),
    _field("timing", "Server-Timing", lambda text: text),
    _field("metric", "Server-Timing", lambda text: {text: {}}),
    _field("metric's description", "Server-Timing", lambda text: {"t": {"desc": text}}),
    _field("policy's name", "RateLimit-Policy", lambda text: {text: {"q": 1}}),
    _field("policy's window", "RateLimit-Policy", lambda text: {"t": {"q": 1, "w": text}}, "1m"),
    _field("policy's unit", "RateLimit-Policy", lambda text: {"t": {"q": 1, "qu": text}}),
    _field("policy's key", "RateLimit-Policy", lambda text: {"t": {"q": 1, "pk": text}}, "aGk="),
    _field("policy's parameter", "RateLimit", lambda text: {"t": {"r": 1, text: 1}}),
    _field("limits", "RateLimit", lambda text: text, '"t";r=1'),
    _field("digest", "Content-Digest", lambda text: {"sha-1": text}, "aGk="),
    _field("digest's algorithm", "Repr-Digest", lambda text: {text: "aGk="}),
    _field(
        "digest's algorithm of a default",
        "Repr-Digest",
        lambda text: _typed("digest", {text: "aGk="}),
    ),
    _field("challenges", _CHALLENGE, lambda text: text),
    _field("scheme", _CHALLENGE, lambda text: {"scheme": text}),
    _field("realm", _CHALLENGE, lambda text: {"scheme": "t", "realm": text}),
    _field("challenge's parameter", _CHALLENGE, lambda text: {"scheme": "t", text: "t"}),
    _field("token68", _CHALLENGE, lambda text: {"scheme": "t", "token68": text}),
    _field(
        "realm of a default",
        _CHALLENGE,
        lambda text: _typed("challenge", {"scheme": "t", "realm": text}),
    ),
    _field(
        "scheme of a default", _CHALLENGE, lambda text: _typed("challenge", {"scheme": text})
    ),
    _field(
        "token68 of a default",
        _CHALLENGE,
        lambda text: _typed("challenge", {"scheme": "t", "token68": text}),
    ),
    _field(
        "step of a default",
        "Server-Timing",
        lambda text: _typed("server_timing", {text: {"dur": 1}}),
    ),
    _field(
        "step's description of a default",
        "Server-Timing",
        lambda text: _typed("server_timing", {"t": {"desc": text}}),
    ),
    _field("range", "Content-Range", lambda text: text, "bytes */1"),
    _field("range's unit", "Content-Range", lambda text: {"complete": 1, "unit": text}),
    _field(
        "range's unit of a default",
        "Content-Range",
        lambda text: _typed("content_range", {"complete": 1, "unit": text}),
    ),
)  # fmt: skip
