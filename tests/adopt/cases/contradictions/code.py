"""The same cookie in several ways: the most win, of as many the first."""

from starlette.responses import Response


def first(response: Response) -> None:
    response.set_cookie("a", "1", secure=True)


def second(response: Response) -> None:
    response.set_cookie("a", "1", secure=True, max_age=60)


def third(response: Response) -> None:
    response.set_cookie("a", "2", secure=True, max_age=60)


def tie(response: Response) -> None:
    response.set_cookie("b", "2", path="/b")


def other(response: Response) -> None:
    response.set_cookie("b", "2", path="/c")


def other_gone(response: Response) -> None:
    response.delete_cookie("b", path="/c")


def by_the_way(response: Response, wanted: bool) -> None:
    name = "c" if wanted else "d"
    response.set_cookie(name, "2")


def silenced(response: Response) -> None:
    response.set_cookie("e", "2")  # respgen: ignore[R914]
