from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from lagoon.env import ROOT_PATH, SAME_SITE, SECURE, root_path

router = APIRouter()


@router.post("/login")
async def login(response: Response):
    response.set_cookie(
        key="lagoon_token",
        value="t",
        httponly=True,
        samesite=SAME_SITE,
        secure=SECURE,
    )
    return {"ok": True}


@router.post("/logout")
async def logout(request: Request, response: Response):
    response.delete_cookie("lagoon_token")  # R933
    return {"ok": True}


@router.post("/tour")
async def tour(response: Response):
    response.set_cookie("tour", "1", path=root_path())
    response.set_cookie("tour_step", "1", path=f"{ROOT_PATH}/tour")
    return {"step": 1}


@router.post("/tour/end")
async def end():
    response = RedirectResponse("/", status_code=303)
    response.delete_cookie("tour", path=root_path())
    response.delete_cookie("tour_step", path=f"{ROOT_PATH}/tour")
    return response


@router.post("/tour/abort")
async def abort():
    response = RedirectResponse("/", status_code=303)
    response.delete_cookie("tour")  # R931
    return response
