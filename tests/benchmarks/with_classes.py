"""The routes of fastapi_by_hand.py with generated classes; the package is made before the import."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any

from fastapi import FastAPI, Response
from generated_calls.bench import (
    Base,
    Created,
    ItemJSON,
    ItemsJSON,
    Lines,
    Onward,
    OutOfCredit,
    install_error_handlers,
    set_session_cookie,
)
from generated_calls.openapi import CatalogueRoute

from tests.benchmarks.fastapi_by_hand import (
    CONTENT,
    VALUE,
    invalid,
    missing,
    texts,
)
from tests.benchmarks.models import ITEMS, Item

__all__ = ["invalid", "missing"]  # the same routes


def application(route: Callable[[FastAPI], None], *, handlers: bool = True) -> FastAPI:
    """An application of one route, with error handlers or without."""
    app = FastAPI()
    app.router.route_class = CatalogueRoute
    route(app)
    if handlers:
        install_error_handlers(app)
    return app


def instance(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> Created:
        response = Created(CONTENT, location="/items/7")
        response.set_session_cookie(VALUE)
        return response


def data(app: FastAPI) -> None:
    @app.get("/x", response_class=Base)
    async def endpoint() -> dict[str, Any]:
        return CONTENT


def annotated(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> Annotated[dict[str, Any], Base]:
        return CONTENT


def model(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> ItemJSON:
        return ItemJSON(ITEMS[7])


def model_data(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> Annotated[Item, ItemJSON]:
        return ITEMS[7]


def models(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> ItemsJSON:
        return ItemsJSON(ITEMS)


def models_data(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> Annotated[list[Item], ItemsJSON]:
        return ITEMS


def injected(app: FastAPI) -> None:
    @app.get("/x", response_model=None)
    async def endpoint(response: Response) -> dict[str, Any]:
        Base.apply(response)
        set_session_cookie(response, VALUE)
        return CONTENT


def redirect(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> Onward:
        return Onward("/items/7")


def stream(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> Lines:
        return Lines(texts())


def generator(app: FastAPI) -> None:
    @app.get("/x", response_class=Lines)
    async def endpoint() -> AsyncIterator[str]:
        async for text in texts():
            yield text


def raised(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> None:
        raise OutOfCredit.Error("Go and earn some.", balance=30)
