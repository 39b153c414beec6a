"""Dependencies and handlers that confuse responses with exceptions."""

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.responses import Response

router = APIRouter()


def signed_in(request: Request) -> str:
    user = request.session.get("user")
    if user is None:
        raise RedirectResponse("/login", status_code=303)  # R951 error
    return user


def keyed(x_key: str = Header("")) -> str:
    if not x_key:
        raise Response(status_code=403)  # R951 error
    return x_key


def unauthorized(detail: str = "who?") -> HTTPException:
    return HTTPException(401, detail, headers={"WWW-Authenticate": "Bearer"})


def tokened(x_token: str = Header("")) -> str:
    if not x_token:
        raise unauthorized()
    return x_token


class Denied(Exception):
    def __init__(self, response: Response) -> None:
        self.response = response


def admitted(x_admit: str = Header("")) -> str:
    if not x_admit:
        raise Denied(HTMLResponse("<h1>no</h1>", status_code=403))
    return x_admit


@router.get("/1")
def one(user: str = Depends(signed_in)):
    if user == "nobody":
        return HTTPException(403, "nobody")  # R951 warning
    return {"user": user}


@router.get("/2")
async def two(key: str = Depends(keyed)):
    if key == "old":
        HTTPException(status_code=410, detail="old key")  # R951 warning
    return {"key": key}


@router.get("/3")
async def three(token: str = Depends(tokened)):
    try:
        return {"token": int(token)}
    except ValueError as error:
        raise HTTPException(400, "no number") from error


@router.get("/4")
async def four(token: str = Depends(tokened)):
    error = None
    if token == "x":
        error = HTTPException(400, "x")
    if error:
        raise error
    return {"token": token}


@router.get("/5")
async def five() -> tuple[str, int]:
    return "five", 5


@router.get("/6")
async def six(admitted: str = Depends(admitted)):
    return JSONResponse({"error": admitted}), 404  # R951 warning


app = FastAPI()
app.include_router(router)


@app.exception_handler(Denied)
def deny(request: Request, exc: Denied) -> Response:
    return exc.response
