"""FastAPI's own pages of an application's document, without a network.

Goes in: an application. Comes out: the same one, whose pages take their scripts from an installed
package, fastapi-offline, in place of a CDN.
"""

from __future__ import annotations

from pathlib import Path

import fastapi_offline
from fastapi import FastAPI
from fastapi.openapi.docs import get_redoc_html, get_swagger_ui_html
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

ASSETS = Path(fastapi_offline.__file__).parent / "static"


def with_pages(app: FastAPI) -> Starlette:
    """The application below /docs and /redoc."""

    def swagger(_: Request) -> Response:
        return get_swagger_ui_html(
            openapi_url="/openapi.json",
            title=app.title,
            swagger_js_url="/assets/swagger-ui-bundle.js",
            swagger_css_url="/assets/swagger-ui.css",
            swagger_favicon_url="/assets/favicon.png",
            swagger_ui_parameters={"docExpansion": "full"},
        )

    def redoc(_: Request) -> Response:
        return get_redoc_html(
            openapi_url="/openapi.json",
            title=app.title,
            redoc_js_url="/assets/redoc.standalone.js",
            redoc_favicon_url="/assets/favicon.png",
            with_google_fonts=False,
        )

    return Starlette(
        routes=[
            Mount("/assets", StaticFiles(directory=ASSETS)),
            Route("/docs", swagger),
            Route("/redoc", redoc),
            Mount("/", app),
        ]
    )
