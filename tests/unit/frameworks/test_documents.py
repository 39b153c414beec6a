"""What classes say of themselves, as documents want it."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from generated import account, common, feeds, shop


def document(app: FastAPI, status: int) -> dict[str, Any]:
    """What the document says of the one status of the one route."""
    (operations,) = app.openapi()["paths"].values()
    (operation,) = operations.values()
    found: dict[str, Any] = operation["responses"][str(status)]
    return found


def test_headers_of_a_class() -> None:
    """Each declared header, with what is known of it."""
    headers = common.Created.openapi[201]["headers"]
    assert headers["Location"]["required"] is True
    assert headers["X-API-Version"]["example"] == "3"
    # the one place where Swagger UI looks for it
    assert headers["X-API-Version"]["schema"]["example"] == "3"
    assert "required" not in headers["X-Request-ID"]


def test_values_of_constants() -> None:
    """A client may count on what is locked; another value may stand in the place of a default."""
    headers = account.SignedIn.openapi[200]["headers"]
    locked, default, appended = (
        headers[name]["schema"] for name in ("Cache-Control", "X-API-Version", "Vary")
    )
    assert locked == {"type": "string", "const": "no-store", "example": "no-store"}
    assert default == {"type": "string", "default": "3", "example": "3"}
    assert appended == {"type": "string", "example": "Accept, Cookie"}


def test_several_statuses() -> None:
    """A problem has a description under each of its statuses."""
    assert [*shop.Failure.openapi] == [400, 403, 409, 415]


def test_route() -> None:
    """A decorator takes all of it."""
    app = FastAPI()

    @app.post("/", **common.Created.route)
    def create() -> common.Created:
        return common.Created({}, location="/1")

    assert "Location" in document(app, 201)["headers"]


def test_what_is_read_may_be_changed() -> None:
    """Nobody else sees the change."""
    common.Created.openapi[201]["headers"].clear()
    assert common.Created.openapi[201]["headers"]


def test_a_class_by_hand() -> None:
    """It declares what the nearest generated class does."""

    class Mine(shop.BasketJSON):
        pass

    assert Mine.openapi == shop.BasketJSON.openapi
    assert Mine.route["response_class"] is Mine


def test_no_document_of_other_targets() -> None:
    """Starlette documents no route."""
    assert not hasattr(feeds.Sitemap, "openapi")


def test_no_generated_class() -> None:
    """Whoever borrows the descriptor is told."""

    class Stranger:
        openapi = vars(common.ApiJSON)["openapi"]

    with pytest.raises(LookupError, match="Stranger is no generated class"):
        _ = Stranger.openapi


def test_media_type_of_a_model_and_of_no_json() -> None:
    """What FastAPI would say itself is said once."""
    route = shop.BasketJSON.route
    assert "model" in route["responses"][200]
    assert "content" not in route["responses"][200]
