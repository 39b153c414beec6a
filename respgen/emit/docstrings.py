"""A response's spec -> the text of its class's docstring.

The author's description as it stands, then a line for each thing that a caller has to know:
parameters, headers that are described, cookies, and in FastAPI how to return the class.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from respgen.emit import bases, renderers
from respgen.emit.context import Context
from respgen.kinds import KINDS
from respgen.kinds.kind import STATUS_CODE, first
from respgen.specs import (
    Argument,
    Constant,
    CookieUse,
    HeaderSpec,
    ResponseSpec,
    arguments,
)
from respgen.vocabulary.cookie_names import is_given, places


def about(response: ResponseSpec, context: Context) -> str:
    """The docstring's text, its lines no longer than a class's may be where words allow."""
    lines = [*_described(response), *_undescribed(response), *_cookies(response)]
    if context.framework.builds_responses:
        lines += _advice(response)
    description = response.description or f"{response.name}: {_phrase(response)}."
    facts = "\n".join(_wrapped(line, context.width - 4) for line in lines)
    return f"{description}\n\n{facts}" if facts else description


def _phrase(response: ResponseSpec) -> str:
    kind = response.media_type or KINDS[response.kind].about
    called = response.constructor
    if called and STATUS_CODE.name not in called.names:
        return kind
    return f"{kind}, status {response.status_code}"


def _described(response: ResponseSpec) -> Iterator[str]:
    """What parameters are for, and the headers that have none."""
    for header in response.headers:
        if isinstance(header.origin, Constant) or not header.description:
            continue
        yield f"{_named(header)}: {header.description}"
    for param in response.params:
        if param.description:
            yield f"{param.name}: {param.description}"


def _undescribed(response: ResponseSpec) -> Iterator[str]:
    headers = tuple(header for header, _ in arguments(response.headers))
    own = ["media_type"] if response.shape.must_choose else []
    own += [each.name for each in bases.own(response)]
    names = own + [_named(header) for header in headers if not header.description]
    names += [param.name for param in response.params if not param.description]
    if names:
        takes = (
            "Takes"
            if len(names) == len(own) + len(headers + response.params)
            else "Also takes"
        )
        yield f"{takes} {', '.join(names)}."


def _named(header: HeaderSpec) -> str:
    """The parameter, and its header where the one does not tell the other; else the header."""
    if not isinstance(header.origin, Argument):
        return header.name
    parameter = header.origin.parameter
    same = parameter == header.name.lower().replace("-", "_")
    return parameter if same else f"{parameter} ({header.name})"


def _cookies(response: ResponseSpec) -> Iterator[str]:
    if response.cookies:
        yield f"Cookies: {', '.join(map(_cookie, response.cookies))}."


def _cookie(use: CookieUse) -> str:
    """The cookie's name, and who decides what in it."""
    key, names = use.cookie.key, places(use.cookie.key)
    if use.always is not None:
        return f"{key} (always set)"
    if len(names) == 1 and is_given(key):
        return f"{use.preset.name} (callers give its name, {names[0]})"
    return f"{key} (callers give {' and '.join(names)})" if names else key


def _advice(response: ResponseSpec) -> Iterator[str]:
    """Why a route returns an instance: what FastAPI makes of returned data will not do."""
    given = [each for _, each in arguments(response.headers)]
    required = ["media_type"] if response.shape.must_choose else []
    required += [each.name for each in bases.own(response) if each.required]
    required += [each.parameter for each in given if each.required]
    required += [param.name for param in response.params if param.required]
    if required:
        yield (
            "Return an instance: FastAPI cannot build one from a route's data, "
            f"since it does not know {', '.join(required)}."
        )
    elif first(KINDS[response.kind].parameters(response.options)) is None:
        yield "Return an instance: it takes none of a route's data."
    # a stream's items are the generator's own
    elif KINDS[response.kind].streams:
        return
    elif (caller := renderers.row(response).caller) and response.content is not None:
        yield (
            "Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands "
            f"{caller(response.renderer.options)} what its JSON encoder makes of the data."
        )


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(
        text, max(1, width), break_long_words=False, break_on_hyphens=False
    )
