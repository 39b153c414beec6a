"""Set-Cookie written as if it were a mapping's key."""

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.middleware.base import BaseHTTPMiddleware

app = FastAPI()


@app.get("/1")
def one():
    return JSONResponse({"one": 1}, headers={"Set-Cookie": "spark=1; Path=/"})  # R946 warning


@app.get("/2")
def two(response: Response):
    response.headers["Set-Cookie"] = "spark=2; Path=/"  # R946 warning
    return {"two": 2}


@app.get("/3")
def three():  # R946
    response = RedirectResponse("/", status_code=303)
    response.headers["set-cookie"] = "spark=3; Path=/"
    response.headers["set-cookie"] = "flame=3; Path=/"
    return response


@app.get("/4")
def four(response: Response):
    response.set_cookie("spark", "4")
    return JSONResponse({"four": 4}, headers=dict(response.headers))  # R946 error


class Rewrap(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        response = await call_next(request)
        body = b"".join([chunk async for chunk in response.body_iterator])
        return Response(  # R946 error
            content=body,
            status_code=response.status_code,
            headers=dict(response.headers),
            media_type=response.media_type,
        )


@app.get("/5")
def five():
    raise HTTPException(401, headers={"Set-Cookie": "spark=; Max-Age=0"})  # R946 warning


@app.get("/6")
def six(response: Response):
    response.headers.append("Set-Cookie", "spark=6; Path=/")
    response.headers.append("Set-Cookie", "flame=6; Path=/")
    return {"six": 6}


@app.get("/7")
def seven(request: Request):
    return JSONResponse({"seen": dict(request.headers)})


@app.get("/8")
def eight():
    response = Response("x")
    response.raw_headers.append((b"set-cookie", b"spark=8; Path=/"))
    response.set_cookie("spark", "8")
    return response


@app.get("/9")
def nine():
    return {"Set-Cookie": "a=b", "headers": {"Set-Cookie": "a=b"}}


@app.middleware("http")
async def copy(request: Request, call_next):
    response = await call_next(request)
    response.headers["X-Flint"] = "1"
    return response


app.add_middleware(Rewrap)
