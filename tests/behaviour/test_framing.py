"""What frames a response is decided when it is made, however its class came to say it."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.responses import JSONResponse

from generated.common import ApiJSON, Created, NoContent


@pytest.mark.parametrize("status_code", [200.0, True, 204.0, False, "200"])
def test_a_status_is_an_int(status_code: Any) -> None:
    """200.0 equals 200 and True is an int, but no server can send them."""
    with pytest.raises(TypeError, match="status_code"):
        ApiJSON({}, status_code=status_code)


@pytest.mark.parametrize(
    ("status_code", "length"), [(204, None), (205, "0"), (304, None)]
)
def test_a_status_without_a_body(status_code: int, length: str | None) -> None:
    """Neither the content nor what describes it is sent (RFC 9110 15.3.5, 15.3.6, 15.4.5)."""
    response = ApiJSON({"id": 7}, status_code=status_code)
    assert response.body == b""
    assert response.headers.get("content-length") == length
    assert "content-type" not in response.headers


def test_a_status_set_in_render() -> None:
    """What `render` decides holds, too."""

    class Nothing(ApiJSON):
        def render(self, content: Any) -> bytes:
            self.status_code = 204
            return super().render(content)

    response = Nothing({"id": 7})
    assert (response.body, response.headers.get("content-length")) == (b"", None)


def test_the_media_type_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A subclass, an argument and a changed class say what is sent."""

    class Api(ApiJSON):
        media_type = "application/vnd.shop+json"

    assert Api({}).headers["content-type"] == "application/vnd.shop+json"
    assert ApiJSON({}, media_type="text/x").headers["content-type"] == (
        "text/x; charset=utf-8"
    )
    monkeypatch.setattr(ApiJSON, "media_type", "application/x")
    assert ApiJSON({}).headers["content-type"] == "application/x"


def test_a_list_of_its_own() -> None:
    """What is appended to one response reaches no other; FastAPI appends, too."""
    first, sent = ApiJSON({}), list(ApiJSON({}).raw_headers)
    first.raw_headers.append((b"x-a", b"1"))
    first.raw_headers[0] = (b"x-b", b"2")
    assert ApiJSON({}).raw_headers == sent
    assert NoContent().raw_headers is not NoContent().raw_headers


def test_what_is_mixed_in_is_reached() -> None:
    """A constructor between a generated class and the framework's is called."""

    class Counted(JSONResponse):
        made = 0

        def __init__(self, *arguments: Any, **keywords: Any) -> None:
            Counted.made += 1
            super().__init__(*arguments, **keywords)

    class Both(Created, Counted):
        pass

    assert Both({}, location="/items/7").headers["location"] == "/items/7"
    assert Counted.made == 1
