"""More of what max_age takes, and of what comments want."""

from datetime import timedelta

from pydantic_settings import BaseSettings
from starlette.responses import JSONResponse, Response


class Lifetimes(BaseSettings):
    session: timedelta = timedelta(hours=8)
    seconds: int = 3600


lifetimes = Lifetimes()


def first(response: Response) -> None:
    response.set_cookie("acorn", "1", max_age=lifetimes.session)  # R936


def second(response: Response, lifetime: timedelta) -> None:
    response.set_cookie("chestnut", "1", max_age=lifetime)  # R936


def third() -> Response:
    response = JSONResponse({"third": 3})
    response.set_cookie(  # R936
        key="walnut", value="1", max_age=timedelta(days=1) * 2, path="/"
    )
    return response


def fourth(response: Response, lifetime: timedelta) -> None:
    response.set_cookie("almond", "1", max_age=int(lifetime.total_seconds()))
    response.set_cookie("pecan", "1", max_age=lifetimes.seconds)
    response.set_cookie("cashew", "1", max_age=round(lifetimes.session.total_seconds()))


def fifth(response: Response, lifetime: int) -> None:
    response.set_cookie("peanut", "1", max_age=lifetime)
    response.set_cookie("hazelnut", "1", max_age=lifetimes.session.seconds)


def sixth(response: Response) -> None:
    # Without a SameSite attribute: the scanners' browser knows none
    response.set_cookie("scanner", "1", httponly=True)  # R935


def seventh(response: Response) -> None:
    # We do not set samesite at all here, so that the form post from the bank keeps it.
    response.set_cookie("bank_return", "1", secure=True)  # R935


def eighth() -> Response:
    response = JSONResponse({"eighth": 8})
    # omit SameSite entirely
    response.set_cookie("raw_hint", "1", path="/")  # R935
    return response


def ninth(response: Response) -> None:
    # omit SameSite entirely
    response.set_cookie("raw_other", "1", path="/", samesite=None)
    # strict, as nobody comes here from elsewhere
    response.set_cookie("raw_strict", "1", path="/", samesite="strict")
    # none of these has a lifetime
    response.set_cookie("raw_short", "1", path="/")


def tenth(response: Response) -> None:
    # lax is what we want
    response.set_cookie("raw_lax", "1")
