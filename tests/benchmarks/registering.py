"""Registering routes: CatalogueRoute against APIRoute given the same class, status and responses."""

from collections.abc import Callable, Iterator

from fastapi import APIRouter
from pydantic import BaseModel

from generated.common import Created, Unauthorized
from generated.openapi import CatalogueRoute, responses_of
from tests.benchmarks.timing import Ratio, wall_ratio

ROUTES = 1_000
GIVEN = responses_of(Created, Unauthorized)


class Item(BaseModel):
    """What the shop sells."""

    sku: str


def endpoint() -> Callable[..., Created | Unauthorized]:
    """One with a parameter of each kind; FastAPI remembers what it read of each function."""

    def create(shop: int, item: Item, limit: int = 10) -> Created | Unauthorized:
        return Created({"shop": shop, "sku": item.sku}, location=f"/items/{limit}")

    return create


def by_hand() -> None:
    router = APIRouter()
    for number in range(ROUTES):
        router.add_api_route(
            f"/{{shop}}/{number}",
            endpoint(),
            response_class=Created,
            response_model=None,
            status_code=201,
            responses=GIVEN,
        )


def by_annotation() -> None:
    router = APIRouter(route_class=CatalogueRoute)
    for number in range(ROUTES):
        router.add_api_route(f"/{{shop}}/{number}", endpoint())


def ratios() -> Iterator[Ratio]:
    work = f"register {ROUTES} routes that say what they return"
    yield wall_ratio(work, by_hand, by_annotation, 1 / 1.1, rounds=7)
