"""What machines ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import data
from .cookies import CART, SESSION
from .http import HTTPException, JSONResponse, Request, Response, error, parsed

if TYPE_CHECKING:
    from .data import Ticket


def owner(request: Request) -> str:
    name = data.member(request.cookies.get(SESSION))
    if name is None:
        raise HTTPException(401, "Sign in first.", headers={"WWW-Authenticate": "Form"})
    return name


def found(request: Request) -> Ticket:
    try:
        return data.tickets[int(request.path_params["number"])]
    except (KeyError, ValueError):
        raise HTTPException(404, "There is no such ticket.") from None


async def buy(request: Request) -> Response:
    match parsed(await request.body()):
        case {"kind": str(kind)} if kind in data.PRICES:
            ticket = data.sell(kind, data.member(request.cookies.get(SESSION)))
        case {"kind": str()}:
            return JSONResponse({"error": "kind"}, status_code=400)
        case _:
            return JSONResponse(
                {"error": "body"},  # the machine restarts then
                status_code=400,
            )
    response = JSONResponse(
        ticket.shown(), status_code=201, headers={"Location": f"/api/tickets/{ticket.number}"}
    )
    response.set_cookie(CART, str(ticket.number), path="/tickets", secure=True, httponly=True)
    return response


async def reserve(request: Request) -> Response:
    ticket = data.sell("night", owner(request))
    return JSONResponse(
        ticket.shown(), status_code=201, headers={"Location": f"/api/tickets/{ticket.number}"}
    )


async def give(request: Request) -> Response:
    """/api/gifts/ben: a ticket for somebody else."""
    owner(request)
    if (name := request.path_params["name"]) not in data.PINS:
        return error("name", 404)
    ticket = data.sell("adult", name)
    place = f"/api/tickets/{ticket.number}"
    return JSONResponse(ticket.shown(), 201, {"Location": place})


async def mine(request: Request) -> Response:
    name = owner(request)
    own = [ticket.shown() for ticket in data.tickets.values() if ticket.owner == name]
    response = JSONResponse({"tickets": own, "count": len(own)})
    response.headers["cache-control"] = "no-store"
    return response


async def show(request: Request) -> Response:
    response = JSONResponse(found(request).shown())
    response.headers["Cache-Control"] = "no-store"
    return response


async def give_back(request: Request) -> Response:
    ticket = found(request)
    if ticket.owner is None:
        return JSONResponse({"error": "owner"}, status_code=409)
    if ticket.owner != data.member(request.cookies.get(SESSION)):
        raise HTTPException(
            status_code=401,
            detail="It is somebody else's.",
            headers={"WWW-Authenticate": "Form"},
        )
    del data.tickets[ticket.number]
    return Response(status_code=204)


async def move(request: Request) -> Response:
    """/api/tickets/1/night: another kind of ticket."""
    ticket = found(request)
    if (kind := request.path_params["kind"]) not in data.PRICES:
        return JSONResponse({"error": "kind"}, status_code=400)
    if (rest := data.PRICES[kind] - data.PRICES[ticket.kind]) > 0:
        return error(f"pay {rest}", 402)
    ticket.kind = kind
    return JSONResponse(ticket.shown(), headers={"Cache-Control": "no-store"})


async def prices(request: Request) -> Response:
    response = JSONResponse(data.PRICES)
    response.headers.update({"Cache-Control": "public, max-age=300", "Vary": "Cookie"})
    return response


async def close(request: Request) -> Response:
    owner(request)
    data.tickets.clear()
    return Response(status_code=204)


async def alive(request: Request) -> Response:
    return Response(status_code=204)
