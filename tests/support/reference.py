"""Which frameworks core's Response and the tables of classes are held to."""

from importlib.metadata import version

import pytest
from packaging.version import Version

current_reference = pytest.mark.skipif(
    Version(version("starlette")) < Version("1"),
    reason="follows Starlette 1 and its FastAPI: older ones lack Partitioned and EventSourceResponse",
)
