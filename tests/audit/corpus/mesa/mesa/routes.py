from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Response

from mesa.deps import Config, renew, scope, session_key
from mesa.errors import install

router = APIRouter()


@router.post("/login")
def login(response: Response, config: Config):
    response.set_cookie(
        config.cookie_name, "k", path=config.cookie_path, secure=True, httponly=True
    )
    return {"ok": True}


@router.get("/me")
def me(key: Annotated[str, Depends(renew)]):
    return {"key": key}


@router.get("/scope")
def scoped(response: Response, headers: Annotated[dict[str, str], Depends(scope)]):
    response.headers.update(headers)
    return {"scope": True}


@router.post("/logout")
def logout(response: Response, config: Config, key: Annotated[str, Depends(session_key)]):
    response.delete_cookie(config.cookie_name, path=config.cookie_path)
    return {"key": key}


@router.post("/logout-badly")
def logout_badly(response: Response, config: Config):
    response.delete_cookie(config.cookie_name)  # R931
    return {"key": None}


app = FastAPI()
app.include_router(router)
install(app)
