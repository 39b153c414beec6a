from fastapi import APIRouter, Response

from .settings import settings

router = APIRouter()


@router.post("/login")
def login(response: Response, token: str):
    response.set_cookie(
        "harbour_token",
        token,
        max_age=settings.session_hours * 3600,
        path=settings.cookie_path,
        secure=settings.cookie_secure,
        httponly=True,
    )
    return {"ok": True}


@router.post("/logout")
def logout(response: Response):
    response.delete_cookie("harbour_token")  # R931
    return {"ok": True}


@router.post("/switch-user")
def switch(response: Response):
    response.delete_cookie("harbour_token", path=settings.cookie_path)
    return {"ok": True}


@router.post("/remember")
def remember(response: Response, berth: int):
    response.set_cookie("berth", str(berth), domain=settings.cookie_domain)
    return {"berth": berth}


@router.post("/forget")
def forget(response: Response):
    response.delete_cookie("berth")  # R931
    return {"berth": None}


@router.post("/forget-berth")
def forget_berth(response: Response):
    response.delete_cookie("berth", domain=settings.cookie_domain)
    return {"berth": None}
