"""One module spec -> the text of one Python module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from respgen.emit import (
    cookies,
    errors,
    keeping,
    profile_functions,
    renderers,
    responses,
)
from respgen.emit.constructors import keywords
from respgen.emit.context import Context
from respgen.emit.events import item
from respgen.emit.formatting import formatted, settled
from respgen.emit.names import Names, sorted_all
from respgen.emit.profiles import profiles
from respgen.emit.settings import EmitSettings
from respgen.emit.source import Source, docstring
from respgen.emit.support import parts
from respgen.emit.targets import FRAMEWORKS
from respgen.emit.templates import python
from respgen.emit.types import core_names
from respgen.fields.types import annotation as value_type
from respgen.kinds import KINDS
from respgen.specs import ModuleSpec, Ref, ResponseSpec, arguments
from respgen.specs.expressions import FRAMEWORK, SUPPORT
from respgen.vocabulary.members import ERROR, ERROR_HANDLERS, MEMBERS

# builtins that generated code uses, and its __future__ import: an import of the same name gets
# another one
_BUILTINS = frozenset(
    (
        "DeprecationWarning",
        "annotations",
        "bool",
        "bytes",
        "classmethod",
        "float",
        "int",
        "len",
        "list",
        "object",
        "str",
        "super",
        "tuple",
        "ValueError",
    )
)
_LOCAL = frozenset(
    (
        "self",
        "cls",
        "headers",
        "content",
        "document",
        "members",
        "fields",
        "cookie",
        "cookies",
        "value",
        "scope",
        "receive",
        "send",
        "response",
    )
)
"""What parameters and variables of generated functions are called."""


@dataclass(frozen=True, slots=True)
class ModuleSource:
    """The text of a generated module, and the names that it uses of those carried along."""

    name: str
    text: str
    support: frozenset[str]
    framework: frozenset[str]


def module(
    spec: ModuleSpec,
    classes: Mapping[Ref, ResponseSpec],
    modules: Mapping[str, ModuleSpec],
    settings: EmitSettings,
) -> ModuleSource:
    """The module of one schema file, formatted."""
    style, overrides = settings.style, settings.templates
    taken = _taken(spec)
    shared = profiles(spec, modules, taken)
    target = FRAMEWORKS[spec.target]
    raised = target.exceptions
    names = Names(
        taken.union(shared.named),
        settings.owns,
        settings.python,
        raised.base if raised else None,
        spec.name,
        target.protocols,
    )
    context = Context(
        spec, FRAMEWORKS, classes, modules, names, shared, style.width, overrides
    )
    definitions = _definitions(context)
    constants = [*keeping.constants(names), *shared.definitions(style.width)]
    for kind in _core_types(spec):
        for name in parts(kind):
            if name not in target.protocols:
                names.public(name)
    text = context.render(
        "module",
        docstring=docstring(spec.description or f"Responses of {spec.name}.", 0),
        imports=names.lines(style),
        exports=sorted_all({*_exports(spec), *names.exported}, style),
        constants=[formatted(each, style) for each in constants],
        definitions=[formatted(python(d, overrides), style) for d in definitions],
    )
    whole = python(text, overrides).text + "\n"
    support, framework = names.needed(SUPPORT), names.needed(FRAMEWORK)
    return ModuleSource(spec.name, settled(whole, style), support, framework)


def _definitions(context: Context) -> list[Source]:
    """The functions and classes, in the order in which they can be defined."""
    spec = context.module
    # functions first: they are methods of the classes
    found = [
        function
        for cookie in spec.cookies
        for function in cookies.functions(cookie, context)
    ]
    found += profile_functions.functions(context)
    found += [responses.definition(response, context) for response in _ordered(spec)]
    # what the classes keep is known when they are written
    found[:0] = keeping.functions(context.names, context.width)
    found += profile_functions.middleware(context)
    if spec.errors:
        found.append(errors.definition(context))
    return found


def _exports(spec: ModuleSpec) -> Iterable[str]:
    yield from (response.name for response in spec.responses)
    for cookie in spec.cookies:
        yield from cookies.exported(cookie, FRAMEWORKS[spec.target])
    if spec.errors:
        yield ERROR_HANDLERS


def _core_types(spec: ModuleSpec) -> Iterator[str]:
    """Of core, those that constructors take, inherited ones of other modules, too."""
    for response in spec.responses:
        if response.content is not None:
            yield from core_names(item(response, response.content.type))
        for header, _ in arguments(response.headers):
            yield from core_names(value_type(header.type))
        for param in response.params:
            yield from core_names(param.type)


def _taken(spec: ModuleSpec) -> set[str]:
    given = {name for response in spec.responses for name in keywords(response)}
    contents = {r.content.parameter for r in spec.responses if r.content is not None}
    of_kinds = {
        parameter.name
        for response in spec.responses
        for parameter in KINDS[response.kind].taken(response.options)
    }
    constants = {
        name for response in spec.responses for name in renderers.constants(response)
    }
    presets = [*spec.cookies, *(u.cookie for r in spec.responses for u in r.cookies)]
    return {
        *_exports(spec),
        *given,
        *contents,
        *constants,
        *of_kinds,
        *MEMBERS,
        *(name for r in spec.responses for name in KINDS[r.kind].members),
        *_BUILTINS,
        *_LOCAL,
        *(name for preset in presets for name in cookies.local_names(preset)),
        *profile_functions.local_names(spec),
        *(errors.LOCAL if spec.errors else ()),
        *([ERROR] if any(each.exception for each in spec.responses) else ()),
    }


def _ordered(spec: ModuleSpec) -> list[ResponseSpec]:
    """Parents before children, otherwise as the author wrote them."""
    done: dict[str, ResponseSpec] = {}
    own = {response.name: response for response in spec.responses}

    for response in spec.responses:
        # a loop: a chain of parents may be longer than Python nests calls
        chain = [response]
        while (above := _parent(chain[-1], spec, own)) and above.name not in done:
            chain.append(above)
        for each in reversed(chain):
            done.setdefault(each.name, each)
    return list(done.values())


def _parent(
    response: ResponseSpec, spec: ModuleSpec, own: Mapping[str, ResponseSpec]
) -> ResponseSpec | None:
    """The class of the same module that it derives from."""
    parent = response.parent
    return own[parent.name] if parent and parent.module == spec.name else None
