"""What each class declares, for documents: imported when one is made."""

from __future__ import annotations

from datetime import UTC, datetime

from .openapi import Declared, Example, header

API_REFUSED = Declared(
    "api.Refused",
    statuses={400: "Why nobody was registered."},
    headers={
        "Retry-After": header({"type": "integer", "minimum": 0}),
        "X-Seen": header(
            {
                "type": "string",
                "pattern": "^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$",
            }
        ),
    },
    schema=lambda of: {
        "type": "object",
        "properties": {"code": of(str), "again": of(bool)},
        "required": ["code"],
    },
    examples={
        "known": Example(
            {"code": "REGISTER_USER_ALREADY_EXISTS"}, summary="The address is known."
        ),
        "weak": Example(
            {
                "code": "REGISTER_INVALID_PASSWORD",
                "again": True,
                "retry_after": 5,
                "x_seen": datetime(2026, 1, 31, 12, 0, 0, tzinfo=UTC),
            },
            summary="The password is weak.",
            description="Longer ones are better.",
        ),
    },
)

API_NAMES = Declared(
    "api.Names",
    statuses={200: "OK"},
    schema=lambda of: of(list[str]),
    examples={
        "two": Example({"content": ["a", "b"]}),
        "none": Example({"content": []}),
    },
)

API_NOTE = Declared(
    "api.Note",
    statuses={200: "OK"},
    schema={"type": "string"},
    examples={"ada": Example({"name": "Ada"})},
)

API_LATE = Declared(
    "api.Late",
    statuses={409: "Conflict", 410: "Gone"},
    schema=lambda of: {
        "type": "object",
        "properties": {
            "type": {
                "type": "string",
                "format": "uri-reference",
                "const": "about:blank",
            },
            "title": {"type": "string"},
            "status": {"type": "integer", "enum": [409, 410]},
            "detail": {"type": "string"},
            "instance": {"type": "string", "format": "uri-reference"},
            "hours": of(int),
        },
        "required": ["type", "title", "status", "hours"],
    },
    examples={
        "just": Example({"detail": "An hour.", "hours": 1}),
        "long": Example({"status_code": 410, "hours": 99}),
    },
)
