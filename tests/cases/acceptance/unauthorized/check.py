"""401 with its challenge, returned or raised."""

from collections.abc import Callable

from case_unauthorized.api import Unauthorized
from fastapi import FastAPI, HTTPException
from starlette.testclient import TestClient


def challenges() -> None:
    response = Unauthorized(message="Not authenticated")
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"


def _sent(raised: Callable[[], Exception]) -> tuple[int, list[tuple[str, str]], bytes]:
    """What an application without any handlers sends."""
    app = FastAPI()

    @app.get("/")
    def route() -> None:
        raise raised()

    reply = TestClient(app).get("/")
    return reply.status_code, reply.headers.multi_items(), reply.content


def is_raised_like_the_exception_that_it_replaces() -> None:
    """A bare FastAPI sends the same status, fields and bytes."""
    by_hand = HTTPException(401, "Not authenticated", {"WWW-Authenticate": "Bearer"})
    twin = Unauthorized.Error(message="Not authenticated")
    assert isinstance(twin, HTTPException)
    assert _sent(lambda: twin) == _sent(lambda: by_hand)
    response = twin.response()
    assert _sent(lambda: twin) == (
        response.status_code,
        response.headers.items(),
        response.body,
    )


def tells_what_the_response_tells() -> None:
    twin = Unauthorized.Error(message="Not authenticated")
    assert (twin.status_code, twin.detail) == (401, "Not authenticated")
    assert twin.headers is not None
    assert twin.headers["WWW-Authenticate"] == "Bearer"
    assert str(twin) == "401: Not authenticated"
