"""Starlette: all classes stand in one module."""

from respgen.emit.targets.framework import Framework
from respgen.specs.types import ImportPath, TypeName

STARLETTE = Framework(
    responses="starlette.responses",
    root=ImportPath("starlette.responses", "Response"),
    background=TypeName("starlette.background", "BackgroundTask"),
)
