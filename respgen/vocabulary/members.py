"""Names that a constructor's parameter must leave alone, since it becomes an attribute."""

from __future__ import annotations

PARAMETERS = ("content", "status_code", "headers", "media_type", "background")
"""The constructor's positional parameters, in the reference's order."""

MEMBERS = frozenset(
    {
        "background",
        "body",
        "charset",
        "delete_cookie",
        "headers",
        "init_headers",
        "media_type",
        "raw_headers",
        "render",
        "set_cookie",
        "status_code",
    }
)
"""Public attributes and methods of the bases: fastapi's and starlette's Response and JSONResponse, core's."""

PRIVATE_MEMBERS = frozenset({"_headers", "_wrap_websocket_denial_send"})
"""What the bases keep for themselves, under names that an author could choose by `as:`."""
