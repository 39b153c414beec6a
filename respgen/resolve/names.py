"""Names that become Python: classes, parameters, functions (family R1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from respgen.diagnostics import Problems, Span, quoted
from respgen.kinds import KINDS
from respgen.located import Located
from respgen.renderers import RENDERERS
from respgen.resolve.cookie_attributes import is_decided
from respgen.rules import r1
from respgen.schema import SchemaModule
from respgen.schema.cookie_keys import Preset
from respgen.specs import (
    HeaderSpec,
    JsonDocument,
    ResponseSpec,
    Template,
    arguments,
)
from respgen.vocabulary.identifiers import (
    LOOKALIKES,
    cookie_class,
    cookie_functions,
    is_identifier,
    mended,
    profile_function,
)
from respgen.vocabulary.members import (
    ANNOTATED,
    CONDITIONS,
    ERROR,
    ERROR_HANDLERS,
    HEADERS_MIDDLEWARE,
    MEMBERS,
    PRIVATE_MEMBERS,
    RESERVED,
)


def check_module(module: SchemaModule, problems: Problems) -> None:
    """Names of classes, profiles and presets, and their clashes."""
    keys = module.keys
    presets = (*keys.headers.value.items(), *keys.cookies.value.items())
    for name, preset in presets:
        _check_preset(name, preset.key, problems)
    functions: dict[str, str] = {}
    for name in keys.headers.value:
        functions[profile_function(name)] = f"the function of the profile {name!r}"
    if keys.headers.value:
        functions[HEADERS_MIDDLEWARE] = "the function that makes middleware"
    for name, cookie in keys.cookies.value.items():
        for function in cookie_functions(name):
            if function in functions:
                message = f"{function} is also {functions[function]}"
                problems.add(r1.ENTRY_CLASH, cookie.key, message, "rename the preset")
            functions[function] = f"a function of the cookie preset {name!r}"
        _check_settings(name, cookie, functions, problems)
    if keys.errors:
        functions[ERROR_HANDLERS] = "the function that errors makes"
    responses = keys.responses.value
    for name, entry in (*responses.items(), *module.problems.items()):
        _check_class(name, entry.key, problems)
        if name in functions:
            message = f"{name} is also the name of {functions[name]}"
            problems.add(r1.ENTRY_CLASH, entry.key, message, "choose another name")
    for name in responses.keys() & module.problems.keys():
        message = f"{name} is also the name of a response"
        span = module.problems[name].key
        problems.add(r1.ENTRY_CLASH, span, message, "choose another name")


def _check_settings(
    name: str, cookie: Located[Preset], taken: dict[str, str], problems: Problems
) -> None:
    """The class of a preset that leaves something to callers."""
    if not is_decided(cookie.value):
        return
    kept = cookie_class(name)
    if kept in taken:
        message = f"the class {kept} of the preset is also {taken[kept]}"
        problems.add(r1.ENTRY_CLASH, cookie.key, message, "rename the preset")
    taken[kept] = f"the class of the cookie preset {name!r}"


def _check_preset(name: str, span: Span, problems: Problems) -> None:
    # keywords pass: the name stands inside longer ones only
    if not (name.isascii() and name.isidentifier()):
        message = f"{quoted(name)} is not a valid name: use ASCII letters, digits and _, not starting with a digit"
        problems.add(r1.PRESET_NAME, span, message, _write(name))


def _check_class(name: str, span: Span, problems: Problems) -> None:
    if not is_identifier(name) or name == "_":
        if any(found.span == span for found in problems):
            return  # it is no text, such as 404
        message = f"{quoted(name)} is not a valid name for a Python class"
        problems.add(r1.CLASS_NAME, span, message, _write(name, _in_camel_case))
    elif name in RESERVED | LOOKALIKES:
        message = f"{quoted(name)} is a Python name that generated code uses"
        if name in LOOKALIKES:
            message = f"{quoted(name)} looks like a digit (PEP 8)"
        advice = f"write '{name[0].upper()}{name[1:]}Response'"
        problems.add(r1.CLASS_NAME, span, message, advice)


def _in_camel_case(name: str) -> str:
    return "".join(word[0].upper() + word[1:] for word in name.split("_") if word)


def _write(name: str, styled: Callable[[str], str] = str) -> str:
    """The help that gives a better name."""
    plain = mended(name)
    for better in (styled(plain), plain):
        if is_identifier(better):
            return f"write {better!r}"
    return "start with a letter, then use letters, digits and _"


def unfit_parameter(name: str) -> tuple[str, str] | None:
    """Why a constructor of the author's own can have no parameter of the name, and what to do."""
    if name == "self":
        return "'self' is the instance, and no parameter", "leave it out"
    if is_identifier(name):
        return None
    message = f"{quoted(name)} is not a valid name for a parameter"
    return message, "write the name that the constructor gives it, in ASCII letters"


