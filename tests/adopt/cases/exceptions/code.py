"""Exceptions with headers: the twin of a class says the same."""

from fastapi import HTTPException

BEARER = {"WWW-Authenticate": "Bearer"}


def send_who(name: str) -> None:
    if name == "a":
        raise HTTPException(401, "Who?", headers={"WWW-Authenticate": "Bearer"})  # a
    if name == "b":
        raise HTTPException(status_code=401, detail=f"No {name}", headers=BEARER)
    raise HTTPException(401, name, BEARER)


def send_later(seconds: int) -> None:
    if seconds == 1:
        raise HTTPException(503, headers={"Retry-After": "1"})
    if seconds == 2:
        raise HTTPException(503, headers={"Retry-After": str(seconds)})
    raise HTTPException(503, headers={"Retry-After": f"{seconds}"})


def terminal() -> None:
    raise HTTPException(401, "Terminal", headers={"WWW-Authenticate": "Form"})


def plain() -> None:
    raise HTTPException(404)
