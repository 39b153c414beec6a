"""Which Starlette core's Response is held to."""

from importlib.metadata import version

import pytest
from packaging.version import Version

current_reference = pytest.mark.skipif(
    Version(version("starlette")) < Version("1"),
    reason="core follows Starlette 1: before it, Partitioned is unknown and a second Vary is lost",
)
