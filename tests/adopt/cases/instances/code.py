"""Settings that each object has, and what callers decide, are left to them."""

from dataclasses import dataclass
from typing import Annotated, Callable, Literal

from fastapi import Depends, Request, Response
from pydantic import BaseModel


class Transport:
    """As libraries have it."""

    def __init__(
        self,
        cookie_name: str = "auth",
        cookie_max_age: int | None = None,
        cookie_path: str = "/",
        cookie_samesite: Literal["lax", "strict", "none"] = "lax",
    ) -> None:
        self.cookie_name = cookie_name
        self.cookie_max_age = cookie_max_age
        self.cookie_path = cookie_path
        self.cookie_samesite = cookie_samesite

    def login(self, response: Response, token: str) -> None:
        response.set_cookie(
            self.cookie_name,
            token,
            max_age=self.cookie_max_age,
            path=self.cookie_path,
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
            secure=True,
            httponly=True,
            samesite=self.cookie_samesite,
        )


transport = Transport()  # one of several


@dataclass
class Config:
    path: str
    domain: str | None = None


@dataclass
class Optional:
    path: str | None = None


class Themes:
    PATH = "/themes"

    def __init__(self, config: Config, optional: Optional) -> None:
        self.config = config
        self.optional = optional
        self.root: str | None = None

    def put(self, response: Response) -> None:
        response.set_cookie("theme", "dark", path=self.config.path, domain=self.config.domain)

    def put_there(self, response: Response) -> None:
        response.set_cookie("theme", "dark", path="/there")

    def gone(self, response: Response) -> None:
        response.delete_cookie("theme", self.config.path, self.config.domain)

    @classmethod
    def of_class(cls, response: Response) -> None:
        response.set_cookie("by-class", "x", path=cls.PATH)

    @classmethod
    def around(cls, response: Response) -> None:
        def inside() -> None:
            response.set_cookie("inside", "x", path=cls.PATH)

        inside()

    def pathless(self, response: Response) -> None:
        response.set_cookie("pathless", "x", path=self.root)


def factory(csrf_name: str, csrf_path: str = "/") -> Callable[[Response], None]:
    def send(response: Response) -> None:
        response.set_cookie(csrf_name, "x", path=csrf_path, secure=True)

    return send


def shown(response: Response, request: Request, secure: bool = True) -> None:
    response.set_cookie("shown", "x", secure=secure)
    response.set_cookie("by-scheme", "x", secure=request.url.scheme == "https")
    response.set_cookie("of-app", "x", path=request.app.state.path)


def domain() -> str:
    return "shop.example"


async def waited() -> str:
    return "/waited"


async def by_function(response: Response) -> None:
    response.set_cookie("called", "x", domain=domain())
    response.set_cookie("awaited", "x", path=await waited())


class Endpoint:
    def __init__(self, request: Request) -> None:
        self.request = request

    def put(self, response: Response) -> None:
        response.set_cookie("of-endpoint", "x", path=self.request.url.path)


class Checks:
    @staticmethod
    def is_secure(request: Request) -> bool:
        return request.url.scheme == "https"


def checked(response: Response, request: Request) -> None:
    response.set_cookie("checked", "x", secure=Checks.is_secure(request) or str(request.url).startswith("https"))


def put(response: Response, path: str) -> None:
    response.set_cookie("helped", "x", path=path)


def put_here(response: Response) -> None:
    put(response, "/here")


def put_there(response: Response) -> None:
    put(response, "/there")


def drop(response: Response, path: str) -> None:
    response.set_cookie("dropped", "x", path=path)


def drop_here(response: Response) -> None:
    drop(response, "/here")


class Dropping:
    """Nobody knows whose method it is."""

    def drop_somewhere(self, response: Response, request: Request) -> None:
        self.dropper.drop(response, path=request.url.path)


class Filter:
    def __init__(self, path: str = "/") -> None:
        self.path = path


class Form(BaseModel):
    path: str


def by_request(
    response: Response, request: Request, form: Form, given: Annotated[Filter, Depends()], secure: bool, age: int
) -> None:
    response.set_cookie("by-url", "x", path=request.url.path)
    response.set_cookie("by-form", "x", path=form.path)
    response.set_cookie("by-query", "x", path=given.path)
    response.set_cookie("by-age", "x", max_age=age)
    response.set_cookie("__Secure-a", "x", secure=secure)
    response.set_cookie("framed", "x", secure=secure, samesite="none")
