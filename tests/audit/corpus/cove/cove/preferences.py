from fastapi import APIRouter, Request, Response

from cove.settings import CookieSettings, Settings, settings

router = APIRouter()


@router.put("/preferences")
def put(response: Response):
    response.set_cookie(
        settings.cookie.name, "x", path=settings.cookie.path, domain=settings.cookie.domain
    )
    return {}


@router.delete("/preferences")
def delete(response: Response):
    response.delete_cookie(
        settings.cookie.name, path=settings.cookie.path, domain=settings.cookie.domain
    )
    return {}


@router.delete("/preferences/all")
def delete_all(response: Response):
    cookie = settings.cookie
    response.delete_cookie(cookie.name, path=cookie.path, domain=cookie.domain)
    return {}


@router.delete("/preferences/here")
def delete_here(response: Response):
    response.delete_cookie(settings.cookie.name, domain=settings.cookie.domain)  # R931
    return {}


def write(response: Response, config: CookieSettings) -> None:
    response.set_cookie("cove_view", "grid", path=config.path)


def erase(response: Response, config: Settings) -> None:
    response.delete_cookie("cove_view", path=config.cookie.path)


@router.get("/unknown")
def unknown(request: Request, response: Response):
    response.set_cookie("cove_tab", "1", path=request.app.state.prefix)
    return {}


@router.delete("/unknown")
def unknown_gone(request: Request, response: Response):
    response.delete_cookie("cove_tab", path=request.app.state.prefix)
    return {}
