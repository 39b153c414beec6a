"""Baskets and orders: cookies, redirects, downloads, streams, and a problem that is raised."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Form, Header
from pydantic import BaseModel, Field

from generated.live import OrderTracking
from generated.openapi import CatalogueRoute, raises
from generated.shop import (
    BasketEmptied,
    BasketJSON,
    NoSuchProduct,
    NotOnline,
    OrderPlaced,
    OrderSent,
    OutOfStock,
    StockMovements,
)
from tests.demo.data import ClosedError
from tests.demo.models import Order
from tests.shop.data import DELIVERY, STEPS, STOCK, basket, movements
from tests.shop.products import Found, found

router = APIRouter(tags=["orders"], route_class=CatalogueRoute)


class NewOrder(BaseModel):
    sku: str = Field(min_length=1, examples=["tea-1"])
    pieces: int = Field(1, ge=-99, le=99)


def placed(new: NewOrder) -> Order:
    left = sum(STOCK[found(new.sku)["sku"]].values())
    if new.pieces > left:
        raise OutOfStock.Error(sku=new.sku, wanted=new.pieces, left=left)
    if new.pieces < 1:
        raise ClosedError("Returns are taken at the counter.")
    wanted = basket(new.sku, new.pieces)
    return Order(number=1002, placed="2024-03-06T10:00:00Z", **wanted)


@router.post("/basket/{sku}")
def fill_basket(one: Found) -> BasketJSON:
    answer = BasketJSON(basket(one["sku"]))
    answer.set_basket_cookie(one["sku"])
    return answer


@router.delete("/basket")
def empty_basket() -> BasketEmptied:
    answer = BasketEmptied()
    answer.delete_basket_cookie()
    return answer


@router.post("/orders")
@raises(NoSuchProduct, NotOnline, OutOfStock)
def order(new: NewOrder) -> OrderPlaced:
    order = placed(new)
    return OrderPlaced(order, order_id=order["number"])


@router.post("/orders/form")
@raises(NoSuchProduct, NotOnline, OutOfStock)
def order_form(new: Annotated[NewOrder, Form()]) -> OrderSent:
    answer = OrderSent(order_id=placed(new)["number"])
    answer.set_flash_cookie("Thank you: it is on its way.")
    return answer


@router.get("/movements.csv")
def stock_movements() -> StockMovements:
    """A table that is sent while it is read."""
    return StockMovements(movements(), file_name="movements.csv")


async def steps(known: int) -> AsyncIterator[OrderTracking.Event]:
    for place, step in enumerate(STEPS[known:], known + 1):
        yield OrderTracking.Event(step, "step", id=str(place))
    yield OrderTracking.Event(DELIVERY, "delivered", id=str(len(STEPS) + 1))


@router.get("/orders/{number}/live")
async def tracking(
    number: int, last_event_id: Annotated[int, Header(ge=0)] = 0
) -> OrderTracking:
    """Server-sent events; a page that connects again says which one it knows."""
    return OrderTracking(steps(last_event_id))
