"""Other frameworks and clients: names are no proof."""

import json
from typing import Any

import boto3
import sanic
import tornado.web
from litestar import Response as LiteResponse
from litestar.exceptions import HTTPException as LiteError
from pydantic import BaseModel
from rest_framework.response import Response as RestResponse
from werkzeug.exceptions import HTTPException as WerkzeugError
from werkzeug.wrappers import Response as WerkzeugResponse

app = sanic.Sanic("kelp")


class Response(BaseModel):
    headers: dict[str, Any] = {}
    status_code: int = 200

    def set_cookie(self, name: str, value: str, max_age: object = None) -> None:
        self.headers[name] = value


class Handler(tornado.web.RequestHandler):
    def get(self) -> None:
        self.set_cookie("tornado_session", "1", path="/x")
        self.clear_cookie("tornado_session")
        self.set_header("Content-Type", "text/plain")


@app.get("/")
async def home(request):
    response = sanic.response.json({"a": 1}, headers={"Accept-Range": "bytes"})
    response.headers["X-Size"] = 1
    return response, 404


def litestar_handler(name: str) -> LiteResponse:
    if not name:
        return LiteError(status_code=404)
    response = LiteResponse({"a": 1}, headers={"E-Tag": "1"})
    response.set_cookie("lite_session", "1", path="/x")
    response.delete_cookie("lite_session")
    return response


def rest_view(request) -> RestResponse:
    response = RestResponse({"a": 1}, status=201, headers={"X-Size": 1})
    response["Content-Disposition"] = f'attachment; filename="{request.GET["name"]}"'
    response.headers.pop("Vary", None)
    return response


def werkzeug_view(request) -> WerkzeugResponse:
    response = WerkzeugResponse("x", headers={"Content-Type": "text/plain"})
    response.headers = {}
    if not request.args:
        raise WerkzeugError()
    return response


def bucket(name: str) -> dict[str, Any]:
    client = boto3.client("s3")
    response = client.get_object(Bucket=name, Key="k")
    response["ResponseMetadata"]["HTTPHeaders"].pop("server", None)
    response["headers"] = {"Content-Type": "text/plain"}
    return response


def model() -> Response:
    response = Response()
    response.headers["Set-Cookie"] = "a=b"
    response.headers["Set-Cookie"] = "c=d"
    response.set_cookie("a", json.dumps({}), max_age=None)
    response.headers.pop("Set-Cookie")
    response.headers = {}
    return response


class JSONResponse(dict):
    """A mapping with an unlucky name."""


def mapping() -> JSONResponse:
    return JSONResponse(headers={"X-Size": 1}, body=json.dumps({}))
