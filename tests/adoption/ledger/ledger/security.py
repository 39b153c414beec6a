"""Who asks, and what they may do."""

from __future__ import annotations

from typing import Annotated, Optional

from fastapi import Depends, HTTPException, Request, status

from . import books
from .models import User
from .settings import settings

BEARER = {"WWW-Authenticate": "Bearer"}

credentials_error = HTTPException(
    status_code=status.HTTP_401_UNAUTHORIZED,
    detail="Could not validate credentials",
    headers={"WWW-Authenticate": "Bearer"},
)


def current_user(request: Request) -> User:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme and scheme != "Bearer":
        raise HTTPException(
            status_code=status.HTTP_401_UNAUTHORIZED,
            detail=f"{scheme} is not supported",
            headers={"WWW-Authenticate": "Bearer"},
        )
    if not (token := token or request.cookies.get(settings.cookie.name, "")):
        raise HTTPException(status_code=401, detail="Not authenticated", headers=BEARER)
    user = books.unsign(token)
    if user is None:
        raise credentials_error
    if user.name == "art" and request.method not in ("GET", "HEAD"):
        raise credentials_error
    return user


Current = Annotated[User, Depends(current_user)]


def owner(user: Current) -> User:
    if user.role != "owner":
        raise HTTPException(
            status.HTTP_403_FORBIDDEN, "Only owners", headers={"X-Required-Role": "owner"}
        )
    return user


def bookkeeper(user: Current) -> User:
    if user.role == "auditor":
        raise HTTPException(
            status.HTTP_403_FORBIDDEN, "Only bookkeepers", headers={"X-Required-Role": "bookkeeper"}
        )
    return user


def optional_user(request: Request) -> "Optional[User]":  # noqa: UP037, UP045  # older than the rest
    try:
        return current_user(request)
    except HTTPException as error:
        if error.status_code != 401:
            raise
        return None
