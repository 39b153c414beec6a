"""A class that knows how its cookie is written."""

from starlette.responses import Response

from sorrel.config import ROOT_PATH, Cookies, cookies


class Transport:
    """The name comes from outside, the scope from the settings."""

    def __init__(self, name: str, settings: Cookies = cookies) -> None:
        self.name = name
        self.settings = settings

    def write(self, response: Response, value: str) -> Response:
        response.set_cookie(
            self.name,
            value,
            path=self.settings.path,
            domain=self.settings.domain,
            httponly=True,
        )
        return response

    def clear(self, response: Response) -> Response:
        response.delete_cookie(self.name, path=self.settings.path, domain=self.settings.domain)
        return response


class Memory:
    """Writes one cookie, and forgets the domain when it goes."""

    KEY = "sorrel_memory"

    def __init__(self, settings: Cookies) -> None:
        self.settings = settings

    def write(self, response: Response) -> None:
        response.set_cookie(self.KEY, "1", domain=self.settings.domain)

    def clear(self, response: Response) -> None:
        response.delete_cookie(self.KEY)  # R931


def below_root(response: Response) -> None:
    response.set_cookie("root_hint", "1", path=ROOT_PATH)


def not_below_root(response: Response) -> None:
    response.delete_cookie("root_hint")  # R931


def leave_root(response: Response) -> None:
    response.delete_cookie("root_hint", path=ROOT_PATH)
