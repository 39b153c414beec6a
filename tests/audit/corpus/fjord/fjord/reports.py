"""What the other modules cannot see through."""

import importlib
import os
from typing import Any

_backend = importlib.import_module(os.environ.get("FJORD_BACKEND", "json"))

CLASS = getattr(_backend, "RESPONSE", None)
STATUS = int(os.environ.get("FJORD_STATUS", "200"))


def headers_for(kind: str) -> dict[str, str]:
    return dict(getattr(_backend, "HEADERS", {}).get(kind, {}))


def number() -> Any:
    return getattr(_backend, "NUMBER", "0")


def lifetime() -> Any:
    return getattr(_backend, "LIFETIME", 60)


def parse(text: str) -> Any:
    return _backend.loads(text)


def load() -> Any:
    return getattr(_backend, "REPORT", None)
