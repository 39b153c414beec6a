from fastapi import APIRouter, Response

from . import options as o

router = APIRouter(prefix="/envs")


@router.get("/on")
def on(response: Response):
    response.set_cookie("lamp", "on", samesite=o.ENV_SAMESITE, secure=True)
    response.set_cookie("stove", "on", samesite="lax", secure=o.options.secure)
    response.set_cookie("oven", "on", path=o.options.cookie_path)
    return {"on": True}


@router.get("/off")
def off(response: Response):
    response.delete_cookie("lamp")  # R933
    response.delete_cookie("stove")
    response.delete_cookie("oven", path=o.options.cookie_path)
    return {"on": False}


@router.get("/off-all")
def off_all(response: Response):
    response.delete_cookie("lamp", samesite=o.ENV_SAMESITE, secure=True)
    response.delete_cookie("stove", secure=o.options.secure)
    response.delete_cookie("oven", "/")  # R931
    return {"on": False}
