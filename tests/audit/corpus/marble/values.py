"""Header values are text."""

from fastapi import FastAPI, HTTPException, Response
from starlette.responses import JSONResponse, PlainTextResponse

app = FastAPI()
LIMIT = 60
LIMITS = {"X-RateLimit-Limit": LIMIT}  # R944 =limits


@app.get("/1")
def one():
    return JSONResponse({"one": 1}, headers={"X-Total-Count": 1})  # R944


@app.get("/2")
def two(response: Response):
    response.headers["X-Cached"] = True  # R944
    return {}


@app.get("/3")
def three():
    items = [1, 2, 3]
    return JSONResponse(items, headers={"X-Total-Count": len(items)})  # R944


@app.get("/4")
def four():
    raise HTTPException(429, headers={"Retry-After": LIMIT})  # R944


@app.get("/5")
def five():
    answer = PlainTextResponse("5")
    answer.headers["X-Next"] = None  # R944
    return answer


@app.get("/6")
def six():
    return PlainTextResponse("6", headers=LIMITS)  # R944 =limits


@app.get("/7")
def seven(page: int = 1):
    return PlainTextResponse("7", headers={"X-Page": page})  # R944


@app.get("/8")
def eight():
    items = [1, 2]
    return JSONResponse(items, headers={"X-Total-Count": str(len(items)), "X-Page": "1"})


@app.get("/9")
def nine(response: Response, page: int = 1):
    response.headers["X-Page"] = f"{page}"
    response.headers["X-Cached"] = "true" if page > 1 else "false"
    response.headers["X-Size"] = "%d" % page
    return {"X-Total-Count": page, "headers": {"X-Page": page}}


@app.get("/10")
def ten(name: str):
    raise HTTPException(429, headers={"Retry-After": str(LIMIT), "X-Name": "n"})


@app.get("/11")
def eleven():
    sizes = {"width": 10, "height": None}
    return JSONResponse({"headers": sizes}, headers={k: str(v) for k, v in sizes.items()})
