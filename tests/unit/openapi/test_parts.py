"""What the document says of files is what is sent of them, whatever part is asked for."""

from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.support.compiled import compiled
from tests.support.reference import counts_parts

API = compiled("""
respgen: 1
responses:
  Manual: {kind: file, media_type: application/pdf, headers: {X-Api: "3", ETag: {type: etag}}}
  Missing: {kind: file, status_code: 404, media_type: image/png}
""")


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """A client of an application that sends one file."""
    path = tmp_path / "manual.pdf"
    path.write_bytes(b"0123456789")

    async def manual(request: Request) -> Response:
        del request
        sent: Response = API.Manual(path, etag="v1")
        return sent

    return TestClient(Starlette(routes=[Route("/", manual)]))


@pytest.mark.parametrize(
    ("wanted", "status", "media_type"),
    [
        ("", 200, "application/pdf"),
        ("bytes=0-3", 206, "application/pdf"),
        pytest.param("bytes=0-1,4-5", 206, "multipart/byteranges", marks=counts_parts),
        ("bytes=9-1", 400, "text/plain"),
        ("bytes=99-", 416, "text/plain"),
    ],
)
def test_each_answer_is_documented(
    client: TestClient, wanted: str, status: int, media_type: str
) -> None:
    """Its status, its media type, and each header that is required."""
    headers = {"Range": wanted} if wanted else {}
    sent = client.get("/", headers=headers)
    said = API.Manual.openapi[status]
    assert sent.status_code == status
    assert sent.headers["content-type"].partition(";")[0] == media_type
    assert media_type in said["content"]
    given: dict[str, Any] = said.get("headers", {})
    needed = {name for name, header in given.items() if header.get("required")}
    assert {name.lower() for name in needed} <= sent.headers.keys()
    assert len({name.lower() for name in given}) == len(given)


def test_the_route_has_the_status_of_the_class() -> None:
    """The others are beside it, and parts of a page of errors are parts, too."""
    assert API.Missing.route["status_code"] == 404
    assert list(API.Missing.openapi) == [404, 206, 400, 416]
