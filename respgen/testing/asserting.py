"""assert_declared: one response held to the classes that it may be of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from respgen.testing.catalogue import (
    Match,
    catalogue_at,
    declared_of,
    matched,
)
from respgen.testing.differences import table
from respgen.testing.messages import Message, message_of


class UndeclaredError(AssertionError):
    """A response that no class declares; the message shows the difference, field by field."""


def assert_declared(response: Any, *classes: type) -> None:
    """Hold a response to what classes declare: it must be one of any of them.

    `response` may be of httpx, requests, Starlette's TestClient, or Starlette itself. Its status,
    headers, cookies, media type and, where that is typed, its body are compared with the schemas
    of the project that the classes were generated from. Without classes, all of the project
    around the working folder will do. The body of a stream that was not read stays unread.

    Raises UndeclaredError, an AssertionError, which shows what differs.
    """
    __tracebackhide__ = True  # pytest shows the line of the test
    sent = message_of(response)
    declared = (
        tuple(map(declared_of, classes))
        if classes
        else tuple(catalogue_at(Path.cwd()).classes.values())
    )
    found = matched(declared, sent)
    if not found.classes:
        raise UndeclaredError(refusal(found, sent, len(declared)))


def refusal(found: Match, sent: Message, number: int = 0) -> str:
    """Why a message is none of some classes, the nearest of them first."""
    if found.nearest is None:
        return f"no class is declared, and the response is a {sent.status}"
    head = f"the response is not what {found.nearest.name} declares"
    if number > 1:
        head = f"none of {number} classes declares the response; {found.nearest.name} is nearest"
    return f"{head}\n{table(found.differences)}"
