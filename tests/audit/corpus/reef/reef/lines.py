# sites labelled
"""Sites where few look: lambdas, comprehensions, defaults, closures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, TypeVar, Union

from fastapi import FastAPI, HTTPException
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.requests import Request

if TYPE_CHECKING:
    from starlette.responses import Response, StreamingResponse

app = FastAPI()
AnyResponse = TypeVar("AnyResponse", bound="Response")

app.add_exception_handler(404, lambda request, exc: PlainTextResponse("no", status_code=404))  # R911


def mark(response: AnyResponse) -> AnyResponse:
    response.headers["X-Mark"] = "1"  # R912
    return response


def mark_optional(response: Optional[Response] = None) -> None:
    if response is not None:
        response.headers["X-Mark"] = "2"  # R912


def mark_union(response: Union[Response, None]) -> None:
    if response:
        response.status_code = 203  # R912


def mark_pipe(response: StreamingResponse | None) -> None:
    if response is None:
        return
    response.headers.setdefault("X-Mark", "4")  # R912


def mark_quoted(response: "Response") -> None:
    response.set_cookie("mark", "5")  # R914


def mark_unknown(response) -> None:
    response.headers["X-Mark"] = "6"


def mark_request(response: Request) -> None:
    response.state.status_code = 201


def make() -> PlainTextResponse:  # R915?
    response = PlainTextResponse("made")
    response.headers["X-Made"] = "1"  # R912
    return response


def several() -> list[JSONResponse]:
    return [JSONResponse({"n": n}, status_code=201) for n in range(3)]  # R911


def choose(kind: str) -> Response:
    return PlainTextResponse("a", 202) if kind == "a" else JSONResponse({"kind": kind})  # R911


@app.get("/made")
def made():
    response = make()
    response.headers.update({"X-Twice": "1"})  # R912
    return response


@app.get("/walrus")
def walrus():
    if (response := PlainTextResponse("w")).body:
        response.set_cookie("walrus", "1")  # R914
    return response


@app.get("/closure")
def closure():
    response = PlainTextResponse("c")

    def later() -> None:
        response.headers["X-Later"] = "1"  # R912?

    later()
    return response


@app.get("/shadow")
def shadow():
    response = PlainTextResponse("s")
    for response in ({"headers": {}}, {"headers": {}}):
        response["headers"]["X-Shadow"] = "1"
    return response


@app.get("/rebound")
def rebound(name: str):
    response = {"name": name}
    response["status_code"] = 201
    if not name:
        raise HTTPException(404, f"no {name}")
    return response
