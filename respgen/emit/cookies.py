"""Cookie presets -> set, delete and read functions, and the methods that call them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from respgen.core.cookies import cookie_attributes, deletion_attributes
from respgen.emit.context import Context
from respgen.emit.layout import (
    Expression,
    Group,
    Sum,
    call,
    flat,
    laid_out,
    list_of,
    pair,
)
from respgen.emit.names import Names
from respgen.emit.source import Source, code, docstring, identifier, literal, margin
from respgen.emit.types import annotation, imported
from respgen.resolve.specs import CookieScope, CookieSpec, CookieUse
from respgen.vocabulary.targets import TARGETS
from respgen.vocabulary.types import ImportPath, TypeExpression, TypeName

_VALUE: dict[str, TypeExpression] = {
    "plain": TypeName("builtins", "str"),
    "percent": TypeName("builtins", "str"),
    "base64url": TypeName("builtins", "str"),
    "json": TypeName("respgen", "JsonValue"),
}


def function_names(cookie: CookieSpec) -> tuple[str, str, str]:
    """The module-level functions of a preset: set, delete, read."""
    return (
        f"set_{cookie.name}_cookie",
        f"delete_{cookie.name}_cookie",
        f"read_{cookie.name}_cookie",
    )


def set_attributes(cookie: CookieSpec) -> bytes:
    """The attributes of a set, in the reference's order."""
    return cookie_attributes(
        max_age=cookie.max_age,
        path=cookie.path,
        domain=cookie.domain,
        secure=cookie.secure,
        httponly=cookie.httponly,
        samesite=cookie.samesite,
        partitioned=cookie.partitioned,
        priority=cookie.priority,
    )


def deletions(cookie: CookieSpec) -> tuple[bytes, ...]:
    """The whole values of a deletion, one a scope: derived from the set, so that they agree."""
    scopes = (CookieScope(cookie.path, cookie.domain), *cookie.also_delete)
    return tuple(
        cookie.key.encode("ascii")
        + b"="
        + deletion_attributes(
            path=scope.path,
            domain=scope.domain,
            secure=cookie.secure,
            httponly=cookie.httponly,
            samesite=cookie.samesite,
            partitioned=cookie.partitioned,
        )
        for scope in scopes
    )


def _set_cookie(value: Expression) -> Group:
    return pair(literal(b"set-cookie"), value)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a statement stands: the response's local name, and the columns before it."""

    response: Source
    indent: int


_FUNCTION = _Place(code("response"), 4)
_METHOD = _Place(code("self"), 8)


def _appended(value: Expression, place: _Place, width: int) -> Source:
    append = code("{}.raw_headers.append", place.response)
    return laid_out(call(append, _set_cookie(value)), place.indent, width)


def _set_statement(
    cookie: CookieSpec, place: _Place, names: Names, width: int
) -> Source:
    encode = call(
        names.support(f"{cookie.encoding}_cookie"), literal(cookie.key), code("value")
    )
    space = len("cookie = ")
    assigned = code("cookie = {}", laid_out(encode, place.indent, width, space))
    value = Sum(code("cookie"), literal(set_attributes(cookie)))
    appended = _appended(value, place, width)
    return code("{}\n{}{}", assigned, margin(place.indent), appended)


def _delete_statement(cookie: CookieSpec, place: _Place, width: int) -> Source:
    values = deletions(cookie)
    if len(values) == 1:
        return _appended(literal(values[0]), place, width)
    fields = list_of([_set_cookie(literal(value)) for value in values])
    start = code("{}.raw_headers += ", place.response)
    listed = laid_out(fields, place.indent, width, len(start.text))
    return code("{}{}", start, listed)


def _read_statement(cookie: CookieSpec, names: Names, width: int) -> Source:
    value = flat(call(code("cookies.get"), literal(cookie.key)))
    read = call(names.support(f"read_{cookie.encoding}_cookie"), value)
    return code("return {}", laid_out(read, 4, width, len("return ")))


def functions(cookie: CookieSpec, context: Context) -> list[Source]:
    """The three functions of a preset."""
    names, width = context.names, context.width
    base = TARGETS[context.module.target].bases["Response"]
    response = code("response: {}", imported(base, names))
    value = annotation(_VALUE[cookie.encoding], names)
    mapping = names.imported("collections.abc", "Mapping")
    cookies = code("cookies: {}[str, str]", mapping)
    to_set, to_delete, to_read = function_names(cookie)

    def function(name: str, action: str, statement: Source, *head: Source) -> Source:
        *parameters, returned = head
        return context.render(
            "cookie_function",
            signature=_signature(name, parameters, returned, 0, width),
            docstring=docstring(_about(action, cookie), 4),
            statement=statement,
        )

    setting = _set_statement(cookie, _FUNCTION, names, width)
    deleting = _delete_statement(cookie, _FUNCTION, width)
    reading = _read_statement(cookie, names, width)
    given, found = code("value: {}", value), code("{} | None", value)
    return [
        function(to_set, "Set", setting, response, given, code("None")),
        function(to_delete, "Delete", deleting, response, code("None")),
        function(to_read, "Read", reading, cookies, found),
    ]


def methods(use: CookieUse, context: Context) -> list[Source]:
    """set and delete of a preset, on a class that lists it."""
    value = annotation(_VALUE[use.cookie.encoding], context.names)
    to_set, to_delete, _ = function_names(use.cookie)

    def method(name: str, action: str, *given: tuple[Source, Source]) -> Source:
        parameters = [code("self"), *(code("{}: {}", *one) for one in given)]
        arguments = [code("self"), *(argument for argument, _ in given)]
        if _shares_base(use, context):
            passed = call(_function(name, use, context), *arguments)
            statement = laid_out(passed, 8, context.width)
        elif given:
            statement = _set_statement(
                use.cookie, _METHOD, context.names, context.width
            )
        else:
            statement = _delete_statement(use.cookie, _METHOD, context.width)
        return context.render(
            "cookie_method",
            signature=_signature(name, parameters, code("None"), 4, context.width),
            docstring=docstring(_about(action, use.cookie), 8),
            statement=statement,
        )

    return [method(to_set, "Set", (code("value"), value)), method(to_delete, "Delete")]


def _shares_base(use: CookieUse, context: Context) -> bool:
    """Whether the preset's functions take this class: core's Response is not the framework's."""
    ours, theirs = context.module.target, context.targets[use.preset.module]
    return (ours == "core") == (theirs == "core")


def _function(name: str, use: CookieUse, context: Context) -> Source:
    if use.preset.module == context.module.name:
        return identifier(name)
    return imported(ImportPath(f".{use.preset.module}", name), context.names)


def _about(action: str, cookie: CookieSpec) -> str:
    about = f"{action} the cookie {cookie.key}."
    return f"{about}\n\n{cookie.description}" if cookie.description else about


def _signature(
    name: str, parameters: Sequence[Source], returned: Source, indent: int, width: int
) -> Source:
    opening, closing = code("def {}(", identifier(name)), code(") -> {}:", returned)
    return laid_out(Group(opening, tuple(parameters), closing), indent, width)
