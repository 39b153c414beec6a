"""Nothing of FastAPI is imported."""

import sys

from case_target_starlette import api
from starlette.responses import JSONResponse


def derives_from_the_framework() -> None:
    assert issubclass(api.Document, JSONResponse)


def imports_starlette_alone() -> None:
    source = api.__loader__.get_source(api.__name__)  # type: ignore[union-attr]  # a file has one
    assert "fastapi" not in source
    assert "starlette" in sys.modules
