"""What can be bought. A route's annotation names the class that it sends, and documents it."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request

from generated.answers import Done, Refused
from generated.common import NotModified
from generated.openapi import CatalogueRoute, raises
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

router = APIRouter(tags=["products"], route_class=CatalogueRoute)


Sku = Annotated[str, Path(examples=["tea-1"])]


@raises(NoSuchProduct)
def found(sku: Sku) -> Product:
    """A problem is raised by the exception of the same name; each route that depends on this documents it."""
    if sku not in PRODUCTS:
        raise NoSuchProduct.Error("It may be sold out for good.", sku=sku)
    return PRODUCTS[sku]


Found = Annotated[Product, Depends(found)]


@router.get("/products")
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


@router.get("/products/{sku}")
def product(one: Found, request: Request) -> ProductJSON | NotModified:
    answer = ProductJSON(one, etag=tag(one), last_modified=CHANGED)
    return NotModified(etag=tag(one)) if answer.not_modified(request) else answer


@router.get("/products/{sku}/stock")
def stock(one: Found) -> StockJSON:
    pieces = STOCK[one["sku"]]
    return StockJSON(
        pieces,
        status="in-stock" if sum(pieces.values()) > 5 else "scarce",
        age=timedelta(minutes=3),
    )


@router.get("/products/{sku}/page")
def product_page(one: Found) -> ProductPage:
    page = ProductPage(f"<h1>{one['name']}</h1>")
    page.set_locale_cookie("en-GB; prices in €")
    return page


@router.get("/products/{sku}/manual")
@raises(NoSuchProduct)
def manual(sku: Annotated[str, Path(examples=["pot-1"])]) -> Manual:
    """A path that leads out of the folder is the same 404 as a file that is missing."""
    return Manual(f"{sku}.pdf", sku=sku)


@router.get("/suggestions")
def suggestions() -> SuggestionsJSON:
    """JSON that a search engine made, passed through."""
    return SuggestionsJSON(b'{"suggestions":["earl grey","english breakfast"]}')


@router.put("/watched/{sku}")
def watch(sku: Sku) -> Done | Refused:
    """Envelopes, as the first version of the API had them."""
    if sku not in PRODUCTS:
        return Refused(message=f"There is no product {sku}.", code=1404)
    return Done(message="We will tell you.", undo=f"/watched/{sku}")
