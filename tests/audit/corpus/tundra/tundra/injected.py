"""What is written on the injected response, and then lost."""

from fastapi import APIRouter, Depends, HTTPException, Response
from fastapi.responses import JSONResponse, RedirectResponse

router = APIRouter()


@router.get("/1")
def one(response: Response):  # R950
    response.headers["X-Snow"] = "1"
    return JSONResponse({"one": 1})


@router.post("/2")
def two(response: Response):  # R950
    response.set_cookie("snow", "2")
    return RedirectResponse("/", status_code=303)


@router.get("/3")
def three(response: Response, deep: bool = False):  # R950
    response.headers["X-Depth"] = "3"
    if deep:
        raise HTTPException(404, "too deep")
    return {"three": 3}


async def limited(response: Response, used: int = 0):  # R950
    response.headers["X-RateLimit-Remaining"] = str(10 - used)
    if used > 10:
        raise HTTPException(status_code=429, detail="slow down")


@router.get("/4", dependencies=[Depends(limited)])
def four():
    return {"four": 4}


@router.get("/5")
def five(response: Response, cold: bool = False):  # R950
    if cold:
        response.delete_cookie("snow")
        return JSONResponse({"cold": True}, status_code=409)
    return {"cold": False}


@router.get("/6")
def six(response: Response):
    response.headers["X-Snow"] = "6"
    return {"six": 6}


@router.get("/7")
def seven(response: Response):
    response.headers["X-Snow"] = "7"
    return JSONResponse({"seven": 7}, headers=response.headers)


@router.get("/8")
def eight(response: Response, deep: bool = False):
    if deep:
        raise HTTPException(404, "too deep")
    response.headers["X-Depth"] = "8"
    return {"eight": 8}


@router.get("/9")
def nine(response: Response, warm: bool = False):
    if warm:
        return JSONResponse({"warm": True})
    response.set_cookie("snow", "9")
    return {"warm": False}


@router.get("/10")
def ten():
    response = JSONResponse({"ten": 10})
    response.headers["X-Snow"] = "10"
    return response


@router.get("/11")
def eleven(response: Response):
    response.set_cookie("snow", "11")
    return response


@router.get("/12")
def twelve(response: Response, kind: str = "a"):
    match kind:
        case "a":
            response.headers["X-Kind"] = "a"
            return {"kind": kind}
        case "b":
            return JSONResponse({"kind": kind}, status_code=202)
        case _:
            raise HTTPException(404, "no such kind")


async def stamped(response: Response, used: int = 0):
    if used > 10:
        raise HTTPException(status_code=429, detail="slow down")
    response.headers["X-Used"] = str(used)


@router.get("/13", dependencies=[Depends(stamped)])
def thirteen():
    return {"thirteen": 13}
