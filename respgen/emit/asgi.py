"""The members of a class whose base calls `render` and `init_headers`, as Starlette's and core's do."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.emit import (
    applying,
    constructors,
    cookies,
    events,
    framing,
    renderers,
    sending,
    shapes,
    twins,
)
from respgen.emit.context import Context
from respgen.emit.layout import behind, call, laid_out
from respgen.emit.source import Source, code, identifier, literal
from respgen.emit.types import annotation, imported, optional
from respgen.fields.types import annotation as value_type
from respgen.kinds import KINDS
from respgen.specs import CookieUse, ResponseSpec, arguments
from respgen.specs.expressions import FRAMEWORK
from respgen.specs.types import ImportPath


def attributes(response: ResponseSpec, context: Context) -> Iterator[Source]:
    """What differs from the parent's: the media type, the charset, cookie functions as methods."""
    parent = context.parent(response)
    if context.framework.documents and not _is_documented(response, context):
        yield code("openapi = {}", context.names.imported(FRAMEWORK, "RESPONSES"))
        yield code("route = {}", context.names.imported(FRAMEWORK, "ROUTE"))
    media_type = _inherited(response, parent)
    if "media_type" not in response.inherits and response.media_type != media_type:
        yield _media_type(response, context)
    charset = _inherited_charset(response, parent)
    if "charset" not in response.inherits and response.charset != charset:
        yield code("charset = {}", literal(response.charset))
    yield from _header_arguments(response, parent, context)
    for name, text in _own_constants(response, parent):
        yield code("{} = {}", identifier(name), literal(text))
    render = renderers.alias(response, context.names)
    if render and _renders(response, parent):
        yield render
    unmodified = _unmodified(response, context)
    if unmodified and not (parent and _unmodified(parent, context) == unmodified):
        yield code("not_modified = {}", imported(unmodified, context.names))
    if applying.is_constant(response, parent):
        yield code("apply = {}", imported(context.framework.applied, context.names))
    for use in _own_cookies(response, parent):
        yield from cookies.aliases(use, context)


def _is_documented(response: ResponseSpec, context: Context) -> bool:
    """Whether its parent has what documents ask for."""
    above = response.parent
    return (
        above is not None
        and context.frameworks[context.modules[above.module].target].documents
    )


_VALIDATORS = ("etag", "last-modified")


def _unmodified(response: ResponseSpec, context: Context) -> ImportPath | None:
    """What answers a client that has the representation already; None where nothing tells."""
    if not 200 <= response.status_code < 300:
        return None
    of_kind = KINDS[response.kind].unmodified
    declared = any(each.name.lower() in _VALIDATORS for each in response.headers)
    return of_kind or (context.framework.unmodified if declared else None)


def _header_arguments(
    response: ResponseSpec, parent: ResponseSpec | None, context: Context
) -> Iterator[Source]:
    """The arguments that become headers, and can be assigned to afterwards."""
    above = arguments(parent.headers) if parent else ()
    known = {given.parameter for _, given in above}
    for header, given in arguments(response.headers):
        if given.parameter not in known:
            names, name = context.names, identifier(given.parameter)
            spelled = annotation if given.required else optional
            kind = spelled(value_type(header.type), names)
            follows = names.support("header_argument")
            made = call(follows, literal(given.parameter))
            attribute = behind(code("{}: {} = ", name, kind), made)
            yield laid_out(attribute, 4, context.width)


def _media_type(response: ResponseSpec, context: Context) -> Source:
    # an author's class may have declared text, below which mypy lets only Any be None
    if response.media_type is None and isinstance(response.base, ImportPath):
        return code("media_type: {} = None", context.names.annotated("typing", "Any"))
    return code("media_type = {}", literal(response.media_type))


def _own_constants(
    response: ResponseSpec, parent: ResponseSpec | None
) -> Iterator[tuple[str, str]]:
    known = renderers.constants(parent) if parent else {}
    for name, text in renderers.constants(response).items():
        if known.get(name) != text:
            yield name, text


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


def methods(response: ResponseSpec, context: Context) -> Iterator[Source]:
    """The constructor, `render`, `init_headers` and `__call__`, and those of cookies."""
    parent, names, width = context.parent(response), context.names, context.width
    if not parent or events.named(response) != events.named(parent):
        yield from events.nested(response, context)
    if parent is None or constructors.signature(response) != constructors.signature(
        parent
    ):
        yield _constructor(response, context)
    if _renders(response, parent) and not renderers.alias(response, names):
        signature, statements = renderers.method(response, names, width)
        yield context.render("render", signature=signature, statements=statements)
    if parent is None or response.framing != parent.framing:
        yield framing.method(response, context)
    yield from applying.members(response, context)
    if parent is None or sending.sending(response) != sending.sending(parent):
        yield from sending.method(response, context)
    for use in _own_cookies(response, parent):
        yield from cookies.methods(use, context)
    if response.exception:
        yield twins.definition(response, context)


def _renders(response: ResponseSpec, parent: ResponseSpec | None) -> bool:
    """Whether it has a `render` of its own."""
    if parent is None or not renderers.is_own(response):
        return renderers.is_own(response)
    return renderers.rendering(response) != renderers.rendering(parent)


def _own_cookies(
    response: ResponseSpec, parent: ResponseSpec | None
) -> Iterator[CookieUse]:
    """The presets whose methods the parent has not."""
    inherited = {use.preset for use in parent.cookies} if parent else set()
    return (use for use in response.cookies if use.preset not in inherited)


def _constructor(response: ResponseSpec, context: Context) -> Source:
    names, width, top = context.names, context.width, _top(response, context)
    return context.render(
        "constructor",
        positional=list(constructors.positional(response, context)),
        keyword_only=constructors.keyword_only(response, context),
        assignments=[
            *shapes.warning(response, context),
            *constructors.assignments(response, names, width),
        ],
        construction=constructors.construction(response, top, context),
    )


def _top(response: ResponseSpec, context: Context) -> Source | None:
    """The first class of its chain of generated ones, where that is not the class itself."""
    found, ref = response, response.parent
    while above := context.parent(found):
        found, ref = above, found.parent
    return None if ref is None else context.reference(ref)
