"""Cookie presets -> set, delete and read functions, and the methods that call them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from respgen.core.cookies import cookie_attributes, deletion_attributes
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
from respgen.emit.templates import render
from respgen.emit.types import annotation, imported
from respgen.resolve.specs import CookieScope, CookieSpec, CookieUse, ModuleSpec
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


def _appended(value: Expression, indent: int, width: int) -> Source:
    return laid_out(
        call(code("response.raw_headers.append"), _set_cookie(value)), indent, width
    )


def _set_statement(cookie: CookieSpec, names: Names, width: int) -> Source:
    encode = call(
        names.support(f"{cookie.encoding}_cookie"), literal(cookie.key), code("value")
    )
    assigned = code("cookie = {}", laid_out(encode, 4, width, len("cookie = ")))
    value = Sum(code("cookie"), literal(set_attributes(cookie)))
    return code("{}\n{}{}", assigned, margin(4), _appended(value, 4, width))


def _delete_statement(cookie: CookieSpec, width: int) -> Source:
    values = deletions(cookie)
    if len(values) == 1:
        return _appended(literal(values[0]), 4, width)
    fields = list_of([_set_cookie(literal(value)) for value in values])
    space = len("response.raw_headers += ")
    return code("response.raw_headers += {}", laid_out(fields, 4, width, space))


def _read_statement(cookie: CookieSpec, names: Names, width: int) -> Source:
    value = flat(call(code("cookies.get"), literal(cookie.key)))
    read = call(names.support(f"read_{cookie.encoding}_cookie"), value)
    return code("return {}", laid_out(read, 4, width, len("return ")))


def _about(action: str, cookie: CookieSpec) -> str:
    about = f"{action} the cookie {cookie.key}."
    return f"{about}\n\n{cookie.description}" if cookie.description else about


def functions(
    module: ModuleSpec,
    cookie: CookieSpec,
    names: Names,
    width: int,
    overrides: Path | None,
) -> list[Source]:
    """The three functions of a preset."""
    response = code(
        "response: {}", imported(TARGETS[module.target].bases["Response"], names)
    )
    value = annotation(_VALUE[cookie.encoding], names)
    cookies = code(
        "cookies: {}[str, str]", names.imported("collections.abc", "Mapping")
    )
    none = TypeName("builtins", "None")
    found = value if none == _VALUE[cookie.encoding] else code("{} | None", value)
    to_set, to_delete, to_read = (identifier(name) for name in function_names(cookie))
    rows: Sequence[tuple[Source, tuple[Source, ...], Source, str, Source]] = (
        (
            to_set,
            (response, code("value: {}", value)),
            code("None"),
            "Set",
            _set_statement(cookie, names, width),
        ),
        (
            to_delete,
            (response,),
            code("None"),
            "Delete",
            _delete_statement(cookie, width),
        ),
        (to_read, (cookies,), found, "Read", _read_statement(cookie, names, width)),
    )
    return [
        render(
            "cookie_function",
            overrides,
            signature=_signature(name, parameters, returned, 0, width),
            docstring=docstring(_about(action, cookie), 4),
            statement=statement,
        )
        for name, parameters, returned, action, statement in rows
    ]


def _signature(
    name: Source,
    parameters: tuple[Source, ...],
    returned: Source,
    indent: int,
    width: int,
) -> Source:
    group = Group(code("def {}(", name), parameters, code(") -> {}:", returned))
    return laid_out(group, indent, width)


def methods(
    module: ModuleSpec, use: CookieUse, names: Names, width: int, overrides: Path | None
) -> list[Source]:
    """set and delete of a preset, on a class that lists it."""
    value = annotation(_VALUE[use.cookie.encoding], names)
    to_set, to_delete, _ = function_names(use.cookie)
    rows: Sequence[tuple[str, str, tuple[Source, ...], tuple[Source, ...]]] = (
        ("Set", to_set, (code("value: {}", value),), (code("value"),)),
        ("Delete", to_delete, (), ()),
    )
    return [
        render(
            "cookie_method",
            overrides,
            signature=_signature(
                identifier(name), (code("self"), *parameters), code("None"), 4, width
            ),
            docstring=docstring(_about(action, use.cookie), 8),
            statement=laid_out(
                call(_function(module, use, name, names), code("self"), *arguments),
                8,
                width,
            ),
        )
        for action, name, parameters, arguments in rows
    ]


def _function(module: ModuleSpec, use: CookieUse, name: str, names: Names) -> Source:
    if use.preset.module == module.name:
        return identifier(name)
    return imported(ImportPath(f".{use.preset.module}", name), names)
