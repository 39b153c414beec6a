"""JSON derives from FastAPI's JSONResponse, which is what its OpenAPI looks at."""

from case_target_fastapi.api import Document
from fastapi.responses import JSONResponse


def derives_from_the_framework() -> None:
    assert issubclass(Document, JSONResponse)
