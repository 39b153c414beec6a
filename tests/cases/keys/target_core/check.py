"""No framework at all: the response is an ASGI application."""

import asyncio
from typing import Any

from case_target_core.api import Document


def answers_by_itself() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.disconnect"}

    response = Document({"a": 1})
    response.set_session_cookie("1")
    asyncio.run(response({"type": "http"}, receive, send))
    assert sent[0]["status"] == 200
    assert sent[0]["headers"][0] == (b"x-version", b"2")
    assert sent[0]["headers"][-1][0] == b"set-cookie"
    assert sent[1]["body"] == b'{"a":1}'
