"""The same, over modules."""

from typing import Any

from fastapi import APIRouter, status
from fastapi.responses import HTMLResponse, JSONResponse

from delta import classes
from delta.classes import Hal as Linked

router = APIRouter()


class Paged(classes.Listing):
    media_type = "application/vnd.page+json"


class Plain(Linked):  # R921, R920?
    pass


class Caught(JSONResponse, Exception):
    """Raised and caught below."""


class Marked(Linked):  # R920?
    """Has a member that others read."""

    marked: bool = True

    def describe(self) -> str:
        return "marked"


def attempt(work: Any) -> Any:
    try:
        return work()
    except Caught as caught:
        return caught.body


@router.get("/1", response_class=Paged)  # R922
def one() -> Any:
    return [1]


@router.get("/2", response_class=classes.Stamped)  # R922
def two() -> Any:
    return {"two": 2}


@router.get("/3", response_class=classes.Wrapped)
def three() -> Any:
    return {"three": 3}


@router.get("/4")
def four() -> Linked:  # R923
    return HTMLResponse("<p>four</p>")


@router.get("/5")
def five() -> Linked:
    return Plain({"five": 5})


@router.post("/6", status_code=status.HTTP_202_ACCEPTED)
def six():  # R924
    return Linked({"six": 6})


@router.post("/7", status_code=status.HTTP_202_ACCEPTED)
def seven():
    return Linked({"seven": 7}, status_code=status.HTTP_202_ACCEPTED)


@router.post("/8", status_code=status.HTTP_202_ACCEPTED)
def eight():
    return Linked({"eight": 8}, status.HTTP_200_OK)
