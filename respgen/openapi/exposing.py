"""Which headers the scripts of other origins may read.

Goes in: classes. Comes out: the names for `expose_headers=` of CORSMiddleware.
"""

from starlette.responses import Response

from respgen.openapi.classes import checked, sends

# What scripts may read anyway (Fetch 2.2.6), and what they never may.
UNEXPOSED = frozenset(
    (
        "cache-control",
        "content-language",
        "content-length",
        "content-type",
        "expires",
        "last-modified",
        "pragma",
        "set-cookie",
    )
)


def expose_headers(*classes: type[Response]) -> list[str]:
    """The headers of the classes that browsers show to scripts only where CORS exposes them."""
    checked("expose_headers()", classes)
    found = {
        name.lower(): name
        for kind in classes
        for response in sends(kind).responses.values()
        for name in response.get("headers", {})
    }
    return [name for lower, name in sorted(found.items()) if lower not in UNEXPOSED]
