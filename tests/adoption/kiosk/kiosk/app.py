"""The application."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Mount, Route

from . import api, errors, pages, session
from .middleware import Hardened, Sessions

MACHINES = [
    Route("/tickets", api.buy, methods=["POST"]),
    Route("/nights", api.reserve, methods=["POST"]),
    Route("/gifts/{name}", api.give, methods=["POST"]),
    Route("/tickets", api.mine),
    Route("/tickets/{number}", api.show),
    Route("/tickets/{number}", api.give_back, methods=["DELETE"]),
    Route("/tickets/{number}/{kind}", api.move, methods=["PUT"]),
    Route("/prices", api.prices),
    Route("/close", api.close, methods=["POST"]),
    Route("/alive", api.alive),
]

app = Starlette(
    routes=[
        Route("/", pages.home),
        Route("/account", pages.account),
        Route("/receipts/{number:int}", pages.receipt),
        Route("/login", pages.login_form),
        Route("/login", session.login, methods=["POST"]),
        Route("/logout", session.logout, methods=["POST"]),
        Route("/leave", session.leave, methods=["POST"]),
        Route("/embed", session.embed),
        Route("/unembed", session.unembed, methods=["POST"]),
        Route("/language/{language}", pages.choose),
        Route("/language", pages.forget_language, methods=["DELETE"]),
        Route("/robots.txt", pages.robots),
        Route("/images/{name}.svg", pages.image),
        Mount("/api", routes=MACHINES),
    ],
    middleware=[Middleware(Hardened), Middleware(Sessions)],
    exception_handlers={HTTPException: errors.http_error, Exception: errors.bug},
)
