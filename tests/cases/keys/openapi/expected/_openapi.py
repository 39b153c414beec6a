"""What each class declares, for documents: imported when one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import (
    Deferred,
)
from .openapi import Declared, constant, header

if TYPE_CHECKING:
    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

API_ITEM_JSON = Declared(
    "api.ItemJSON",
    statuses={200: "An item."},
    headers={
        "X-Content-Type-Options": constant("nosniff"),
        "X-Request-ID": header(
            {"type": "string"}, description="Quoted by support.", required=True
        ),
        "ETag": header({"type": "string", "pattern": '^"[^"]*"$'}),
        "X-State": header({"type": "string", "enum": ["new", "old"]}),
        "X-Left": header({"type": "integer"}),
        "X-Until": header(
            {
                "type": "string",
                "pattern": "^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$",
            }
        ),
        "X-Tags": header({"type": "string"}),
        "Set-Cookie": header(
            {"type": "string"},
            description="May set or delete __Host-session: HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure.\nSets seen: HttpOnly; Max-Age=86400; Path=/; SameSite=lax; Secure.",
            required=True,
        ),
    },
    schema=lambda of: of(acme.Profile),
    dumps=True,
)

API_ENVELOPE = Declared(
    "api.Envelope",
    statuses={200: "An item in an envelope."},
    schema=lambda of: {
        "type": "object",
        "properties": {
            "success": {"type": "boolean", "const": True},
            "message": of(str),
            "data": of(acme.Profile),
            "links": {
                "type": "array",
                "minItems": 2,
                "maxItems": 2,
                "prefixItems": [{"type": "string", "const": "/items"}, of(str | None)],
            },
        },
        "required": ["success", "data", "links"],
    },
    as_is=True,
)

API_ITEMS = Declared(
    "api.Items",
    statuses={200: "OK"},
    schema=lambda of: {
        "type": "string",
        "contentMediaType": "application/x-ndjson",
        "contentSchema": {"type": "array", "items": of(acme.Profile)},
    },
)

API_MOVED = Declared(
    "api.Moved",
    statuses={307: "It is elsewhere."},
    headers={
        "Location": header(
            {"type": "string", "format": "uri-reference"}, required=True
        ),
    },
)

API_GONE = Declared("api.Gone", statuses={204: "It is gone."})

API_PICTURE = Declared(
    "api.Picture",
    statuses={200: "OK"},
    schema={"type": "string", "format": "binary"},
    is_file=True,
)

API_PAPER = Declared(
    "api.Paper",
    statuses={200: "OK"},
    headers={"Content-Disposition": header({"type": "string"}, required=True)},
    schema={"type": "string", "format": "binary"},
    is_file=True,
)

API_EITHER = Declared(
    "api.Either",
    statuses={200: "OK"},
    schema={"type": "string", "format": "binary"},
    media_types=("image/png", "image/jpeg"),
)

API_OLD = Declared(
    "api.Old",
    statuses={200: "An old one.\n\nDeprecated: Use ItemJSON."},
    schema=lambda of: {**of(dict[str, int]), "deprecated": True},
)

API_NO_ITEM = Declared(
    "api.NoItem",
    statuses={404: "There is no such item."},
    schema=lambda of: {
        "type": "object",
        "properties": {
            "type": {
                "type": "string",
                "format": "uri-reference",
                "const": "https://shop.example/no-item",
            },
            "title": {"type": "string", "const": "No such item"},
            "status": {"type": "integer", "enum": [404]},
            "detail": {"type": "string"},
            "instance": {"type": "string", "format": "uri-reference"},
            "sku": {**of(str), "description": "What was asked for."},
            "near": of(list[str]),
        },
        "required": ["type", "title", "status", "sku"],
    },
)

API_SOLD_OUT = Declared(
    "api.SoldOut",
    statuses={409: "Nothing is left."},
    schema={
        "type": "object",
        "properties": {
            "type": {
                "type": "string",
                "format": "uri-reference",
                "const": "https://shop.example/sold-out",
            },
            "title": {"type": "string", "const": "Nothing is left."},
            "status": {"type": "integer", "enum": [409]},
            "detail": {"type": "string"},
            "instance": {"type": "string", "format": "uri-reference"},
        },
        "required": ["type", "title", "status"],
    },
)
