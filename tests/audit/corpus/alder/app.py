"""Logins whose logouts forget nothing."""

from fastapi import FastAPI, Request, Response
from starlette.responses import RedirectResponse

app = FastAPI()
TOKENS = {"alder_access_token": "/", "alder_refresh_token": "/refresh"}


@app.post("/login")
def login(response: Response):
    for name, path in TOKENS.items():
        response.set_cookie(name, "t", path=path, secure=True, httponly=True)
    response.set_cookie("alder_theme", "dark")
    return {"ok": True}


@app.post("/logout")
def logout(request: Request):
    response = RedirectResponse("/", status_code=303)
    response.delete_cookie("alder_access_token")
    response.set_cookie("alder_refresh_token", "", max_age=0, path="/refresh")
    return response


@app.post("/refresh")
def refresh(response: Response):
    response.set_cookie("alder_access_token", "t2", secure=True, httponly=True)
    return {"ok": True}


@app.post("/theme/reset")
def reset(response: Response):
    response.delete_cookie("alder_theme")
    return {"ok": True}
