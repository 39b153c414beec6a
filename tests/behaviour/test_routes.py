"""Routes are documented by what their endpoints return, and send it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, get_args

import pytest
from fastapi import FastAPI

from tests.behaviour.applications import package, running
from tests.behaviour.serving import Implementation

SCHEMA = """
responses:
  Created:
    status_code: {value: 201, locked: true}
    media_type: application/json
    headers: {Location: {type: url, required: true}}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("routes")
    return package(folder, "fastapi", shop=SCHEMA)["shop"]


def routing(module: ModuleType) -> Any:
    """The module of the same package that has the class of routes."""
    return import_module(f"{module.__package__}.openapi")


@contextmanager
def in_scope(**names: object) -> Iterator[None]:
    """Names that the annotations of this module use."""
    globals().update(names)
    yield
    for name in names:
        del globals()[name]


@pytest.mark.parametrize("implementation", get_args(Implementation))
def test_the_annotation_says_it_all(
    shop: ModuleType, implementation: Implementation
) -> None:
    """Class and status come from `-> Created` alone."""
    app = FastAPI()
    app.router.route_class = routing(shop).CatalogueRoute
    with in_scope(Created=shop.Created):

        @app.post("/items")
        def create() -> Created:  # type: ignore[name-defined]  # noqa: F821  # see in_scope
            return shop.Created({"id": 7}, location="/items/7")

    assert [*app.openapi()["paths"]["/items"]["post"]["responses"]] == ["201"]
    with running(app, implementation) as server:
        reply = server.ask("POST", "/items")
    assert (reply.status, reply.headers["location"]) == (201, "/items/7")
    assert reply.json == {"id": 7}
