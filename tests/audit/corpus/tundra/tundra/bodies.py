"""JSON in JSON, and streams of events."""

import json

from fastapi import APIRouter
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.sse import EventSourceResponse as FastEvents
from pydantic import BaseModel
from sse_starlette.sse import EventSourceResponse
from starlette.responses import Response

router = APIRouter()


class Item(BaseModel):
    name: str


@router.get("/1")
def one():
    return JSONResponse(json.dumps({"one": 1}))  # R953


@router.get("/2")
def two():
    item = Item(name="two")
    return JSONResponse(content=item.model_dump_json())  # R953


@router.get("/3")
def three():  # R953
    text = json.dumps([1, 2, 3], indent=2)
    return JSONResponse(text)


@router.get("/4")
def four():
    return Response(json.dumps({"four": 4}), media_type="application/json")


@router.get("/5")
def five():
    item = Item(name="five")
    return JSONResponse(item.model_dump(mode="json"))


@router.get("/6")
def six():
    return JSONResponse(json.loads(json.dumps({"six": 6})))


@router.get("/7")
def seven():
    return JSONResponse({"payload": json.dumps({"seven": 7})})


@router.get("/8")
def eight():
    return Response(Item(name="8").model_dump_json(), media_type="application/json")


async def ticks():
    for tick in range(3):
        yield f"data: {tick}\n\n"


@router.get("/9")
def nine():
    return StreamingResponse(ticks(), media_type="text/event-stream")  # R954


@router.get("/10")
def ten():
    return StreamingResponse(  # R954
        ticks(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
    )


@router.get("/11")
def eleven():
    return StreamingResponse(
        ticks(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


@router.get("/12")
def twelve():
    response = StreamingResponse(ticks(), media_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    return response


@router.get("/13")
def thirteen():
    return StreamingResponse(ticks(), media_type="application/x-ndjson")


@router.get("/14")
def fourteen():
    return EventSourceResponse(ticks())


@router.get("/15", response_class=FastEvents)
async def fifteen():
    yield {"fifteen": 15}


SSE_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
EVENTS = "text/event-stream"


@router.get("/16")
def sixteen():
    return StreamingResponse(ticks(), media_type=EVENTS, headers=SSE_HEADERS)


@router.get("/17")
def seventeen():
    return StreamingResponse(ticks(), media_type=EVENTS)  # R954


@router.get("/18")
def eighteen():
    return StreamingResponse(  # R207
        ticks(),
        media_type=EVENTS,
        headers={"Cache-Control": "no-store", "Connection": "keep-alive"},
    )
