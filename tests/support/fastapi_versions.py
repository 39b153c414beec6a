"""What tests of FastAPI need of its version: older ones lack some of what it does."""

from inspect import signature

import pytest
from fastapi.routing import get_request_handler

generators = pytest.mark.skipif(
    "is_json_stream" not in signature(get_request_handler).parameters,
    reason="this FastAPI has no endpoints that yield what is sent",
)
