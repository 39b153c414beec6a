# sites labelled
"""One shape in three places, and shapes in two."""

from fastapi import APIRouter, HTTPException
from fastapi.responses import JSONResponse

router = APIRouter()


@router.post("/1")
def one(name: str):
    if not name:
        return JSONResponse({"success": False, "message": "no name"}, status_code=400)  # R911, R916
    return {"name": name}


@router.post("/2")
def two(size: int):
    if size < 0:
        return JSONResponse({"success": False, "message": "too small"}, status_code=400)  # R911
    return {"size": size}


@router.post("/3")
def three(colour: str):
    if colour == "beige":
        return JSONResponse(  # R911
            content={"success": False, "message": "no beige"}, status_code=400
        )
    return {"colour": colour}


@router.get("/4")
def four(key: str):
    if key != "a":
        return JSONResponse({"error": "no key"}, status_code=403)  # R911
    return {"key": key}


@router.get("/5")
def five(key: str):
    if key != "b":
        return JSONResponse({"error": "bad key"}, status_code=403)  # R911
    return {"key": key}


@router.get("/6")
def six(key: str):
    if key != "c":
        return JSONResponse({"error": "bad key", "key": key}, status_code=403)  # R911
    return {"key": key}


@router.get("/7")
def seven(key: str):
    if key != "d":
        raise HTTPException(  # R913, R916
            401, "who?", headers={"WWW-Authenticate": "Bearer"}
        )
    return {"key": key}


@router.get("/8")
def eight(key: str):
    if key != "e":
        raise HTTPException(  # R913
            status_code=401, detail="not you", headers={"WWW-Authenticate": "Bearer"}
        )
    return {"key": key}


@router.get("/9")
def nine(key: str):
    if key != "f":
        raise HTTPException(401, headers={"www-authenticate": "Bearer"}, detail=key)  # R913
    return {"key": key}