_CALLED = "what the exception of the class calls"
_CONDITION = "a condition of the profile's middleware"


@dataclass(slots=True)
class Parameters:
    """The names of one constructor, each once, and none that the class has already."""

    problems: Problems
    _taken: dict[str, str]

    @classmethod
    def of(cls, spec: ResponseSpec, problems: Problems) -> Parameters:
        kind = KINDS[spec.kind]
        members = (*MEMBERS, *PRIVATE_MEMBERS, *kind.members)
        taken = dict.fromkeys(members, "a member of the base class")
        shared = {name for each in spec.headers for name, *_ in each.type.to.parameters}
        names = {each.name for each in kind.taken(spec.options)}
        # a header's URL may have the same to go by as that of a redirect
        names -= shared & {each.name for each in kind.keywords(spec.options)}
        taken |= dict.fromkeys(names, "a parameter that every response has")
        if spec.constructor:
            params = {param.name for param in spec.params}
            own = (each.name for each in spec.constructor.own)
            taken |= dict.fromkeys({*own} - params, "a parameter of the base class")
        if spec.shape.keeps_content:
            taken["content"] = "the attribute that keeps the content"
        taken["self"] = "the instance itself"
        # the class has an attribute for each, which would hide the type in its annotations
        headers = {given.parameter for _, given in arguments(spec.headers)}
        taken |= dict.fromkeys(headers & ANNOTATED, "a type of Python's")
        # and keeps its value behind an underscore, as the base does its own
        private = {each[1:] for each in members if each.startswith("_")} - {*taken}
        taken |= dict.fromkeys(headers & private, "what the class keeps for itself")
        row = RENDERERS[spec.renderer.name]
        constants = row.constants(spec.renderer.options)
        taken |= dict.fromkeys(constants, "a constant of the class")
        if spec.exception:
            taken |= dict.fromkeys(("response", "super", spec.name), _CALLED)
            taken[ERROR] = "the exception of the class"
        for use in spec.cookies:
            preset = use.preset.name
            methods = cookie_functions(preset)[:2]
            taken |= dict.fromkeys(methods, f"a method of the cookie preset {preset!r}")
        return cls(problems, taken)

    @classmethod
    def of_profile(cls, problems: Problems) -> Parameters:
        """Those of a profile's function, and of the middleware that it makes."""
        return cls(problems, dict.fromkeys(CONDITIONS, _CONDITION))

    def add(
        self,
        name: str,
        span: Span | None,
        owner: str,
        help: str = "as: {}",  # noqa: A002 # the word authors read
    ) -> None:
        """Note the parameter of `owner`, and what is wrong with its name unless it has no place.

        `help` says how the author gives it the better name that stands in it.
        """
        if span is None:
            self._taken.setdefault(name, f"the parameter of {owner}")
        elif not is_identifier(name):
            message = f"{quoted(name)} is not a valid name for a parameter"
            better = mended(name) or "another_name"
            self.problems.add(r1.PARAMETER_NAME, span, message, help.format(better))
        elif name in LOOKALIKES:
            message = f"the parameter {quoted(name)} looks like a digit (PEP 8)"
            better = f"{name.lower()}_value"
            self.problems.add(r1.PARAMETER_NAME, span, message, help.format(better))
        elif name in self._taken:
            message = (
                f"the parameter {quoted(name)} has the same name as {self._taken[name]}"
            )
            better = f"{name}_value"
            self.problems.add(r1.MEMBER_CLASH, span, message, help.format(better))
        else:
            self._taken[name] = f"the parameter of {owner}"


def check_profile(
    headers: Sequence[HeaderSpec], places: Mapping[Span, Span], problems: Problems
) -> None:
    """The names of what the function of a profile takes."""
    parameters = Parameters.of_profile(problems)
    given = {each.parameter for _, each in arguments(headers)}
    for header, argument in arguments(headers):
        written = places.get(header.span, header.span)
        parameters.add(argument.parameter, written, header.name)
    # all URLs of a profile have the same to go by
    decisive = {n: each for each in headers for n, *_ in each.type.to.parameters}
    for name, header in decisive.items():
        advice = "name {} what else is called so"
        parameters.add(name, header.span, header.name, advice)
    for header in headers:
        if isinstance(header.origin, Template | JsonDocument):
            for name in header.origin.parameters:
                if name not in given:
                    given.add(name)
                    parameters.add(name, header.span, header.name, "write {{{}}}")
