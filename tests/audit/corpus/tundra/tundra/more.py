"""Injected responses, middleware, bodies: once more."""

import json
from typing import Annotated

import fastapi
from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse
from pydantic import BaseModel, TypeAdapter
from starlette.exceptions import HTTPException as StarletteError
from starlette.responses import Response

router = APIRouter(prefix="/more")


@router.get("/1")
async def one(response: fastapi.Response) -> Response:  # R950
    response.headers["X-Ice"] = "1"
    return HTMLResponse("<p>1</p>")


@router.get("/2")
async def two(response: Response, key: str = ""):  # R950
    response.set_cookie("ice", "2")
    if not key:
        raise StarletteError(status_code=400)
    return {"key": key}


@router.get("/3")
async def three(res: fastapi.Response, key: str = ""):
    if key:
        res.headers["X-Ice"] = key
    else:
        res.headers["X-Ice"] = "none"
    return {"key": key}


@router.get("/4")
async def four(response: fastapi.Response, key: str = ""):
    response.headers["X-Ice"] = "4"
    try:
        value = json.loads(key)
    except ValueError:
        value = None
    return {"value": value}


@router.get("/5")
async def five(response: fastapi.Response):
    response.headers["X-Ice"] = "5"
    answer = JSONResponse({"five": 5}, headers={"X-Other": "5"})
    answer.headers.update(response.headers)
    return answer


async def reads(response: fastapi.Response) -> None:
    response.headers["X-Read"] = "yes"


@router.get("/6", dependencies=[Depends(reads)])
async def six():
    return {"six": 6}


class Item(BaseModel):
    name: str


Items = TypeAdapter(list[Item])
Encoded = Annotated[str, "JSON"]


def encode(value: object) -> Encoded:
    return json.dumps(value)


@router.get("/7")
def seven():
    return JSONResponse(Item(name="7").model_dump_json(), status_code=200)  # R953


@router.get("/8")
def eight():
    return JSONResponse(content=json.dumps([1], default=str), headers={"X-Ice": "8"})  # R953


@router.get("/9")
def nine(item: Item):
    return JSONResponse(item.model_dump_json(indent=2))  # R953


@router.get("/10")
def ten(item: Item):
    return JSONResponse(json.loads(item.model_dump_json()))


@router.get("/11")
def eleven(item: Item):
    return HTMLResponse(f"<script>{json.dumps(item.model_dump())}</script>")


@router.get("/12")
def twelve():
    return JSONResponse("a text")


class Events(StreamingResponse):  # R954 =events
    media_type = "text/event-stream"


class QuietEvents(StreamingResponse):
    media_type = "text/event-stream"

    def __init__(self, content, **kwargs) -> None:
        super().__init__(content, **kwargs)
        self.headers["Cache-Control"] = "no-store"


def lines():
    yield "data: 1\n\n"


@router.get("/13")
def thirteen():
    return Events(lines())  # R954 =events


@router.get("/14")
def fourteen():
    return StreamingResponse(  # R954
        content=lines(), status_code=200, media_type="text/event-stream; charset=utf-8"
    )


@router.get("/15")
def fifteen():  # R954
    response = StreamingResponse(lines(), media_type="text/event-stream")
    response.headers["X-Accel-Buffering"] = "no"
    return response


@router.get("/16")
def sixteen():
    return QuietEvents(lines())


@router.get("/17")
def seventeen():
    return Events(lines(), headers={"cache-control": "no-store"})


@router.get("/18")
def eighteen(headers: dict[str, str]):
    return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)


@router.get("/19")
def nineteen():
    return StreamingResponse(lines(), media_type="text/plain")


@router.get("/20")
def twenty(accept: str = ""):
    response = StreamingResponse(lines(), media_type="text/event-stream")
    response.headers.update({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    return response


@router.get("/21")
def twenty_one(broken: bool = False):
    if broken:
        raise HTTPException(500, "broken")
    return StreamingResponse(lines(), media_type="application/jsonl")
