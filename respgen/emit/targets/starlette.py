"""Starlette: all classes stand in one module."""

from respgen.emit import asgi
from respgen.emit.framework import Framework
from respgen.specs.types import ImportPath, TypeName

STARLETTE = Framework(
    responses="starlette.responses",
    root=ImportPath("starlette.responses", "Response"),
    background=TypeName("starlette.background", "BackgroundTask"),
    attributes=asgi.attributes,
    methods=asgi.methods,
)
