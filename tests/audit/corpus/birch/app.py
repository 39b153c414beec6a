"""Two logins: what one sets, the other's logout forgets."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

SESSION = "birch_session"
REMEMBER = "birch_remember_token"


def start(response: Response) -> Response:
    response.set_cookie(SESSION, "1", secure=True, httponly=True)
    response.set_cookie(REMEMBER, "2", max_age=86400, secure=True, httponly=True)
    return response


async def login(request: Request) -> Response:
    return start(RedirectResponse("/", status_code=303))


async def logout(request: Request) -> Response:  # R934
    response = RedirectResponse("/login", status_code=303)
    response.delete_cookie(SESSION)
    return response


app = Starlette(routes=[Route("/login", login, methods=["POST"]), Route("/logout", logout)])
