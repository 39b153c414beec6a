"""What a schema has already is not written again."""

from starlette.responses import Response


def known(response: Response) -> None:
    response.set_cookie("sid", "a", secure=True, httponly=True)


def other(response: Response) -> None:
    response.set_cookie("lang", "a", secure=True, httponly=True)


def otherwise(response: Response) -> None:
    response.set_cookie("sid", "a", max_age=5)
