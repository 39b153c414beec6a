"""Helpers that call helpers."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from larch.names import ADMIN_PATH, Names

DEFAULTS: Mapping[str, Any] = {"secure": True, "httponly": True}


def _set(response: Response, name: str, value: str, path: str = "/", **more: Any) -> None:
    response.set_cookie(name, value, path=path, **{**DEFAULTS, **more})


def _clear(response: Response, name: str, path: str = "/") -> None:
    response.delete_cookie(name, path=path, **DEFAULTS)


def start(response: Response, value: str) -> None:
    _set(response, Names.USER, value)
    _set(response, Names.ADMIN, value, ADMIN_PATH)


def clear(response: Response) -> None:
    _clear(response, Names.USER)
    _clear(response, Names.ADMIN, ADMIN_PATH)
