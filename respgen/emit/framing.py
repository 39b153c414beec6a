"""init_headers: what the schema declares, then what core adds to every response."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from respgen.core.cookie_fields import scope
from respgen.core.cookies import cookie_pair
from respgen.emit.context import Context
from respgen.emit.cookie_lines import attributes, deletion_line, is_fixed
from respgen.emit.cookies import function_name
from respgen.emit.headers import INDENT, declared, merging
from respgen.emit.layout import Expression, call, laid_out
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, literal
from respgen.kinds import KINDS
from respgen.kinds.kind import HEADERS
from respgen.specs import CookieUse, ResponseSpec
from respgen.vocabulary.encodings import ENCODINGS


def method(response: ResponseSpec, context: Context) -> Source:
    """The whole of `init_headers`."""
    names, width = context.names, context.width
    statements, fields = declared(response.headers, names, context.profiles, width)
    return context.render(
        "init_headers",
        mapping=names.annotated("collections.abc", "Mapping"),
        declared=statements,
        completed=_completed(response, fields, names, width),
        cookies=[*_always(response, names, width), *_finishing(response, names)],
    )


def _completed(
    response: ResponseSpec, fields: Expression, names: Names, width: int
) -> Source:
    completed = call(
        names.support(_function(response)),
        code("self"),
        fields,
        code("headers"),
        *_named(response),
        *merging(response.headers),
        *([code("typed=True")] if response.is_typed else []),
    )
    space = len("self.raw_headers = ")
    return code("self.raw_headers = {}", laid_out(completed, INDENT, width, space))


def _function(response: ResponseSpec) -> str:
    """What completes the list; a base of the author's may have added to the caller's headers."""
    return "based_headers" if response.constructor else KINDS[response.kind].framing


def _named(response: ResponseSpec) -> Iterator[Source]:
    """The names that the caller gave, as far as an author's base has such an argument."""
    if response.constructor:
        has = HEADERS.name in response.constructor.names
        yield code("self._given") if has else code("frozenset()")


def _finishing(response: ResponseSpec, names: Names) -> Iterator[Source]:
    """What follows the list that the schema says, as the base adds it."""
    function = KINDS[response.kind].finishing
    if function:
        yield code("{}(self)", names.support(function))


def _always(response: ResponseSpec, names: Names, width: int) -> Iterator[Source]:
    """What is known now as fields, several in one statement; the rest by the class's own methods."""
    uses = [use for use in response.cookies if use.always is not None]
    for constant, run in groupby(uses, _is_constant):
        if constant:
            yield _constant(run, names, width)
        else:
            yield from (_by_method(use, width) for use in run)
    if uses:
        given = names.support("yield_cookies")
        yield code("if headers is not None:\n            {}(self)", given)


def _constant(uses: Iterable[CookieUse], names: Names, width: int) -> Source:
    """The fields, of which each scope has one."""
    lines = {scope(line): literal(line) for use in uses for line in _lines(use)}
    start = code("self.raw_headers += ")
    made = call(names.support("cookie_fields"), *lines.values())
    return code("{}{}", start, laid_out(made, INDENT, width, len(start.text)))


def _is_constant(use: CookieUse) -> bool:
    return is_fixed(use.cookie) and not use.cookie.sign and not use.cookie.chunks


def _lines(use: CookieUse) -> Iterator[bytes]:
    """Older scopes are cleared before the cookie is set."""
    cookie, value = use.cookie, use.always or ""
    yield from (deletion_line(cookie, scope) for scope in cookie.formerly)
    octets = ENCODINGS[cookie.encoding].octets(cookie.key, value)
    yield cookie_pair(cookie.key, octets) + attributes(cookie)


def _by_method(use: CookieUse, width: int) -> Source:
    method = code("self.{}", identifier(function_name(use.cookie, "set")))
    return laid_out(call(method, literal(use.always)), INDENT, width)
