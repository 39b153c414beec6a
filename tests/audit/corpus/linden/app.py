"""A pair of tokens, and a way out that takes one of them."""

from fastapi import FastAPI, Request, Response
from starlette.responses import RedirectResponse

app = FastAPI()


@app.get("/oauth/callback")
def callback(request: Request):
    response = RedirectResponse("/", status_code=302)
    response.set_cookie("linden_session", "s", secure=True, httponly=True, path="/")
    response.set_cookie("linden_id_token", "i", secure=True, httponly=True, path="/")
    response.set_cookie("sidebar", "open", path="/")
    return response


@app.get("/oauth/logout")
def logout(request: Request) -> Response:  # R934
    response = RedirectResponse("/", status_code=302)
    response.delete_cookie("linden_id_token", path="/")
    return response
