"""Exceptions: twins that say the same to the framework's handler, and to anybody else's."""

from fastapi import HTTPException
from exceptions_catalogue.api import NotFound, TryLater, Unauthorized

BEARER = {"WWW-Authenticate": "Bearer"}
ONCE = HTTPException(401, "once", BEARER)


def send_unauthorized(detail: str) -> None:
    raise Unauthorized.Error(detail=detail)  # signs in


def send_constants() -> None:
    raise Unauthorized.Error(detail="who?")


def send_phrase() -> None:
    raise Unauthorized.Error(detail="Unauthorized")


def send_from(name: str) -> None:
    try:
        {}[name]
    except KeyError as error:
        raise NotFound.Error(detail=name) from error


def send_later(seconds: int) -> None:
    raise TryLater.Error(seconds=int(seconds))


def make() -> HTTPException:
    return Unauthorized.Error(detail="made")


def send_made() -> None:
    raise make()


def send_once() -> None:
    raise ONCE


def send_basic() -> None:
    raise HTTPException(401, "who?", headers={"WWW-Authenticate": "Basic"})


def send_more() -> None:
    raise HTTPException(401, "who?", headers={**BEARER, "X-Reason": "none"})


def send_structure() -> None:
    raise HTTPException(401, {"reason": "none"}, headers=BEARER)


def send_maybe(known: bool) -> None:
    detail = "who?" if known else None
    raise HTTPException(401, detail, headers=BEARER)


class Denied(Exception):
    def detail(self) -> dict[str, str]:
        return {"reason": "none"}


def told() -> dict[str, str]:
    return {"reason": "none"}


def send_denied() -> None:
    try:
        raise Denied
    except Denied as denied:
        raise HTTPException(401, denied.detail(), BEARER) from denied


def send_told() -> None:
    raise HTTPException(401, told(), BEARER)
