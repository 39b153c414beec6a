"""An application that tests import is wrapped where it stands, so that all who have imported it use the wrapped one.

Goes in: `module:name`, and what wraps. Nothing comes out: the application is changed, or its name
leads elsewhere from now on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from inspect import Parameter, signature
from types import ModuleType
from typing import Any, TypeAlias

Application: TypeAlias = Any
Wrap: TypeAlias = Callable[[Application], Application]


class NoApplicationError(Exception):
    """`module:name` leads to no application; the message says why."""


def home(target: str) -> tuple[ModuleType, str]:
    """The module of an application, and its name there. Raises NoApplicationError."""
    module, colon, name = target.partition(":")
    if not (module and colon and name):
        raise NoApplicationError(f"{target!r} is not of the form shop.main:app")
    try:
        found = import_module(module)
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if missing == module or module.startswith(f"{missing}."):
            message = f"there is no module {module!r} to import"
            raise NoApplicationError(message) from error
        raise NoApplicationError(
            f"{module} imports {missing!r}, which is not there"
        ) from error
    except Exception as error:  # an author's module raises anything
        message = f"{module} cannot be imported: {type(error).__name__}: {error}"
        raise NoApplicationError(message) from error
    if not callable(getattr(found, name, None)):
        raise NoApplicationError(f"{module} has no application {name!r}")
    return found, name


def install(module: ModuleType, name: str, wrap: Wrap) -> None:
    """Wrap the application of that name: in place where it is Starlette's or FastAPI's.

    Any other ASGI application, and a function that makes one, is replaced in every module that
    has imported it.
    """
    found = getattr(module, name)
    if _has_stack(found):
        in_place(found, wrap)
    elif _is_application(found):
        _replace(found, wrap(found))
    else:
        _replace(found, _making(found, wrap))


def _has_stack(app: Application) -> bool:
    return not isinstance(app, type) and hasattr(app, "build_middleware_stack")


def in_place(app: Application, wrap: Wrap) -> None:
    """Wrap all of Starlette's middleware, what answers unhandled errors included."""
    build = app.build_middleware_stack
    app.build_middleware_stack = lambda: wrap(build())
    if app.middleware_stack is not None:  # it has answered a request already
        app.middleware_stack = wrap(app.middleware_stack)


def _is_application(found: Callable[..., Any]) -> bool:
    """Whether it is called with scope, receive and send (ASGI 3.0)."""
    try:
        parameters = signature(found).parameters.values()
    except (TypeError, ValueError):
        return False
    needed = [p for p in parameters if p.default is Parameter.empty]
    named = [
        p for p in needed if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)
    ]
    return len(named) == 3


def _making(make: Callable[..., Any], wrap: Wrap) -> Callable[..., Any]:
    """A function that makes wrapped applications."""

    @wraps(make)
    def made(*arguments: Any, **keywords: Any) -> Any:
        app = make(*arguments, **keywords)
        if not _has_stack(app):
            return wrap(app)
        in_place(app, wrap)
        return app

    return made


def _replace(old: object, new: object) -> None:
    """Let every name of a module that leads to the one lead to the other."""
    for module in [*sys.modules.values()]:
        names: dict[str, Any] = getattr(module, "__dict__", {})
        for name in [name for name, value in [*names.items()] if value is old]:
            names[name] = new
