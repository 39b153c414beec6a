"""Names that are taken in generated code, for reasons an author cannot see."""

from __future__ import annotations

BASE_MEMBERS = frozenset(
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
"""Attributes and methods of the bases: fastapi's and starlette's Response and JSONResponse, core's."""

MEMBERS = BASE_MEMBERS | {"apply", "not_modified", "openapi", "route"}
"""The same with those that generated classes add."""

PRIVATE_MEMBERS = frozenset({"_given", "_headers", "_wrap_websocket_denial_send"})
"""What the bases and generated classes keep for themselves: a parameter becomes an attribute, and `as:` could name these."""

BUILTINS = frozenset(
    {
        "DeprecationWarning",
        "TypeError",
        "ValueError",
        "bool",
        "bytearray",
        "bytes",
        "classmethod",
        "complex",
        "dict",
        "float",
        "frozenset",
        "int",
        "isinstance",
        "len",
        "list",
        "memoryview",
        "object",
        "set",
        "str",
        "super",
        "tuple",
        "type",
    }
)
"""Names of Python that generated modules use, so that no class may hide them."""

RESERVED = BUILTINS | {"annotations"}  # a module's first import gives it the latter
"""What no class may be called."""

ERROR = "Error"
"""The exception of a class of errors."""

ERROR_HANDLERS = "install_error_handlers"
"""The function of the module that says what answers errors."""

HEADERS_MIDDLEWARE = "headers_middleware"
"""The function of the module that makes middleware of its header profiles."""

CONDITIONS = ("methods", "below", "exclude")
"""What says when the middleware of a profile adds its headers."""

ANNOTATED = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple"}
)
"""Types of Python that annotations of generated classes name."""
