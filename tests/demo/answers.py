"""What the shop says in words of its own: routes whose bodies the schema writes."""

from __future__ import annotations

from fastapi import APIRouter

from generated import answers
from tests.demo.data import PRODUCTS

router = APIRouter(prefix="/v1")


@router.put("/watched/{sku}", response_model=None)
def watching(sku: str) -> answers.Done | answers.Refused:
    if sku not in PRODUCTS:
        return answers.Refused(message=f"There is no product {sku}.", code=1404)
    return answers.Done(message="We will tell you.", undo=f"/v1/watched/{sku}")


@router.get("/basket", response_class=answers.BasketEnvelope)
def basket() -> answers.BasketEnvelope:
    return answers.BasketEnvelope(
        {"lines": [{"sku": "tea-1", "pieces": 2}], "total": "17.80"},
        message="Your basket.",
    )


@router.get("/robots.txt", response_class=answers.Robots)
def robots() -> answers.Robots:
    return answers.Robots()


@router.get("/welcome", response_class=answers.Greeting)
def greeting(name: str) -> answers.Greeting:
    return answers.Greeting(name=name, onward="/products")
