"""Starlette: all classes stand in one module."""

from respgen.emit import asgi
from respgen.emit.framework import Exceptions, Framework
from respgen.specs.expressions import FRAMEWORK
from respgen.specs.types import ImportPath, TypeName, TypeUnion

_ADDRESS = TypeUnion(
    (TypeName("builtins", "str"), TypeName("starlette.datastructures", "URL"))
)
_REQUEST = TypeName("starlette.requests", "Request")

STARLETTE = Framework(
    responses="starlette.responses",
    root=ImportPath("starlette.responses", "Response"),
    types={
        "background": TypeName("starlette.background", "BackgroundTask"),
        "url": _ADDRESS,
        "origin": TypeUnion((*_ADDRESS.members, _REQUEST)),
        "fallback": _ADDRESS,
    },
    typing="typing_extensions",
    unmodified=ImportPath(FRAMEWORK, "unmodified"),
    attributes=asgi.attributes,
    methods=asgi.methods,
    exceptions=Exceptions(
        base=ImportPath("starlette.exceptions", "HTTPException"),
        ours=ImportPath(FRAMEWORK, "ResponseError"),
        texts=True,
    ),
)
