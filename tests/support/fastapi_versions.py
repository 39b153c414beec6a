"""What tests of FastAPI need of its version: older ones lack some of what it does."""

from inspect import signature

import pytest
from fastapi.routing import get_request_handler

HAS_GENERATORS = "is_json_stream" in signature(get_request_handler).parameters

generators = pytest.mark.skipif(
    not HAS_GENERATORS,
    reason="this FastAPI has no endpoints that yield what is sent",
)
