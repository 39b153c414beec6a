from collections.abc import Iterator
from typing import Annotated

from fastapi import Cookie, Depends, HTTPException, Request, Response, status

from mesa.config import Settings, get_settings
from mesa.errors import Unauthorized

Config = Annotated[Settings, Depends(get_settings)]


def session_key(mesa_session: Annotated[str | None, Cookie()] = None) -> str:
    if mesa_session is None:
        raise Unauthorized("no session")
    return mesa_session


def renew(response: Response, config: Config, key: Annotated[str, Depends(session_key)]) -> str:
    if len(key) > config.key_length:
        raise HTTPException(status.HTTP_400_BAD_REQUEST, "no such key")
    response.set_cookie(
        config.cookie_name,
        key,
        path=config.cookie_path,
        secure=True,
        httponly=True,
        max_age=config.max_age,
    )
    return key


def scope(request: Request) -> Iterator[dict[str, str]]:
    headers = {"X-Scope": request.url.path}
    headers["X-Method"] = request.method
    yield headers
