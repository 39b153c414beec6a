from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    ORJSONResponse,
    PlainTextResponse,
    RedirectResponse,
    StreamingResponse,
)
from fastapi.templating import Jinja2Templates
from starlette.responses import Response

from .classes import Counted, Hal, Listing, Siren, Stamped, Window, Wrapped

router = APIRouter()
templates = Jinja2Templates("templates")


@router.get("/1", response_class=Listing)  # R922
def one():
    return [1, 2]


@router.get("/2", response_class=Stamped)  # R922
async def two():
    return {"two": 2}


@router.get("/3", response_class=Wrapped)
def three():
    return {"three": 3}


@router.get("/4", response_class=Counted)
def four():
    return {"four": 4}


@router.get("/5", response_class=Listing)
def five():
    return Listing([1, 2], total=2)


@router.get("/6", response_class=Stamped)
def six() -> Response:
    return Stamped({"six": 6})


@router.get("/7", response_class=Hal)
def seven():
    return {"seven": 7}


@router.get("/8")
def eight() -> HTMLResponse:  # R923
    return JSONResponse({"eight": 8})


@router.get("/9", response_class=PlainTextResponse)  # R923
def nine():
    return JSONResponse({"nine": 9})


@router.get("/10", response_class=StreamingResponse)  # R923
def ten():
    return FileResponse("/srv/ten.bin")


@router.get("/11")
def eleven() -> Response:
    return JSONResponse({"eleven": 11})


@router.get("/12")
def twelve() -> JSONResponse:
    return Siren({"twelve": 12})


@router.get("/13", response_class=HTMLResponse)
def thirteen(request: Request):
    return templates.TemplateResponse(request, "page.html", {"a": 1})


@router.get("/14", response_class=HTMLResponse)
def fourteen(raw: bool = False):
    if raw:
        return PlainTextResponse("fourteen")
    return HTMLResponse("<p>14</p>")


@router.get("/15", response_class=HTMLResponse)
def fifteen():
    return "<p>15</p>"


@router.get("/16")
def sixteen(raw: bool = False) -> HTMLResponse | PlainTextResponse:
    if raw:
        return PlainTextResponse("sixteen")
    return Window("<p>16</p>")


@router.post("/17", status_code=201)
def seventeen():  # R924
    return JSONResponse({"seventeen": 17})


@router.delete("/18", status_code=204)
def eighteen():  # R924
    return Response()


@router.get("/19", status_code=302)
def nineteen():  # R924
    return RedirectResponse("/1")


@router.post("/20", status_code=201)
def twenty():
    return JSONResponse({"twenty": 20}, status_code=201)


@router.post("/21", status_code=201)
def twenty_one(again: bool = False):
    if again:
        return JSONResponse({"again": True}, status_code=200)
    return {"again": False}


@router.post("/22", status_code=201)
def twenty_two():
    return {"twenty_two": 22}


@router.get("/23", status_code=200)
def twenty_three():
    return PlainTextResponse("23")


@router.get("/24", status_code=307)
def twenty_four():
    return RedirectResponse("/2")


app = FastAPI(default_response_class=ORJSONResponse)
app.include_router(router)
