# sites labelled
"""Sites inside other statements."""

from collections.abc import Callable

from fastapi import APIRouter, Depends, HTTPException, Request, Response, status
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse

router = APIRouter()
NO = HTTPException(status.HTTP_403_FORBIDDEN, headers={"X-Why": "dune"})  # R913


@router.get("/1")
def one(sand: bool = True):
    answer = JSONResponse({"sand": sand}, status_code=status.HTTP_202_ACCEPTED)  # R911
    return answer


@router.get("/2")
def two(sand: bool = True):
    if not sand:
        raise NO
    with open("/srv/sand") as file:
        return PlainTextResponse(file.read(), headers={"X-Sand": "1"})  # R911


@router.get("/3")
def three(response: Response, sand: bool = True):
    if sand:
        response.status_code = status.HTTP_207_MULTI_STATUS  # R912
    for grain in ("a", "b"):
        response.headers.append("X-Grain", grain)  # R912
    return {"sand": sand}


@router.get("/4")
async def four(request: Request):
    try:
        body = await request.json()
    except ValueError:
        return PlainTextResponse("no json", status_code=status.HTTP_400_BAD_REQUEST)  # R911
    return body


@router.get("/5")
async def five(request: Request):
    response = PlainTextResponse("5")
    if "seen" not in request.cookies:
        response.set_cookie("seen", "1", max_age=60)  # R914
    else:
        response.delete_cookie("seen")  # R914
    return response


@router.get("/6")
async def six(count: int = 0):
    match count:
        case 0:
            return JSONResponse({"count": 0}, status_code=404)  # R911
        case 1:
            raise HTTPException(418, "one", {"X-Count": "1"})  # R913
        case _:
            return {"count": count}


def wrap(view: Callable[..., Response]) -> Callable[..., Response]:
    def inner(*args: object, **kwargs: object) -> Response:
        response = view(*args, **kwargs)
        response.headers["X-Wrapped"] = "1"  # R912?
        return response

    return inner


class Dunes:
    def __init__(self, places: list[str] = Depends(list)) -> None:
        self.places = places
        self.headers: dict[str, str] = {"X-Dunes": "1"}
        self.status_code = 200

    def show(self) -> PlainTextResponse:
        self.headers["X-Shown"] = "1"
        self.status_code = 201
        if not self.places:
            return PlainTextResponse("none")
        return PlainTextResponse("\n".join(self.places), headers=self.headers)  # R911


@router.get("/7")
def seven(dunes: Dunes = Depends()):
    return dunes.show()


@router.get("/8")
def eight():
    return FileResponse("/srv/sand", media_type="application/x-sand")  # R911


@router.get("/9")
def nine():
    return FileResponse("/srv/sand")


@router.get("/10")
def ten():
    raise HTTPException(detail="ten", status_code=409)


@router.get("/11")
def eleven(request: Request):
    headers = request.headers.mutablecopy()
    headers["X-Eleven"] = "11"
    return {"headers": dict(headers)}
