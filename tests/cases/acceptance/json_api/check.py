"""JSON:API: the application's default response class, its docstring kept."""

import inspect

from case_json_api.api import JsonApiResponse
from fastapi import FastAPI
from fastapi.testclient import TestClient


def serves_as_the_default_response_class() -> None:
    app = FastAPI(default_response_class=JsonApiResponse)

    @app.get("/articles")
    def articles() -> dict[str, list[str]]:
        return {"data": []}

    answer = TestClient(app).get("/articles")
    assert answer.headers["content-type"] == "application/vnd.api+json"
    assert answer.content == b'{"data":[]}'
    documented = app.openapi()["paths"]["/articles"]["get"]["responses"]["200"]
    assert list(documented["content"]) == ["application/vnd.api+json"]


def keeps_its_docstring() -> None:
    about = inspect.cleandoc(JsonApiResponse.__doc__ or "")
    assert about.startswith(
        "A JSON:API document.\n\nSee https://jsonapi.org/format/#content-negotiation-servers."
    )
