"""Classes with arguments filled in, and mappings put together."""

from functools import partial

from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

Problem = partial(JSONResponse, media_type="application/problem+json")
Cached = partial(HTMLResponse, headers={"Cache-Control": "public; max-age=60"})  # R401 =cached
Fresh = partial(HTMLResponse, headers={"Cache-Control": "no-store"})
BASE = {"X-Base": "1"}
TAGGED = dict(BASE, ETag="basalt")  # R223 =tagged
MERGED = {**BASE, "Vary": "Accept"}
UNION = BASE | {"Retry-After": "later"}  # R224 =union
RENAMED = MERGED


def one():
    return Problem({"title": "no"}, status_code=404)


def two():
    return Cached("<p>2</p>")  # R401 =cached


def three():
    return Fresh("<p>3</p>")


def four():
    return PlainTextResponse("4", headers=TAGGED)  # R223 =tagged


def five():
    return PlainTextResponse("5", headers=MERGED)


def six():
    return PlainTextResponse("6", status_code=503, headers=UNION)  # R224 =union


def seven():
    return PlainTextResponse("7", headers=RENAMED.copy())


def eight():
    headers = dict(BASE)
    headers["X-Count"] = 8  # R944 =eight
    return PlainTextResponse("8", headers=headers)  # R944 =eight


def nine(deep: bool) -> Response:
    headers = {"X-Nine": "9"}
    if deep:
        headers["X-Deep"] = "yes"
    return PlainTextResponse("9", headers=headers)


def ten() -> Response:
    options = {"status_code": 202, "headers": {"X-Ten": "10"}}
    return PlainTextResponse("10", **options)


def eleven(*args, **kwargs) -> Response:
    return PlainTextResponse(*args, **kwargs)
