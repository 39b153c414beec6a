from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from harbour.settings import Settings, get_settings

router = APIRouter(prefix="/partner")
Config = Annotated[Settings, Depends(get_settings)]


@router.post("/enter")
def enter(config: Config):
    answer = JSONResponse({"entered": True})
    answer.set_cookie(
        "partner_session",
        "p-1",
        secure=config.cookie_secure,
        httponly=True,
        samesite=config.cookie_samesite,
    )
    return answer


@router.post("/leave")
def leave():
    answer = JSONResponse({"entered": False})
    answer.delete_cookie("partner_session")  # R933
    return answer


@router.post("/leave-well")
def leave_well(config: Settings = Depends(get_settings)):
    answer = JSONResponse({"entered": False})
    answer.delete_cookie(
        "partner_session",
        secure=config.cookie_secure,
        httponly=True,
        samesite=config.cookie_samesite,
    )
    return answer


@router.post("/banner")
def banner(config: Config):
    answer = JSONResponse({"banner": "on"})
    answer.set_cookie("banner", "on", samesite="lax", secure=config.cookie_secure)
    return answer


@router.post("/banner/off")
def banner_off():
    answer = JSONResponse({"banner": "off"})
    answer.delete_cookie("banner")
    return answer
