"""What tests need of the version of a framework: older ones lack some of what newer ones do."""

from importlib.metadata import version

import pytest
from packaging.version import Version

STARLETTE = Version(version("starlette"))

current_reference = pytest.mark.skipif(
    Version("1") > STARLETTE,
    reason="follows Starlette 1 and its FastAPI: older ones lack Partitioned and EventSourceResponse",
)
answers_websockets = pytest.mark.skipif(
    Version("0.41") > STARLETTE,
    reason="Starlette 0.40 sends no denial where an exception is handled before a WebSocket is accepted",
)
compares_declared = pytest.mark.skipif(
    Version("0.42") > STARLETTE,
    reason="Starlette before 0.42 compares If-Range with the file, whatever ETag is declared",
)
counts_parts = pytest.mark.skipif(
    Version("1") > STARLETTE,
    reason="Starlette before 1.0 announces fewer bytes than it sends of several ranges",
)
