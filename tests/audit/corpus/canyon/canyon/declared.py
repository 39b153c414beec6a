"""What routes declare, and what they return."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from pydantic import BaseModel

router = APIRouter()
users = APIRouter(default_response_class=JSONResponse)
User = Annotated[str, Depends(lambda: "user")]


class Item(BaseModel):
    name: str


@router.get("/1")
async def one() -> PlainTextResponse:  # R923
    return HTMLResponse("<p>1</p>")


@router.get("/2", response_class=HTMLResponse)  # R923
async def two(user: User):
    return PlainTextResponse(user)


@router.get("/3")
async def three() -> FileResponse:  # R923
    return StreamingResponse(iter([b"3"]))


@router.get("/4")
async def four() -> Item:
    return Item(name="4")


@router.get("/5", response_model=Item)
async def five():
    return JSONResponse({"name": "5"})


@router.get("/6")
async def six() -> Any:
    return RedirectResponse("/5")


@router.get("/7", response_class=RedirectResponse)
async def seven():
    return "/6"


@router.get("/8", response_class=RedirectResponse)
async def eight() -> RedirectResponse:
    return RedirectResponse("/7")


@router.get("/9", response_class=FileResponse)
async def nine():
    return "/srv/nine"


@users.get("/10", response_class=HTMLResponse)
async def ten(plain: bool = False) -> Response:
    return PlainTextResponse("10") if plain else HTMLResponse("<p>10</p>")


@users.post("/11", status_code=201)
async def eleven() -> Response:  # R924
    return PlainTextResponse("11")


@users.delete("/12", status_code=204, response_class=Response)
async def twelve():
    return Response(status_code=204)


@users.post("/13", status_code=303)
async def thirteen():  # R924
    return RedirectResponse(url="/12")


@users.post("/14", status_code=303)
async def fourteen():
    return RedirectResponse("/12", 303)


@users.post("/15", status_code=201)
async def fifteen():
    response = JSONResponse({"fifteen": 15})
    response.status_code = 201
    return response


@users.delete("/16", status_code=204)
async def sixteen() -> None:
    return None


@users.post("/17", status_code=202)
async def seventeen(later: bool = True):
    return {"later": later}


app = FastAPI()
app.include_router(router)
app.include_router(users)
