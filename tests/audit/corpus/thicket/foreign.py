"""Other people's responses have the same methods."""

from dataclasses import dataclass, field
from datetime import timedelta

import flask
import httpx
import requests
from aiohttp import web
from django.http import HttpResponse
from django.http import JsonResponse as DjangoJson

flask_app = flask.Flask(__name__)


@flask_app.route("/login")
def login():
    response = flask.make_response("in")
    response.set_cookie("flask_session", "1", max_age=timedelta(days=1), path="/app")
    return response


@flask_app.route("/logout")
def logout():
    response = flask.make_response("out")
    response.delete_cookie("flask_session")
    response.headers["Content-Type"] = "text/plain"
    return response, 404


def django_view(request):
    response = HttpResponse("x")
    response.set_cookie("sessionid", "1", path="/admin", samesite="None", secure=True)
    response.delete_cookie("sessionid")
    response.headers["E-Tag"] = "v1"
    response.headers.pop("Server", None)
    return response


def django_json(request):
    return DjangoJson({"a": 1}, status=201, headers={"Accept-Range": "bytes"})


async def aio(request: web.Request) -> web.Response:
    response = web.Response(text="x", headers={"Content-Type": "text/plain"})
    response.set_cookie("aio_session", "1", path="/x")
    response.del_cookie("aio_session")
    response.headers.pop("X-Old", None)
    raise web.HTTPFound("/")


def fetch(url: str) -> dict:
    response = httpx.get(url, headers={"Content-Type": "application/json", "Connection": "close"})
    response.headers["E-Tag"] = "v1"
    response.headers = {}
    with requests.Session() as session:
        session.headers.update({"Content-Type": "application/json"})
        other = session.get(url, headers={"Accept-Range": "bytes"})
    other.headers.pop("Server", None)
    return {"a": response.json(), "b": other.json()}


@dataclass
class Mail:
    """A letter has headers, too."""

    headers: dict[str, object] = field(default_factory=dict)

    def send(self, name: str) -> None:
        self.headers["Content-Type"] = "text/plain"
        self.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        self.headers["X-Size"] = 12
        self.headers.pop("Bcc", None)


def reply(response, name):
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.set_cookie("x_session", "1", path="/y")
    response.delete_cookie("x_session")
    response.headers.pop("x")
    return response
