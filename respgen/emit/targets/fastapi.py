"""FastAPI: Starlette's classes, from where FastAPI's users import them."""

from dataclasses import replace

from respgen.emit.targets.starlette import STARLETTE
from respgen.specs.expressions import FRAMEWORK
from respgen.specs.types import ImportPath

FASTAPI = replace(
    STARLETTE,
    responses="fastapi.responses",
    elsewhere={"Response": "fastapi", "HTTPException": "fastapi"},
    builds_responses=True,
    exception=ImportPath(FRAMEWORK, "FastAPIResponseError"),
    text_details=False,
)
