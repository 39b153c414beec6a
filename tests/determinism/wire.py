"""Prints what every class and cookie function of generated/ sends: run it on any Python.

Each class is made with the first arguments that it takes of a few plain ones, given its cookies,
and called as an ASGI application.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import patch
from warnings import catch_warnings

from starlette.exceptions import HTTPException

from generated.account import Challenge
from generated.shop import ContentRange
from respgen.cli.preview import message

ROOT = Path(__file__).resolve().parents[2]
_DAY = datetime(2026, 1, 2, tzinfo=UTC)
_RANGE = ContentRange(0, 9, 100)
PLAIN: tuple[Any, ...] = (
    *("in-stock", "EUR", {"a": 1}, b"a", 1, _DAY, ["a"], []),
    *(Challenge("Basic", {"realm": "shop"}), _RANGE, "image/png", "pot-1.pdf"),
)
"""Tried in this order; the last is a file of tests/demo."""
_NOT_ITS_OWN = (TypeError, ValueError, AttributeError, KeyError, HTTPException)


def everything() -> Iterator[tuple[str, str]]:
    """The classes and functions by their names, whatever they warn of; signatures are of one moment."""
    with (
        patch("time.time", return_value=_DAY.timestamp()),
        catch_warnings(action="ignore"),
    ):
        yield from _everything()


def _everything() -> Iterator[tuple[str, str]]:
    for path in sorted(ROOT.glob("generated/[a-z]*.py")):
        module = import_module(f"generated.{path.stem}")
        for name in module.__all__:
            found = getattr(module, name)
            if inspect.isclass(found) and hasattr(found, "render"):
                yield f"{module.__name__}.{name}", _sent(found)
            elif name.startswith("read_"):
                read = partial(found, {"a": "b"})
                yield f"{module.__name__}.{name}", repr(_called(read))


def _sent(found: type) -> str:
    sent = _called(found, _answer)
    if sent is None:
        raise TypeError(f"nothing plain makes a {found.__name__}")
    return str(sent)


def _answer(response: Any) -> str:
    """What it sends with its cookies; a stream raises for items that are none of its own."""
    for name, method in inspect.getmembers(response, inspect.ismethod):
        if name.endswith("_cookie") and name not in ("set_cookie", "delete_cookie"):
            _called(method)
    return message(response).decode("latin-1")


def _same(value: Any) -> Any:
    return value


def _called(function: Any, then: Callable[[Any], Any] = _same) -> Any:
    """What comes of the first plain arguments that it takes; None where there are none."""
    # a deprecated class has the signature of what warns
    made = partial(function.__init__, None) if inspect.isclass(function) else function
    parameters = inspect.signature(made).parameters.values()
    required = [p for p in parameters if p.default is p.empty]
    for values in product(PLAIN, repeat=len(required)):
        named = {p.name: value for p, value in zip(required, values, strict=True)}
        with suppress(*_NOT_ITS_OWN):
            return then(function(**named))
    return None


if __name__ == "__main__":
    print(json.dumps(dict(everything()), indent=1))
