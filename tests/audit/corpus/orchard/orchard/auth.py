from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import JSONResponse

from .constants import SESSION_COOKIE, SESSION_PATH, TWO_WEEKS
from .store import Store, get_store

router = APIRouter(prefix="/auth")


@router.post("/login")
async def login(request: Request, response: Response, store: Store = Depends(get_store)):
    form = await request.form()
    user = store.check(form["name"], form["password"])
    if user is None:
        raise HTTPException(status_code=401, detail="wrong name or password")
    response.set_cookie(
        SESSION_COOKIE,
        store.open_session(user),
        max_age=TWO_WEEKS,
        path=SESSION_PATH,
        secure=True,
        httponly=True,
    )
    return {"name": user.name}


@router.post("/logout")
async def logout(request: Request, response: Response, store: Store = Depends(get_store)):
    store.close_session(request.cookies.get(SESSION_COOKIE))
    response.delete_cookie(SESSION_COOKIE)  # R930
    return {"ok": True}


@router.post("/logout-everywhere")
async def logout_everywhere(request: Request, store: Store = Depends(get_store)):
    store.close_all(request.cookies.get(SESSION_COOKIE))
    response = JSONResponse({"ok": True})
    response.delete_cookie(key=SESSION_COOKIE, path=SESSION_PATH, secure=True, httponly=True)
    return response
