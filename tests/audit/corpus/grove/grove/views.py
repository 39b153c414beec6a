# sites labelled
"""A project that has a catalogue already."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from generated.api import Listing, Planted, delete_choice_cookie, set_choice_cookie

router = APIRouter()


@router.post("/trees")
def plant():
    return Planted({"tree": 1}, location="/trees/1")


@router.get("/trees")
def trees():
    return Listing([1, 2])


@router.get("/choose")
def choose(response: Response):
    set_choice_cookie(response, "oak")
    return {"chosen": "oak"}


@router.get("/unchoose")
def unchoose(response: Response):
    delete_choice_cookie(response)
    return {"chosen": None}


@router.get("/old")
def old():
    return JSONResponse({"old": True}, status_code=410)  # R911


@router.get("/by-hand")
def by_hand(response: Response):
    response.set_cookie("leaf", "1")  # R914
    return {"leaf": 1}


class Old(JSONResponse):  # R910
    media_type = "application/vnd.grove.old+json"
