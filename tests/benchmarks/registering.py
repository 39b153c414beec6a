"""Registering routes: CatalogueRoute against APIRoute given the same class, status and responses."""

from collections.abc import Callable, Iterator
from typing import Any

from fastapi import APIRouter, FastAPI
from pydantic import BaseModel

from generated.common import Created, Unauthorized
from generated.openapi import CatalogueRoute
from tests.benchmarks.timing import Ratio, ratio

ROUTES = 1_000
# As FastAPI has it by hand; a class's own route refers to the models of its body.
GIVEN = {**Created.route["responses"], **Unauthorized.openapi}


class Item(BaseModel):
    """What the shop sells."""

    sku: str


def endpoint() -> Callable[..., Created | Unauthorized]:
    """One with a parameter of each kind; FastAPI remembers what it read of each function."""

    def create(shop: int, item: Item, limit: int = 10) -> Created | Unauthorized:
        return Created({"shop": shop, "sku": item.sku}, location=f"/items/{limit}")

    return create


def by_hand(routes: int = ROUTES) -> APIRouter:
    router = APIRouter()
    for number in range(routes):
        router.add_api_route(
            f"/{{shop}}/{number}",
            endpoint(),
            response_class=Created,
            response_model=None,
            status_code=201,
            responses=GIVEN,
        )
    return router


def by_annotation(routes: int = ROUTES) -> APIRouter:
    router = APIRouter(route_class=CatalogueRoute)
    for number in range(routes):
        router.add_api_route(f"/{{shop}}/{number}", endpoint())
    return router


def document(router: APIRouter) -> dict[str, Any]:
    app = FastAPI()
    app.include_router(router)
    return app.openapi()


def ratios() -> Iterator[Ratio]:
    assert document(by_hand(1)) == document(by_annotation(1)), "documents differ"
    work = f"register {ROUTES} routes that say what they return"
    yield ratio(work, by_hand, by_annotation, 1 / 1.1, number=1)
