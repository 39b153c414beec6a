"""init_headers: what the schema declares, then what core adds to every response."""

from __future__ import annotations

from respgen.emit.context import Context
from respgen.emit.cookies import set_attributes
from respgen.emit.headers import INDENT, appended, merging, statements
from respgen.emit.layout import call, laid_out, pair
from respgen.emit.names import Names
from respgen.emit.source import Source, code, literal
from respgen.resolve.specs import CookieUse, ResponseSpec
from respgen.vocabulary.encodings import ENCODINGS


def method(response: ResponseSpec, context: Context) -> Source:
    """The whole of `init_headers`."""
    names, width = context.names, context.width
    return context.render(
        "init_headers",
        mapping=names.imported("collections.abc", "Mapping"),
        declared=list(statements(response.headers, names, width)),
        completed=_completed(response, names, width),
        cookies=_always(response, width),
    )


def framing(response: ResponseSpec) -> tuple[object, ...]:
    """What two classes must share for one to inherit the other's `init_headers`."""
    always = [
        (use.cookie, use.always) for use in response.cookies if use.always is not None
    ]
    return response.headers, always


def _completed(response: ResponseSpec, names: Names, width: int) -> Source:
    completed = call(
        names.support("complete_headers"),
        code("self"),
        code("raw_headers"),
        code("headers"),
        *merging(response.headers, names),
    )
    space = len("self.raw_headers = ")
    return code("self.raw_headers = {}", laid_out(completed, INDENT, width, space))


def _always(response: ResponseSpec, width: int) -> list[Source]:
    values = [
        pair(literal(b"set-cookie"), literal(_always_set(use)))
        for use in response.cookies
        if use.always is not None
    ]
    if not values:
        return []
    return [code("self.{}", appended(values, INDENT, width - len("self.")))]


def _always_set(use: CookieUse) -> bytes:
    encode = ENCODINGS[use.cookie.encoding].encode
    return encode(use.cookie.key, use.always or "") + set_attributes(use.cookie)
