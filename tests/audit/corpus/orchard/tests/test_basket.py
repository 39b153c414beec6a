"""Tests are read, but not judged."""

from fastapi.testclient import TestClient
from starlette.responses import JSONResponse


def test_clear():
    client = TestClient(JSONResponse({}, headers={"E-Tag": '"1"', "X-Size": 1}))
    assert client.get("/").headers["e-tag"] == '"1"'
