"""core: no framework. The base is respgen's own Response, cut into the support module."""

from respgen.emit import asgi
from respgen.emit.framework import Framework
from respgen.specs.expressions import SUPPORT
from respgen.specs.types import ImportPath, TypeGeneric, TypeList, TypeName

_AWAITABLE = TypeGeneric(
    TypeName("collections.abc", "Awaitable"), (TypeName("builtins", "object"),)
)

CORE = Framework(
    responses=SUPPORT,
    root=ImportPath(SUPPORT, "Response"),
    types={
        "background": TypeGeneric(
            TypeName("collections.abc", "Callable"), (TypeList(()), _AWAITABLE)
        ),
        **dict.fromkeys(("url", "origin", "fallback"), TypeName("builtins", "str")),
    },
    unmodified=ImportPath(SUPPORT, "unmodified"),
    attributes=asgi.attributes,
    methods=asgi.methods,
)
