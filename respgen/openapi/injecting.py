"""Data that a route returns, where headers are set on the response that FastAPI injects.

Goes in: what answers a request, for which FastAPI makes the response and appends those headers.
Comes out: what answers it without doubled fields, and with the policies of what is declared.
"""

from collections.abc import Callable, Coroutine
from typing import Any, cast

from fastapi.dependencies.models import Dependant
from fastapi.requests import Request
from starlette.responses import Response

from respgen.core.applying import settle_fields

Answering = Callable[[Request], Coroutine[Any, Any, Response]]


def is_injected(dependant: Dependant) -> bool:
    """Whether the endpoint, or what it depends on, may set headers so."""
    return bool(dependant.response_param_name) or any(
        map(is_injected, dependant.dependencies)
    )


def counting(kind: Callable[..., Response]) -> Callable[..., Response]:
    """What makes the response, and remembers how many fields are its own."""

    def make(*content: Any, **options: Any) -> Response:
        response: Any = kind(*content, **options)
        response.own_fields = len(response.raw_headers)
        return cast("Response", response)

    return make


def settling(answer: Answering) -> Answering:
    """What answers with the fields settled of a response that was made so."""

    async def settled(request: Request) -> Response:
        response = await answer(request)
        count = vars(response).pop("own_fields", None)
        if count is not None and count < len(response.raw_headers):
            injected = response.raw_headers[count:]
            del response.raw_headers[count:]
            settle_fields(response, injected)
        return response

    return settled
