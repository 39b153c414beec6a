"""Names made at run time."""

from fastapi import APIRouter, Response

router = APIRouter(prefix="/tenants")
PLACES = ("north", "south")


def cookie_name(tenant: str) -> str:
    return f"tenant_{tenant}"


@router.get("/{tenant}")
def enter(tenant: str, response: Response):
    response.set_cookie(f"choice_{tenant}", "1", path="/tenants")
    response.set_cookie(cookie_name(tenant), "1", path="/tenants")
    return {"tenant": tenant}


@router.delete("/{tenant}")
def leave(tenant: str, response: Response):
    response.delete_cookie(f"choice_{tenant}", path="/tenants")
    response.delete_cookie(cookie_name(tenant), path="/tenants")
    return {"tenant": None}


@router.get("/all/enter")
def enter_all(response: Response):
    for place in PLACES:
        response.set_cookie(place, "1", path="/places")
    return {"places": PLACES}


@router.get("/all/leave")
def leave_all(response: Response):
    for place in PLACES:
        response.delete_cookie(place)  # R930
    return {"places": []}


@router.get("/all/leave-well")
def leave_all_well(response: Response):
    for place in ("north", "south"):
        response.delete_cookie(place, path="/places")
    return {"places": []}
