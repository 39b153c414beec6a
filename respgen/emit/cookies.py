"""Cookie presets -> set, delete and read functions, which are methods of classes, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from respgen.core.cookie_chunks import CHUNKS
from respgen.emit import cookie_dependencies, cookie_settings
from respgen.emit.context import Context
from respgen.emit.cookie_lines import is_fixed
from respgen.emit.cookie_parameters import Action, keywords, parameters
from respgen.emit.cookie_statements import Body
from respgen.emit.framework import Framework
from respgen.emit.layout import laid_out, signature
from respgen.emit.source import Source, code, docstring, identifier
from respgen.emit.types import annotation, imported
from respgen.specs import NAME, CookieSpec, CookieUse, Read
from respgen.specs.types import ImportPath
from respgen.vocabulary.cookie_names import is_given
from respgen.vocabulary.encodings import ENCODINGS
from respgen.vocabulary.identifiers import cookie_class, cookie_functions


def function_name(cookie: CookieSpec, action: Action) -> str:
    """The module-level function of a preset, and its method."""
    return f"{action}_{cookie.name}_cookie"


def exported(cookie: CookieSpec, framework: Framework) -> Iterator[str]:
    """What a preset is in its module: set, delete, read, the dependency and the class if there are such."""
    names = cookie_functions(cookie.name)
    yield from names if framework.cookie else names[:3]
    if cookie_settings.has_class(cookie):
        yield cookie_class(cookie.name)


def local_names(cookie: CookieSpec) -> Iterator[str]:
    """What its functions call their parameters and values, beyond those of every preset."""
    if not is_fixed(cookie) or cookie.sign or cookie.chunks:
        yield from ("attributes", "deletion", "key", "part", "signer")
    yield from cookie_dependencies.LOCAL
    yield from keywords(cookie, "set")
    yield from cookie_settings.LOCAL
    yield from cookie.origins


def functions(cookie: CookieSpec, context: Context) -> Iterator[Source]:
    """The functions of a preset."""
    names = context.names
    base = imported(context.framework.base("Response"), names)
    response = code("response: {}", base)
    kind = annotation(ENCODINGS[cookie.encoding].type, names)
    mapping = names.annotated("collections.abc", "Mapping")
    body = Body(cookie, code("response"), 4, names, context.width)

    def function(
        action: Action, statement: Source, returned: Source, *given: Source
    ) -> Source:
        head = [*given, *parameters(cookie, action, names)]
        name = function_name(cookie, action)
        return context.render(
            "cookie_function",
            signature=_signature(name, head, returned, 0, context.width),
            docstring=docstring(_about(action, cookie), 4),
            statement=statement,
        )

    cookies, value = code("cookies: {}[str, str]", mapping), code("value: {}", kind)
    yield from (
        function("set", body.set(), code("None"), response, value),
        function("delete", body.delete(), code("None"), response),
        function("read", body.read(), code("{} | None", kind), cookies),
    )
    yield from cookie_dependencies.dependency(cookie, context)
    yield from cookie_settings.definition(cookie, context)


def aliases(use: CookieUse, context: Context) -> Iterator[Source]:
    """set and delete of a preset on a class that lists it: the functions are its methods."""
    if _shares_base(use, context):
        for name in cookie_functions(use.cookie.name)[:2]:
            function = _function(name, use, context)
            yield code("{} = {}", identifier(name), function)


def methods(use: CookieUse, context: Context) -> Iterator[Source]:
    """The same where the functions take another Response than the class is."""
    if _shares_base(use, context):
        return
    kind = annotation(ENCODINGS[use.cookie.encoding].type, context.names)
    body = Body(use.cookie, code("self"), 8, context.names, context.width)

    def method(action: Action, statement: Source, *given: Source) -> Source:
        head = [code("self"), *given, *parameters(use.cookie, action, context.names)]
        name = function_name(use.cookie, action)
        return context.render(
            "cookie_method",
            signature=_signature(name, head, code("None"), 4, context.width),
            docstring=docstring(_about(action, use.cookie), 8),
            statement=statement,
        )

    yield method("set", body.set(), code("value: {}", kind))
    yield method("delete", body.delete())


def _shares_base(use: CookieUse, context: Context) -> bool:
    """Whether the preset's functions take this class: core's Response is not the framework's."""
    theirs = context.frameworks[context.modules[use.preset.module].target]
    return theirs.root == context.framework.root


def _function(name: str, use: CookieUse, context: Context) -> Source:
    if use.preset.module == context.module.name:
        return identifier(name)
    return imported(ImportPath(f".{use.preset.module}", name), context.names)


def _about(action: Action, cookie: CookieSpec) -> str:
    name = cookie.name if is_given(cookie.key) else cookie.key
    about = [f"{action.title()} the cookie {name}."]
    about += [cookie.description] if cookie.description else []
    return "\n\n".join([*about, *_facts(action, cookie)])


def _facts(action: Action, cookie: CookieSpec) -> Iterator[str]:
    """What a caller should know beside."""
    name = cookie.origins.get(NAME)
    if isinstance(name, Read):
        yield f"Its name is read from {name.path.module}:{name.path.name}."
    if cookie.chunks and action == "set":
        yield f"A large value is spread over up to {CHUNKS} cookies."
    if cookie.sign and action == "read":
        age = cookie.sign.max_age
        older = "" if age is None else f", or is older than {age} seconds"
        yield f"Signed: None for a value that was changed{older}."


def _signature(
    name: str, parameters: Sequence[Source], returned: Source, indent: int, width: int
) -> Source:
    return laid_out(signature(identifier(name), parameters, returned), indent, width)
