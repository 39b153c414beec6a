"""The shop as a FastAPI application: routes return instances of the generated classes."""

from __future__ import annotations

from datetime import timedelta

from fastapi import FastAPI, Request
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from generated import account, common, feeds, health, shop
from tests.demo import answers, live, partners
from tests.demo.data import (
    CHANGED,
    ORDERS,
    PRODUCTS,
    STOCK,
    ClosedError,
    basket,
    movements,
    tag,
)
from tests.demo.models import (
    CatalogueDocument,
    ProblemDetails,
    Product,
    ProductResource,
)

SUGGESTIONS = b'{"suggestions":["earl grey","english breakfast"]}'

app = FastAPI(title="Shop", default_response_class=common.ApiJSON)
app.include_router(partners.router)
app.include_router(live.router)
app.include_router(answers.router)


# Products


@app.get("/products", response_class=shop.ProductList)
def products() -> shop.ProductList:
    found = list(PRODUCTS.values())
    return shop.ProductList(
        found, total=len(found), etag=tag(found[0]), facets=["tea", "pot"]
    )


@app.get("/products/{sku}", response_model=None, response_class=shop.ProductJSON)
def product(sku: str, request: Request) -> shop.ProductJSON | common.NotModified:
    found = PRODUCTS.get(sku)
    if found is None:
        raise shop.NoSuchProduct.Error("It may be sold out for good.", sku=sku)
    if request.headers.get("if-none-match") == f'"{tag(found)}"':
        return common.NotModified(etag=tag(found))
    return shop.ProductJSON(found, etag=tag(found), last_modified=CHANGED)


@app.delete("/products/{sku}")
def product_deletion(sku: str) -> common.MethodNotAllowed:
    problem = ProblemDetails(title="Products stay", status=405)
    return common.MethodNotAllowed(problem, allow=["GET", "HEAD"])


@app.get("/products/{sku}/stock")
def stock(sku: str) -> shop.StockJSON:
    pieces = STOCK[sku]
    return shop.StockJSON(
        pieces,
        status="in-stock" if sum(pieces.values()) > 5 else "scarce",
        age=timedelta(minutes=3),
        warehouses=["north", "harbour"],
    )


@app.get("/products/{sku}/page", response_class=shop.ProductPage)
def product_page(sku: str) -> shop.ProductPage:
    page = shop.ProductPage(f"<h1>{PRODUCTS[sku]['name']}</h1>")
    page.set_locale_cookie("en-GB; prices in €")
    return page


@app.get("/products/{sku}/manual", response_class=shop.Manual)
def manual(sku: str) -> shop.Manual:
    return shop.Manual(f"{sku}.pdf", sku=sku)


@app.get("/suggestions", response_class=shop.SuggestionsJSON)
def suggestions() -> shop.SuggestionsJSON:
    return shop.SuggestionsJSON(SUGGESTIONS)


# Baskets and orders


@app.post("/basket/{sku}")
def basket_filling(sku: str) -> shop.BasketJSON:
    answer = shop.BasketJSON(basket(sku))
    answer.set_basket_cookie(sku)
    return answer


@app.delete("/basket", status_code=204)
def basket_emptying() -> shop.BasketEmptied:
    answer = shop.BasketEmptied()
    answer.delete_basket_cookie()
    return answer


@app.post("/orders", status_code=201)
def order(pieces: int = 1) -> shop.OrderPlaced:
    left = sum(STOCK["tea-1"].values())
    if pieces > left:
        raise shop.OutOfStock.Error(sku="tea-1", wanted=pieces, left=left)
    if pieces < 1:
        raise ClosedError("Returns are taken at the counter.")
    return shop.OrderPlaced(ORDERS[0], order_id=1001)


@app.post("/orders/form", status_code=303)
def order_form() -> shop.OrderSent:
    answer = shop.OrderSent(order_id=1001)
    answer.set_flash_cookie("Thank you: it is on its way.")
    return answer


@app.get("/orders.csv", response_class=shop.OrderExport)
def order_export() -> shop.OrderExport:
    return shop.OrderExport(ORDERS, file_name="orders.csv")


@app.get("/movements.csv", response_class=shop.StockMovements)
def stock_movements() -> shop.StockMovements:
    return shop.StockMovements(movements(), file_name="movements.csv")


# Accounts


@app.get("/account")
def somebody(request: Request) -> account.AccountJSON:
    if account.read_session_cookie(request.cookies) is None:
        problem = ProblemDetails(title="Nobody is signed in", status=401)
        raise account.TokenRefused.Error(problem)
    return account.AccountJSON({"name": "Visitor", "email": "visitor@shop.example"})


@app.post("/session")
def sign_in() -> account.SignedIn:
    answer = account.SignedIn({"name": "Visitor", "email": "visitor@shop.example"})
    answer.set_session_cookie("f3b1c0")
    answer.set_refresh_cookie("9a77d2")
    answer.set_access_cookie("orders.read", client="web")
    answer.set_identity_cookie({"name": "Visitor", "groups": ["customers"]})
    return answer


@app.post("/session/form", status_code=303)
def sign_in_form(request: Request, onward: str = "/") -> account.WelcomeBack:
    answer = account.WelcomeBack(onward, origin=request)
    answer.set_session_cookie("f3b1c0")
    return answer


@app.delete("/session", status_code=204)
def sign_out() -> account.SignedOut:
    answer = account.SignedOut()
    answer.delete_session_cookie()
    answer.delete_refresh_cookie()
    answer.delete_access_cookie(client="web")
    answer.delete_identity_cookie()
    return answer


@app.put("/preferences", status_code=205)
def preferences() -> account.PreferencesSaved:
    answer = account.PreferencesSaved()
    answer.set_preferences_cookie({"layout": "wide", "currency": "EUR"})
    return answer


# What other programs fetch, on Starlette alone


def catalogue(request: Request) -> feeds.CatalogueDocument:
    document = CatalogueDocument(data=[_resource(each) for each in PRODUCTS.values()])
    return feeds.CatalogueDocument(document, etag=tag(PRODUCTS["tea-1"]))


def _resource(each: Product) -> ProductResource:
    return ProductResource(type="products", id=each["sku"], attributes=each)


def description(request: Request) -> feeds.OpenAPIDocument:
    return feeds.OpenAPIDocument(app.openapi())


# What the load balancer asks, on no framework: a response is an ASGI application


async def readiness(scope: Scope, receive: Receive, send: Send) -> None:
    """Judged anew for every request."""
    found = health.Draining({"status": "warn", "services": {"search": False}})
    await found(scope, receive, send)


app.mount(
    "/feeds",
    Starlette(routes=[Route("/catalogue", catalogue), Route("/openapi", description)]),
)
app.router.routes += [Route("/live", health.Healthy()), Mount("/ready", readiness)]

# What goes wrong is answered as the catalogue declares

shop.install_error_handlers(app)
