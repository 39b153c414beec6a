"""FastAPI: Starlette's classes, from where FastAPI's users import them."""

from dataclasses import replace

from respgen.emit.targets.starlette import STARLETTE

FASTAPI = replace(
    STARLETTE,
    responses="fastapi.responses",
    elsewhere={"Response": "fastapi", "HTTPException": "fastapi"},
    builds_responses=True,
)
