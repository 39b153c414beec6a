"""A pytest plugin: generated classes in the places of Starlette's and FastAPI's own.

What the tests import is replaced, what FastAPI builds where a route names no class, what both
frameworks send by themselves, and the class of routers' routes, which is CatalogueRoute. Where they ask what something is, their own Response and JSONResponse
stay, from which ours derive.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

import starlette.responses
from fastapi import APIRouter
from fastapi.datastructures import DefaultPlaceholder
from stand_ins import classes
from stand_ins.openapi import CatalogueRoute
from starlette.background import BackgroundTask

# Starlette's own have a default for their content.
OPTIONAL = ("Response", "HTMLResponse", "PlainTextResponse")
# What tests import from; elsewhere Response is what all responses are instances of.
PUBLIC = ("fastapi", "fastapi.responses", "starlette.responses")
# It documents JSON for what derives from JSONResponse.
ASKING = ("fastapi.openapi.utils",)


def stand_in(name: str) -> type[Any]:
    """The generated class of this name, as a project may extend it."""
    kind: type[Any] = getattr(classes, name)
    if name not in OPTIONAL:
        return kind

    def construct(
        self: Any,
        content: Any = None,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        kind.__init__(self, content, status_code, headers, media_type, background)

    return type(name, (kind,), {"__init__": construct})


OURS = {getattr(starlette.responses, name): stand_in(name) for name in classes.__all__}


def modules() -> list[ModuleType]:
    """The frameworks' modules."""
    return [
        module
        for name, module in sys.modules.items()
        if name.partition(".")[0] in ("fastapi", "starlette")
    ]


def replace(module: ModuleType) -> None:
    """Let the names of a module mean our classes."""
    if module.__name__ in ASKING:
        return
    for name, value in vars(module).copy().items():
        ours = OURS.get(value) if isinstance(value, type) else None
        if ours is not None and (name != "Response" or module.__name__ in PUBLIC):
            setattr(module, name, ours)


def placeholders(module: ModuleType) -> Iterator[DefaultPlaceholder]:
    """The defaults that FastAPI's functions and methods state."""
    for value in vars(module).copy().values():
        members = vars(value).values() if isinstance(value, type) else (value,)
        for function in members:
            if isinstance(function, FunctionType):
                defaults = (function.__kwdefaults__ or {}).values()
                for default in (*defaults, *(function.__defaults__ or ())):
                    if isinstance(default, DefaultPlaceholder):
                        yield default


def install() -> None:
    """Put our classes into both frameworks."""
    for module in modules():
        replace(module)
        for default in placeholders(module):
            if isinstance(default.value, type):
                default.value = OURS.get(default.value, default.value)
    defaults: dict[str, Any] = APIRouter.__init__.__kwdefaults__
    defaults["route_class"] = CatalogueRoute


def pytest_addoption(parser: Any) -> None:
    """FastAPI's settings have an option of pytest-timeout, which would be one more dependency."""
    parser.addini("timeout", "seconds")


install()
