"""Names that look imported and are not."""

from cedar import base as starlette_responses
from cedar.other import JSONResponse, Response


def one():
    return JSONResponse({"one": 1}, headers={"E-Tag": '"v1"', "X-Size": 5})


def two(response: Response):
    response.headers["Content-Type"] = "text/plain"
    response.headers.pop("X")
    return response


def three():
    hidden = starlette_responses.Hidden("3", headers={"Cache-Control": "no-store"})
    return hidden


def four(Response):
    return Response("4", headers={"E-Tag": '"v1"'})
