"""Frames: what is set for other sites has to be deleted for them."""

from fastapi import APIRouter, Depends, Response

from sorrel.config import Cookies, cookies, load

router = APIRouter()
NONE = "none"


@router.post("/on")
def on(response: Response, settings: Cookies = Depends(load)):
    response.set_cookie("frame_a", "1", samesite=NONE, secure=True)
    response.set_cookie("frame_b", "1", samesite="None", secure=True, max_age=60)
    response.set_cookie("frame_c", "1", samesite=settings.samesite, secure=settings.secure)
    response.set_cookie("frame_d", "1", samesite=settings.samesite)
    response.set_cookie("frame_e", "1", samesite="strict", secure=True)
    return {"on": True}


@router.post("/off")
def off(response: Response):
    response.delete_cookie("frame_a")  # R932
    response.delete_cookie("frame_c")  # R933
    response.delete_cookie("frame_e")
    return {"on": False}


@router.post("/off-b")
def off_b(response: Response):
    response.set_cookie("frame_b", "", max_age=0)  # R932
    return {"on": False}


@router.post("/off-d")
def off_d(response: Response):
    response.delete_cookie("frame_d")  # R933
    return {"on": False}


@router.post("/off-well")
def off_well(response: Response, settings: Cookies = Depends(load)):
    response.delete_cookie("frame_a", samesite="none", secure=True)
    response.set_cookie("frame_b", "", max_age=0, samesite="none", secure=True)
    response.delete_cookie("frame_c", samesite=settings.samesite, secure=settings.secure)
    response.delete_cookie("frame_d", samesite=settings.samesite)
    return {"on": False}


@router.post("/off-too")
def off_too(response: Response):
    response.delete_cookie("frame_c", samesite=cookies.samesite, secure=cookies.secure)
    return {"on": False}
