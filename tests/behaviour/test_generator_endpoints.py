"""Endpoints that yield what is sent, on routes of the catalogue, are sent as their class sends."""

from collections.abc import AsyncIterator, Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import anyio
import pytest
from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.testclient import TestClient

from tests.behaviour.applications import package
from tests.support.fastapi_versions import generators

pytestmark = generators
SCHEMA = """
responses:
  Lines: {kind: stream, status_code: 203, media_type: text/plain}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package(tmp_path_factory.mktemp("yields"), "fastapi", shop=SCHEMA)["shop"]


@pytest.fixture
def routed(shop: ModuleType) -> Callable[..., FastAPI]:
    """Makes an application of one endpoint, at its router and below a prefix."""
    module: Any = import_module(f"{shop.__package__}.openapi")

    def made(endpoint: Callable[..., Any], **options: Any) -> FastAPI:
        app, router = FastAPI(), APIRouter(route_class=module.CatalogueRoute)
        router.get("/now", response_class=shop.Lines, **options)(endpoint)
        app.include_router(router)
        app.include_router(router, prefix="/again")
        return app

    return made


class Callee:
    """An endpoint that is an object."""

    async def __call__(self) -> AsyncIterator[str]:
        yield "object"


async def numbers(to: int = 3) -> AsyncIterator[str]:
    for number in range(to):
        yield f"{number} "


@pytest.mark.parametrize("path", ["/now", "/again/now"])
@pytest.mark.parametrize(
    ("endpoint", "expected"), [(numbers, "0 1 "), (Callee(), "object")]
)
def test_all_that_is_yielded(
    routed: Callable[..., FastAPI], endpoint: Any, expected: str, path: str
) -> None:
    """With the status of the class, and with the arguments that FastAPI reads."""
    answer = TestClient(routed(endpoint)).get(path, params={"to": 2})
    assert (answer.status_code, answer.text) == (203, expected)


def test_the_status_of_the_route(routed: Callable[..., FastAPI]) -> None:
    """It wins over that of the class."""
    app = routed(numbers, status_code=202)
    assert TestClient(app).get("/now").status_code == 202


def test_what_stays_open_and_what_follows(routed: Callable[..., FastAPI]) -> None:
    """A dependency is left once all has been sent, and a task in the background is run."""
    seen: list[str] = []

    def session() -> Iterator[str]:
        yield "session"
        seen.append("left")

    async def endpoint(
        tasks: BackgroundTasks, found: str = Depends(session)
    ) -> AsyncIterator[str]:
        tasks.add_task(seen.append, "task")
        yield found
        seen.append("sent")

    assert TestClient(routed(endpoint)).get("/now").text == "session"
    assert seen == ["sent", "task", "left"]


@pytest.mark.parametrize("is_endless", [True, False])
def test_the_generator_is_closed_with_the_response(
    routed: Callable[..., FastAPI], is_endless: bool
) -> None:
    """It is closed when the client goes, whether it waits or not, and where sending fails."""
    seen: list[str] = []

    async def endpoint() -> AsyncIterator[str]:
        try:
            while True:
                yield "x"
                if not is_endless:
                    await anyio.sleep_forever()
        finally:
            seen.append("closed")

    async def receive() -> dict[str, Any]:
        await anyio.sleep(0.01)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        del message

    async def answered() -> None:
        scope = {"type": "http", "method": "GET", "path": "/now", "headers": []}
        await routed(endpoint)({**scope, "query_string": b""}, receive, send)
        seen.append("answered")

    anyio.run(answered)
    assert seen == ["closed", "answered"]


def test_an_error_names_no_file_of_ours(routed: Callable[..., FastAPI]) -> None:
    """FastAPI says where the endpoint is that it cannot read a request for."""
    app = routed(numbers)

    @app.exception_handler(RequestValidationError)
    async def failing(_: Any, error: RequestValidationError) -> Any:
        raise error

    with pytest.raises(RequestValidationError) as error:
        TestClient(app).get("/now", params={"to": "many"})
    assert "GET /now" in str(error.value)
    assert "openapi.py" not in str(error.value)
