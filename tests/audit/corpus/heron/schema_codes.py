"""Constants are judged as in schemas: cookies."""

from fastapi import FastAPI, Response
from starlette.responses import JSONResponse

app = FastAPI()


@app.get("/1")
def one(response: Response):
    response.set_cookie("nest", "1", samesite="none")  # R312
    return {}


@app.get("/2")
def two():
    answer = JSONResponse({"two": 2})
    answer.set_cookie("reed", "1", path="pond")  # R304
    return answer


@app.get("/3")
def three():
    answer = JSONResponse({"three": 3})
    answer.set_cookie("lake", "1", domain="heron.example:8000")  # R305
    return answer


@app.get("/4")
def four(response: Response):
    response.set_cookie("shore", "1", domain=".heron.example")  # R306
    return {}


@app.get("/5")
def five(response: Response):
    response.set_cookie("bank", "1", max_age=10 * 365 * 24 * 3600)  # R311
    return {}


@app.get("/6")
def six(response: Response):
    response.set_cookie("__Host-feather", "1", secure=True, path="/wing")  # R315
    return {}


@app.get("/7")
def seven(response: Response):
    response.set_cookie("__Secure-beak", "1")  # R314
    return {}


@app.get("/8")
def eight(response: Response):
    response.set_cookie("fish", "1", samesite="none", secure=True)
    response.set_cookie("frog", "1", path="/pond", domain="heron.example")
    response.set_cookie("newt", "1", max_age=365 * 24 * 3600)
    response.set_cookie("__Host-egg", "1", secure=True)
    response.set_cookie("heron_token", "1", secure=True, httponly=True)
    return {}


@app.get("/9")
def nine(response: Response):
    response.set_cookie("heron_session", "1", secure=True, httponly=False)  # R322
    return {}
