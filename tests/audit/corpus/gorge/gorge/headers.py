"""Injected responses and the paths through a function."""

from fastapi import APIRouter, BackgroundTasks, Depends, HTTPException, Response
from fastapi.responses import JSONResponse, StreamingResponse

router = APIRouter()


def set_total(response: Response, total: int) -> None:
    response.headers["X-Total"] = str(total)


@router.get("/1")
def one(response: Response, limit: int = 10):
    if limit > 100:
        raise HTTPException(400, "too many")
    set_total(response, limit)
    return {"limit": limit}


@router.get("/2")
def two(response: Response, fmt: str = "json"):  # R950
    response.headers["X-Format"] = fmt
    if fmt == "stream":
        return StreamingResponse(iter(["2"]), media_type="text/plain")
    return {"format": fmt}


@router.get("/3")
def three(response: Response, fmt: str = "json"):
    if fmt == "stream":
        return StreamingResponse(iter(["3"]), media_type="text/plain")
    response.headers["X-Format"] = fmt
    return {"format": fmt}


@router.get("/4")
def four(response: Response, tasks: BackgroundTasks, key: str = ""):  # R950
    try:
        number = int(key)
    except ValueError:
        response.headers["X-Bad"] = "key"
        raise HTTPException(400, "no number")
    tasks.add_task(print, number)
    return {"number": number}


@router.get("/5")
def five(response: Response, key: str = ""):
    for letter in key:
        if letter == "x":
            raise HTTPException(400, "no x")
    response.headers["X-Letters"] = str(len(key))
    return {"key": key}


@router.get("/6")
def six(response: Response, key: str = ""):
    if key:
        response.headers["X-Key"] = key
        return {"key": key}
    return JSONResponse({"key": None}, status_code=404)


@router.get("/7")
def seven(response: Response, key: str = ""):
    response.set_cookie("gorge", "7")
    if key:
        return JSONResponse({"key": key}, headers=dict(response.headers))  # R946 error
    return {"key": None}


@router.get("/8")
def eight(response: Response):
    response.headers["X-Eight"] = "8"
    raise HTTPException(503, "later", headers={**response.headers})


@router.get("/9")
def nine(response: Response):
    inner = JSONResponse({"nine": 9})
    inner.headers["X-Nine"] = "9"
    response.headers["X-Outer"] = inner.headers["X-Nine"]
    return {"nine": 9}


def counted(response: Response) -> int:  # R950?
    response.headers["X-Counted"] = "yes"
    return 1


@router.get("/10")
def ten(count: int = Depends(counted)):  # R950?
    return JSONResponse({"count": count})
