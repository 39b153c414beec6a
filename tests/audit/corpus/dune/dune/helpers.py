# sites labelled
"""Functions whose job is one response, and functions with more to do."""

import logging
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse

log = logging.getLogger(__name__)


def success(data: Any, message: str = "ok") -> JSONResponse:  # R915
    return JSONResponse({"success": True, "message": message, "data": data})


def html(text: str) -> HTMLResponse:  # R915
    """A page around a text."""
    return HTMLResponse(f"<main>{text}</main>")


def conflict(what: str) -> HTTPException:  # R915
    return HTTPException(409, f"{what} exists")


def total(items: list[int]) -> int:
    return sum(items)


def stored(path: str, data: bytes) -> RedirectResponse | None:
    """Stores, logs and answers: more than one job."""
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError:
        log.exception("not stored: %s", path)
        return None
    log.info("stored %s", path)
    return RedirectResponse("/stored")


def message(text: str) -> dict[str, Any]:
    return {"success": False, "message": text, "data": None}
