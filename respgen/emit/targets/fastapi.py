"""FastAPI: Starlette's classes, from where FastAPI's users import them."""

from dataclasses import replace

from respgen.emit.framework import Exceptions
from respgen.emit.targets.starlette import STARLETTE
from respgen.specs.expressions import FRAMEWORK
from respgen.specs.types import ImportPath

FASTAPI = replace(
    STARLETTE,
    responses="fastapi.responses",
    elsewhere={"Response": "fastapi"},
    builds_responses=True,
    cookie=ImportPath("fastapi", "Cookie"),
    documents=True,
    exceptions=Exceptions(
        base=ImportPath("fastapi", "HTTPException"),
        ours=ImportPath(FRAMEWORK, "FastAPIResponseError"),
        texts=False,
    ),
)
