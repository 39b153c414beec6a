"""Where values come from: what names, annotations and parameters say of them."""

from __future__ import annotations

import pytest

from respgen.source.names import Class
from respgen.source.program.values import Instance, Known, Value
from tests.unit.source.program.test_paths import facts

HEAD = """\
import http
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from fastapi import FastAPI, Request, Response, status
from starlette.responses import JSONResponse
from starlette.status import HTTP_404_NOT_FOUND
"""
NUMBERS = {
    "status.HTTP_201_CREATED": 201,
    "HTTP_404_NOT_FOUND": 404,
    "HTTPStatus.CREATED": 201,
    "HTTPStatus.CREATED.value": 201,
    "http.HTTPStatus.NOT_FOUND": 404,
}


def returned(text: str) -> Value | None:
    """What the function `f` returns."""
    found = facts(app=f"{HEAD}{text}")
    bodies = (b for b in found.bodies if b.function and b.function.node.name == "f")
    return next(bodies).returns[0].value


@pytest.mark.parametrize("name", NUMBERS)
def test_names_of_statuses_are_numbers(name: str) -> None:
    """Those of Starlette and those of the standard library."""
    text = f"def f(response: Response):\n    return {name}\n"
    assert returned(text) == Known(NUMBERS[name])


RESPONSES = {
    "call_next beside a request": "async def f(request: Request, call_next):\n    return await call_next(request)\n",
    "a function that returns one": "def f(view: Callable[..., Response]):\n    return view()\n",
    "one that is awaited": "async def f(view: Callable[[], Awaitable[Response]]):\n    return await view()\n",
}


@pytest.mark.parametrize("kind", RESPONSES)
def test_calls_of_parameters_give_responses(kind: str) -> None:
    """By their annotation, or by what they are for."""
    found = returned(RESPONSES[kind])
    assert isinstance(found, Instance)
    assert not isinstance(found.of, Class)
    assert found.of.rpartition(".")[2] == "Response"


def test_call_next_of_other_frameworks_gives_what_nobody_knows() -> None:
    """The name alone says nothing."""
    text = "async def f(context, call_next) -> Response:\n    return await call_next(context)\n"
    assert not isinstance(returned(text), Instance)
