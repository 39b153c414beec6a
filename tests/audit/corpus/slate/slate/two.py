from starlette.applications import Starlette
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse


async def render(request: Request, exc: StarletteHTTPException):  # R945
    return HTMLResponse(f"<h1>{exc.status_code}</h1>", status_code=exc.status_code)


async def crash(request: Request, exc: Exception):
    return PlainTextResponse("sorry", status_code=500)


app = Starlette(exception_handlers={StarletteHTTPException: render, 500: crash})
