"""One response spec -> one class: a method only where its behaviour differs from its parent's."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from respgen.emit import constructors, cookies, framing, renderers
from respgen.emit.context import Context
from respgen.emit.headers import listing
from respgen.emit.source import Source, code, docstring, identifier, literal
from respgen.specs import ConstantHeader, CookieUse, ParameterHeader, ResponseSpec
from respgen.specs.types import ImportPath
from respgen.vocabulary.kinds import KINDS


def definition(response: ResponseSpec, context: Context) -> Source:
    """The class statement."""
    return context.render(
        "response",
        name=identifier(response.name),
        base=_base(response, context),
        docstring=docstring(_about(response, context), 4),
        attributes=list(_attributes(response, context)),
        methods=list(_methods(response, context)),
    )


def _base(response: ResponseSpec, context: Context) -> Source:
    parent = response.parent
    if parent is None:
        return constructors.root(response, context)
    if parent.module == context.module.name:
        return identifier(parent.name)
    return context.names.imported(f".{parent.module}", parent.name)


def _about(response: ResponseSpec, context: Context) -> str:
    paragraphs = [response.description or f"{response.name}: {_phrase(response)}."]
    if response.headers:
        paragraphs.append(_wrapped(f"Headers: {listing(response.headers)}.", context))
    described = list(_described(response))
    if described:
        lines = [f"{name}: {description}" for name, description in described]
        paragraphs.append("\n".join(_wrapped(line, context) for line in lines))
    if response.cookies:
        keys = ", ".join(use.cookie.key for use in response.cookies)
        paragraphs.append(_wrapped(f"Cookies: {keys}.", context))
    if context.framework.builds_responses:
        paragraphs += [_wrapped(text, context) for text in _advice(response)]
    return "\n\n".join(paragraphs)


def _described(response: ResponseSpec) -> Iterator[tuple[str, str]]:
    """What the keyword-only parameters are for, and the headers that have none."""
    for header in response.headers:
        if isinstance(header, ConstantHeader) or not header.description:
            continue
        if isinstance(header, ParameterHeader):
            yield header.parameter, header.description
        else:
            yield header.name, header.description
    for param in response.params:
        if param.description:
            yield param.name, param.description


def _advice(response: ResponseSpec) -> Iterator[str]:
    """Why a route returns an instance: what FastAPI makes of returned data will not do."""
    headers = [p.parameter for p in constructors.parameters(response) if p.required]
    required = headers + [param.name for param in response.params if param.required]
    if required:
        names = ", ".join(required)
        yield (
            "Return an instance: FastAPI cannot build one from a route's data, "
            f"since it does not know {names}."
        )
    elif (caller := renderers.row(response).caller) and response.content is not None:
        function = caller(response.renderer.options)
        yield (
            "Return an instance: of a route's data FastAPI would hand "
            f"{function} what its JSON encoder makes of it."
        )


def _phrase(response: ResponseSpec) -> str:
    kind = response.media_type or KINDS[response.kind].about
    return f"{kind}, status {response.status_code}"


def _wrapped(text: str, context: Context) -> str:
    return textwrap.fill(
        text,
        max(1, context.width - 4),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _attributes(response: ResponseSpec, context: Context) -> Iterator[Source]:
    parent = context.parent(response)
    media_type = _inherited(response, parent)
    if "media_type" not in response.inherits and response.media_type != media_type:
        yield _media_type(response, context)
    charset = _inherited_charset(response, parent)
    if "charset" not in response.inherits and response.charset != charset:
        yield code("charset = {}", literal(response.charset))
    for use in _own_cookies(response, parent):
        yield from cookies.aliases(use, context)


def _media_type(response: ResponseSpec, context: Context) -> Source:
    # an author's class may have declared text, below which mypy lets only Any be None
    if response.media_type is None and isinstance(response.base, ImportPath):
        return code("media_type: {} = None", context.names.imported("typing", "Any"))
    return code("media_type = {}", literal(response.media_type))


def _inherited(response: ResponseSpec, parent: ResponseSpec | None) -> str | None:
    """The media type that the base would give: said again for JSON, where a reader looks for it."""
    if parent is not None and "media_type" not in parent.inherits:
        return parent.media_type
    return "" if isinstance(response.base, ImportPath) else None


def _inherited_charset(
    response: ResponseSpec, parent: ResponseSpec | None
) -> str | None:
    """The charset that the base would give, None where only its author knows."""
    if parent is not None and "charset" not in parent.inherits:
        return parent.charset
    return None if isinstance(response.base, ImportPath) else "utf-8"


def _methods(response: ResponseSpec, context: Context) -> Iterator[Source]:
    parent, names, width = context.parent(response), context.names, context.width
    if parent is None or constructors.signature(response) != constructors.signature(
        parent
    ):
        yield _constructor(response, context)
    own = parent is None and "render" not in response.inherits
    if own or (parent and renderers.rendering(response) != renderers.rendering(parent)):
        signature, statements = renderers.method(response, names, width)
        yield context.render("render", signature=signature, statements=statements)
    if parent is None or framing.framing(response) != framing.framing(parent):
        yield framing.method(response, context)
    for use in _own_cookies(response, parent):
        yield from cookies.methods(use, context)


def _own_cookies(
    response: ResponseSpec, parent: ResponseSpec | None
) -> Iterator[CookieUse]:
    """The presets whose methods the parent has not."""
    inherited = {use.preset for use in parent.cookies} if parent else set()
    return (use for use in response.cookies if use.preset not in inherited)


def _constructor(response: ResponseSpec, context: Context) -> Source:
    names = context.names
    root = constructors.root(response, context)
    return context.render(
        "constructor",
        positional=list(constructors.positional(response, context)),
        keyword_only=constructors.keyword_only(response, names, context.width),
        assignments=constructors.assignments(response),
        construction=constructors.construction(response, root, names, context.width),
    )
