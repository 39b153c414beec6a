"""Classes that FastAPI makes itself, from content, status and background."""

from typing import Any

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response

router = APIRouter()


class Titled(JSONResponse):
    def __init__(self, title: str, content: Any, **kwargs: Any) -> None:
        super().__init__({"title": title, "content": content}, **kwargs)


class Quiet(Response):
    def __init__(self, *, background: BackgroundTask | None = None) -> None:
        super().__init__(status_code=202, background=background)


class Optional(JSONResponse):
    def __init__(
        self,
        content: Any = None,
        status_code: int = 200,
        headers: dict[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        pretty: bool = False,
    ) -> None:
        self.pretty = pretty
        super().__init__(content, status_code, headers, media_type, background)


class Inherited(Optional):
    media_type = "application/vnd.canyon+json"


@router.get("/1", response_class=Titled)  # R922
def one():
    return {"one": 1}


@router.get("/2", response_class=Quiet)  # R922
def two() -> Any:
    return {"two": 2}


@router.get("/3", response_class=Optional)
def three():
    return {"three": 3}


@router.get("/4", response_class=Inherited)
def four():
    return {"four": 4}


@router.get("/5", response_class=Titled)
def five():
    return Titled("five", {"five": 5})


@router.get("/6", response_class=Quiet)
def six() -> Quiet:
    return Quiet()
