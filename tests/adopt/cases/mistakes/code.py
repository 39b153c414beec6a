"""Mistakes about cookies: each is left, and the option that mends it is named."""

from dataclasses import dataclass

from starlette.responses import Response


@dataclass
class Settings:
    path: str = "/app"


settings = Settings()


def login(response: Response, token: str) -> None:
    response.set_cookie("sid", token, path="/app", secure=True, httponly=True)


def logout(response: Response) -> None:
    response.delete_cookie("sid")


def logout_elsewhere(response: Response) -> None:
    response.delete_cookie("sid", path="/app", domain="shop.example")


def embed(response: Response) -> None:
    response.set_cookie("embedded", "x", secure=True, httponly=True, samesite="none")


def embed_dropped(response: Response) -> None:
    response.set_cookie("embedded", "x", httponly=True, samesite="none")


def embed_gone(response: Response) -> None:
    response.delete_cookie("embedded")


def host(response: Response) -> None:
    response.set_cookie("__Host-a", "x", path="/a", domain="shop.example", httponly=True)


def host_gone(response: Response) -> None:
    response.delete_cookie("__Host-a")


def by_settings(response: Response) -> None:
    response.set_cookie("lang", "x", path=settings.path, secure=True, httponly=True)


def by_settings_gone(response: Response) -> None:
    response.delete_cookie("lang")


def twice(response: Response) -> None:
    response.set_cookie("two", "x", path="/a", secure=True, httponly=True)


def twice_elsewhere(response: Response, path: str = "/b") -> None:
    response.set_cookie("two", "x", path="/b", secure=True, httponly=True)


def twice_gone(response: Response) -> None:
    """The other set is deleted here, and rightly."""
    response.delete_cookie("two", path="/b")


def unlike(response: Response) -> None:
    """What differs is no mistake."""
    response.set_cookie("sid", "x", path="/app", secure=True, httponly=True, max_age=60)
