"""What can be bought. Every route returns an instance, whose class is the route's contract."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request

from generated.common import NotModified
from generated.shop import (
    Manual,
    NoSuchProduct,
    ProductJSON,
    ProductList,
    ProductPage,
    StockJSON,
    SuggestionsJSON,
)
from tests.demo.models import Product
from tests.shop.data import CHANGED, PRODUCTS, STOCK, tag

router = APIRouter(tags=["products"])


def found(sku: str) -> Product:
    """A product is found, or the exception twin of a problem says that it is not."""
    if sku not in PRODUCTS:
        raise NoSuchProduct.Error("It may be sold out for good.", sku=sku)
    return PRODUCTS[sku]


@router.get("/products", response_class=ProductList)
def products(
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> ProductList:
    known = list(PRODUCTS.values())
    shown = known[offset : offset + limit]
    return ProductList(
        shown,
        total=len(known),
        has_more=offset + limit < len(known),
        etag=tag(*shown),
        facets=["tea", "pot"],
    )


@router.get("/products/{sku}", response_model=None, response_class=ProductJSON)
def product(sku: str, request: Request) -> ProductJSON | NotModified:
    one = found(sku)
    answer = ProductJSON(one, etag=tag(one), last_modified=CHANGED)
    return NotModified(etag=tag(one)) if answer.not_modified(request) else answer


@router.get("/products/{sku}/stock", response_class=StockJSON)
def stock(sku: str) -> StockJSON:
    pieces = STOCK[found(sku)["sku"]]
    return StockJSON(
        pieces,
        status="in-stock" if sum(pieces.values()) > 5 else "scarce",
        age=timedelta(minutes=3),
    )


@router.get("/products/{sku}/page", response_class=ProductPage)
def product_page(sku: str) -> ProductPage:
    page = ProductPage(f"<h1>{found(sku)['name']}</h1>")
    page.set_locale_cookie("en-GB; prices in €")
    return page


@router.get("/products/{sku}/manual", response_class=Manual)
def manual(sku: str) -> Manual:
    """A path that leads out of the folder is the same 404 as a file that is missing."""
    return Manual(f"{sku}.pdf", sku=sku)


@router.get("/suggestions", response_class=SuggestionsJSON)
def suggestions() -> SuggestionsJSON:
    """JSON that a search engine made, passed through."""
    return SuggestionsJSON(b'{"suggestions":["earl grey","english breakfast"]}')
