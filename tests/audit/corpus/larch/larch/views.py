from fastapi import APIRouter, Response
from fastapi import responses

import larch

router = APIRouter()
HINTS = ("first", "second")


@router.post("/in")
def enter(response: Response):
    larch.start(response, "v")
    return {"in": True}


@router.post("/out")
def leave(response: Response):
    larch.clear(response)
    return {"in": False}


@router.post("/hints")
def hints(response: Response):
    for name in HINTS:
        response.set_cookie(f"hint_{name}", "seen", path="/hints", max_age=60)
    return {"hints": HINTS}


@router.delete("/hints")
def no_hints():
    gone = responses.Response(status_code=204)
    for name in HINTS:
        gone.delete_cookie(f"hint_{name}", path="/hints")
    return gone


@router.delete("/hints/old")
def no_old_hints():
    gone = responses.Response(status_code=204)
    for name in HINTS:
        gone.delete_cookie(f"hint_{name}")  # R930
    return gone
