"""Cookies of which each object has its own name and attributes: the preset's functions are given them."""

from typing import Callable, Literal

from fastapi import Response


class Transport:
    def __init__(
        self,
        cookie_name: str = "auth",
        cookie_max_age: int | None = None,
        cookie_path: str = "/",
        cookie_domain: str | None = None,
        cookie_samesite: Literal["lax", "strict", "none"] = "lax",
    ) -> None:
        self.cookie_name = cookie_name
        self.cookie_max_age = cookie_max_age
        self.cookie_path = cookie_path
        self.cookie_domain = cookie_domain
        self.cookie_samesite = cookie_samesite

    def login(self, response: Response, token: str) -> None:
        response.set_cookie(
            self.cookie_name,
            token,
            max_age=self.cookie_max_age,
            path=self.cookie_path,
            domain=self.cookie_domain,
            secure=True,
            httponly=True,
            samesite=self.cookie_samesite,
        )

    def logout(self, response: Response) -> None:
        response.set_cookie(
            self.cookie_name,
            "",
            max_age=0,
            path=self.cookie_path,
            domain=self.cookie_domain,
            secure=True,
            httponly=True,
            samesite=self.cookie_samesite,
        )

    def logout_lightly(self, response: Response) -> None:
        """Browsers ignore it where the name has a prefix."""
        response.delete_cookie(self.cookie_name, self.cookie_path, self.cookie_domain)

    def plain(self, response: Response, token: str) -> None:
        response.set_cookie(self.cookie_name, token, secure=True)


APP = Transport("app-auth", 60, "/app", "shop.example", "none")


def send_login(response: Response, token: str) -> None:
    Transport().login(response, token)


def send_login_of_app(response: Response, token: str) -> None:
    APP.login(response, token)


def send_logout(response: Response) -> None:
    Transport().logout(response)


def send_logout_of_app(response: Response) -> None:
    APP.logout(response)


def send_plain(response: Response, token: str) -> None:
    APP.plain(response, token)


class Themes:
    PATH = "/themes"

    @classmethod
    def of_class(cls, response: Response, secure: bool) -> None:
        response.set_cookie("theme", "x", path=cls.PATH, secure=secure)


class Dark(Themes):
    PATH = "/dark"


def send_theme(response: Response, secure: bool) -> None:
    Themes.of_class(response, secure)


def send_dark(response: Response, secure: bool) -> None:
    Dark.of_class(response, secure)


def factory(theme_path: str) -> Callable[[Response], None]:
    def send(response: Response) -> None:
        response.set_cookie("theme", "x", path=theme_path)

    return send


def send_by_factory(response: Response) -> None:
    factory("/")(response)
    factory("/b")(response)


def send_by_way(response: Response, wanted: bool) -> None:
    response.set_cookie("theme", "x", path="/a" if wanted else "/b", secure=not wanted)


def put(response: Response, path: str, secure: bool = True) -> None:
    response.set_cookie("theme", "x", path=path, secure=secure)


def send_by_helper(response: Response) -> None:
    put(response, "/a")


def send_by_helper_elsewhere(response: Response, wanted: bool) -> None:
    put(response, APP.cookie_path if wanted else "/", secure=False)


def put_anywhere(response: Response, path: str) -> None:
    response.set_cookie("theme", "x", path=path)


def send_anywhere(response: Response, path: str) -> None:
    put_anywhere(response, path)


def put_wrongly(response: Response, path: str) -> None:
    response.set_cookie("theme", "x", path=path)


def send_wrongly(response: Response) -> None:
    put_wrongly(response, "/")


def send_wrongly_elsewhere(response: Response) -> None:
    put_wrongly(response, "a")


def injected(response: Response, path: str = "/") -> None:
    response.set_cookie("theme", "x", path=path)


INJECTED = [injected]


def send_injected(response: Response) -> None:
    injected(response)


DONE: list[str] = []


def did(what: str) -> str:
    DONE.append(what)
    return "-".join(DONE)


def send_in_order(response: Response) -> None:
    """Whatever is called is called in its order."""
    DONE.clear()
    response.set_cookie(key="ordered", secure=did("a") == "a", value=did("b"), httponly=did("c") == "a-b-c")


def send_constant(response: Response) -> None:
    response.set_cookie("fixed", "x", path="/fixed", secure=True, httponly=True)


def send_wrong_path(response: Response) -> None:
    response.set_cookie("theme", "x", path="a")


class Roots:
    def __init__(self, path: str = "/") -> None:
        self.path = path

    def put(self, response: Response) -> None:
        response.set_cookie("root", "x", path=self.path, secure=True, httponly=True)


def send_roots(response: Response) -> None:
    Roots("/a").put(response)
