"""Exceptions: twins that say the same to the framework's handler, and to anybody else's."""

from fastapi import HTTPException, status

BEARER = {"WWW-Authenticate": "Bearer"}
ONCE = HTTPException(401, "once", BEARER)


def send_unauthorized(detail: str) -> None:
    raise HTTPException(401, detail, headers={"WWW-Authenticate": "Bearer"})  # signs in


def send_constants() -> None:
    raise HTTPException(
        status_code=status.HTTP_401_UNAUTHORIZED, detail="who?", headers=BEARER
    )


def send_phrase() -> None:
    raise HTTPException(401, headers=dict(BEARER))


def send_from(name: str) -> None:
    try:
        {}[name]
    except KeyError as error:
        raise HTTPException(404, f"No {name} here", {"cache-control": "no-store"}) from error


def send_later(seconds: int) -> None:
    raise HTTPException(503, "Try again later", headers={"Retry-After": str(int(seconds))})


def make() -> HTTPException:
    return HTTPException(401, "made", BEARER)


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
