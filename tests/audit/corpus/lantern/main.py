"""One file: cookies through helpers, three calls deep."""

from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse, RedirectResponse

app = FastAPI()

ACCESS = "access_token"
REFRESH = "refresh_token"


def _write(response: Response, key: str, value: str, path: str) -> None:
    response.set_cookie(key, value, path=path, secure=True, httponly=True, samesite="strict")


def _remember(response: Response, name: str, value: str, path: str = "/") -> None:
    _write(response, name, value, path)


def set_tokens(response: Response, access: str, refresh: str) -> None:
    _remember(response, ACCESS, access)
    _remember(response, REFRESH, refresh, path="/auth/refresh")


def clear_tokens(response: Response) -> None:
    response.delete_cookie(ACCESS)
    response.delete_cookie(REFRESH)  # R930


def clear_tokens_well(response: Response) -> None:
    for key, path in ((ACCESS, "/"), (REFRESH, "/auth/refresh")):
        response.delete_cookie(key, path=path)


@app.post("/login")
def login(response: Response):
    set_tokens(response, "a", "b")
    return {"ok": True}


@app.post("/logout")
def logout():
    response = JSONResponse({"ok": True})
    clear_tokens(response)
    return response


@app.post("/quit")
def leave():
    response = RedirectResponse("/", status_code=303)
    clear_tokens_well(response)
    return response
