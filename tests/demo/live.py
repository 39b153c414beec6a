"""What the shop tells as it happens: event streams."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Annotated

from anyio import sleep
from fastapi import APIRouter, Header

from generated import live
from tests.demo.data import STOCK
from tests.demo.models import Delivery, Step

router = APIRouter(prefix="/live")

STEPS = [
    Step(place="north", at="2030-05-01T08:00:00Z"),
    Step(place="harbour", at="2030-05-01T17:30:00Z"),
]


async def _tracked(number: int, known: int) -> AsyncIterator[live.OrderTracking.Event]:
    """The steps that the page does not know yet."""
    for place, step in enumerate(STEPS[known:], known + 1):
        yield live.OrderTracking.Event(step, "step", id=str(place))
        await sleep(0.01)
    delivery = Delivery(order=number, signed="A. Nkemelu")
    yield live.OrderTracking.Event(delivery, "delivered", id=str(len(STEPS) + 1))


@router.get("/orders/{number}", response_class=live.OrderTracking)
async def tracking(
    number: int, last_event_id: Annotated[int, Header()] = 0
) -> live.OrderTracking:
    return live.OrderTracking(_tracked(number, last_event_id))


def _bought() -> Iterator[dict[str, int]]:
    for sku, pieces in STOCK.items():
        yield {sku: sum(pieces.values())}


@router.get("/stock", response_class=live.StockTicker)
def ticker() -> live.StockTicker:
    return live.StockTicker(_bought())
