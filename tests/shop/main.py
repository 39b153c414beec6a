"""The shop as an application: routers, what is mounted, and what answers when something goes wrong."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.routing import Route

from generated.common import headers_middleware
from generated.health import Healthy
from generated.openapi import responses_of
from generated.shop import Failure, install_error_handlers
from tests.shop import account, orders, partners, products

app = FastAPI(title="Tea shop", version="3")
for part in (products, orders, account, partners):
    app.include_router(part.router, responses=responses_of(default=Failure))
app.mount("/feeds", partners.feeds)
app.router.routes.append(Route("/live", Healthy()))  # an application of its own
install_error_handlers(app)
app.add_middleware(headers_middleware("secure", exclude=("/docs", "/redoc")))
