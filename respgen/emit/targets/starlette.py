"""Starlette: all classes stand in one module."""

from respgen.emit import asgi
from respgen.emit.framework import Exceptions, Framework
from respgen.specs.expressions import FRAMEWORK
from respgen.specs.types import ADDRESS, ORIGIN, ImportPath, TypeName

STARLETTE = Framework(
    responses="starlette.responses",
    root=ImportPath("starlette.responses", "Response"),
    protocols={
        "Address": ImportPath("starlette.datastructures", "URL"),
        "Asked": ImportPath("starlette.requests", "Request"),
    },
    types={
        "background": TypeName("starlette.background", "BackgroundTask"),
        "url": ADDRESS,
        "origin": ORIGIN,
        "fallback": ADDRESS,
    },
    typing="typing_extensions",
    applied=ImportPath(FRAMEWORK, "APPLY_CONSTANTS"),
    unmodified=ImportPath(FRAMEWORK, "unmodified"),
    attributes=asgi.attributes,
    methods=asgi.methods,
    exceptions=Exceptions(
        base=ImportPath("starlette.exceptions", "HTTPException"),
        ours=ImportPath(FRAMEWORK, "ResponseError"),
        texts=True,
    ),
)
