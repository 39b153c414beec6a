"""What the arguments of set_cookie say, and what was meant."""

from datetime import datetime, timedelta, timezone

from fastapi import FastAPI, Response
from starlette.responses import PlainTextResponse

app = FastAPI()
WEEK = timedelta(days=7)
WEEK_SECONDS = int(timedelta(days=7).total_seconds())


@app.get("/a")
def first(response: Response):
    response.set_cookie("hedge", "1", max_age=timedelta(days=1))  # R936
    return {}


@app.get("/b")
def second(response: Response):
    response.set_cookie("bramble", "1", max_age=WEEK)  # R936
    return {}


@app.get("/c")
def third():
    answer = PlainTextResponse("c")
    lifetime = timedelta(hours=2)
    answer.set_cookie("fern", "1", max_age=lifetime)  # R936
    return answer


@app.get("/d")
def fourth():
    answer = PlainTextResponse("d")
    answer.set_cookie("moss", "1", max_age=int(WEEK.total_seconds()))
    answer.set_cookie("ivy", "1", max_age=WEEK_SECONDS)
    answer.set_cookie("oak", "1", max_age=int(timedelta(minutes=5) / timedelta(seconds=1)))
    return answer


@app.get("/e")
def fifth(response: Response):
    response.set_cookie("elm", "1", expires=datetime.now(timezone.utc) + timedelta(days=1))
    response.set_cookie("ash", "1", max_age=WEEK.days * 86400)
    response.set_cookie("yew", "1", max_age=3600)
    return {}


@app.get("/f")
def sixth(response: Response):
    # no SameSite attribute at all: old browsers of the kiosks reject it
    response.set_cookie("kiosk", "1", path="/kiosk")  # R935
    return {}


@app.get("/g")
def seventh(response: Response):
    # SameSite must not be sent here, the partner's proxy strips such cookies
    response.set_cookie(  # R935
        "partner",
        "1",
        secure=True,
    )
    return {}


@app.get("/h")
def eighth():
    answer = PlainTextResponse("h")
    # without samesite, so that the old web view keeps it
    answer.set_cookie("webview", "1")  # R935
    return answer


@app.get("/i")
def ninth(response: Response):
    # no SameSite attribute at all
    response.set_cookie("plain", "1", samesite=None)
    # the browser's default for SameSite is good enough
    response.set_cookie("usual", "1")
    # SameSite=Lax, as Starlette sends it
    response.set_cookie("laxly", "1")
    # stays for a week
    response.set_cookie("weekly", "1", max_age=604800)
    return {}
