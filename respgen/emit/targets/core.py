"""core: no framework. The base is respgen's own Response, cut into the support module."""

from respgen.emit import asgi
from respgen.emit.framework import Framework
from respgen.specs.expressions import SUPPORT
from respgen.specs.types import (
    ADDRESS,
    ORIGIN,
    ImportPath,
    TypeGeneric,
    TypeList,
    TypeName,
)

_AWAITABLE = TypeGeneric(
    TypeName("collections.abc", "Awaitable"), (TypeName("builtins", "object"),)
)

CORE = Framework(
    responses=SUPPORT,
    root=ImportPath(SUPPORT, "Response"),
    protocols={name: ImportPath(SUPPORT, name) for name in ("Address", "Asked")},
    types={
        "background": TypeGeneric(
            TypeName("collections.abc", "Callable"), (TypeList(()), _AWAITABLE)
        ),
        "url": ADDRESS,
        "origin": ORIGIN,
        "fallback": ADDRESS,
    },
    applied=ImportPath(SUPPORT, "APPLY_CONSTANTS"),
    unmodified=ImportPath(SUPPORT, "unmodified"),
    attributes=asgi.attributes,
    methods=asgi.methods,
)
