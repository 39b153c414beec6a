"""Specs built by hand, sound in every respect but the one a test changes."""

from __future__ import annotations

from typing import Any

from respgen.checks import check
from respgen.diagnostics import Places, Problems, Span
from respgen.renderers.json import JSON
from respgen.specs import (
    ContentSpec,
    CookieSpec,
    CookieUse,
    HeaderSpec,
    ModuleSpec,
    Ref,
    ResponseSpec,
    TypeName,
)
from tests.support import headers
from tests.support.presets import preset

HEADER = Span("shop.yaml", 10, 1, 10, 2)
VALUE = Span("shop.yaml", 10, 5, 10, 9)
PLACED: dict[str, Any] = {"span": HEADER, "places": Places(VALUE)}
ENTRY = Span("shop.yaml", 20, 1, 20, 2)
USE = Span("shop.yaml", 30, 1, 30, 2)
NOSNIFF = headers.constant("X-Content-Type-Options", "nosniff")


def key_span(line: int) -> Span:
    return Span("shop.yaml", line, 5, line, 9)


def constant(name: str, value: str, **changes: Any) -> HeaderSpec:
    return headers.constant(name, value, **(PLACED | changes))


def parameter(
    name: str,
    word: str = "str",
    values: tuple[str, ...] = (),
    required: bool = False,
    default: Any = None,
    **changes: Any,
) -> HeaderSpec:
    of = headers.value_type(word, values)
    given = PLACED | changes
    return headers.argument(name, "value", of, required, default, **given)


def cookie(**changes: Any) -> CookieSpec:
    return preset(
        changes.pop("name", "basket"), **({"key": "basket", "span": ENTRY} | changes)
    )


def use(cookie: CookieSpec, always: str | None = None, name: str = "") -> CookieUse:
    return CookieUse(Ref("shop", name or cookie.name), cookie, always, USE, USE)


def response(*headers: HeaderSpec, **changes: Any) -> ResponseSpec:
    given = {
        "name": "Item",
        "description": "",
        "parent": None,
        "base": "Response",
        "inherits": frozenset(),
        "kind": "body",
        "media_type": "application/json",
        "charset": "utf-8",
        "status_code": 200,
        "status_locked": False,
        "content": ContentSpec("content", TypeName("builtins", "str")),
        "renderer": JSON.spec(),
        "headers": headers,
        "cookies": (),
        "span": ENTRY,
        "spans": {},
    }
    return ResponseSpec(**(given | changes))


def module(*responses: ResponseSpec, **changes: Any) -> ModuleSpec:
    given = {
        "name": "shop",
        "path": "shop.yaml",
        "description": "",
        "target": "fastapi",
        "uses": (),
        "profiles": {},
        "cookies": (),
        "responses": responses,
    }
    return ModuleSpec(**(given | changes))


def found(*modules: ModuleSpec) -> Problems:
    problems = Problems()
    check(modules, problems)
    return problems


def codes(*modules: ModuleSpec) -> list[str]:
    return [problem.code for problem in found(*modules)]
