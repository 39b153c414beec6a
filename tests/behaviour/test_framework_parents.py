"""Classes below those of the frameworks that an author extends by their import path."""

from __future__ import annotations

import asyncio
import warnings
from pathlib import Path
from typing import Any

import pytest

from respgen.kinds import KINDS
from respgen.kinds.kind import KindRow
from respgen.vocabulary.targets import CLASSES
from tests.behaviour.loading import load
from tests.behaviour.oracle import Sent
from tests.support.building import MistakesError
from tests.support.schemas import modules

ROWS = {
    f"{module}:{name}": KINDS[kind]
    for module, classes in CLASSES.items()
    for name, kind in classes.items()
    if kind in KINDS and module != "._support"
}
PATHS = sorted(ROWS)
LIBRARIES = {"ORJSONResponse": "orjson", "UJSONResponse": "ujson"}
KEYS = {
    "silent": "",
    "media type": "media_type: application/json",
    "renderer": "render: text",
    "kind": "kind: empty",
}


def below(path: str, keys: str) -> tuple[type[Any] | None, set[str]]:
    """The class of an entry that extends a class of a framework, or the codes of its mistakes."""
    entry = "{" + ", ".join(filter(None, (f'extends: "{path}"', keys))) + "}"
    try:
        specs = modules(shop=f"responses: {{Item: {entry}}}")
    except MistakesError as mistakes:
        return None, {each.code for each in mistakes.args[0]}
    with warnings.catch_warnings(action="ignore"):  # FastAPI has deprecated some
        return load(tuple(specs.values()))["shop"].Item, set()


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
@pytest.mark.parametrize("path", PATHS)
def test_what_compiles_is_sent(path: str, keys: str) -> None:
    """Where a class of a framework may be extended, the class below it can be made and sent."""
    module, _, name = path.rpartition(":")
    if not hasattr(pytest.importorskip(module), name):
        pytest.skip(f"this version has no {path}")
    if name in LIBRARIES:
        pytest.importorskip(LIBRARIES[name])
    cls, mistakes = below(path, keys)
    if cls is None:
        # what its kind has no use for; a run of JSON texts is not application/json
        assert mistakes <= {"R012", "R703"}
        return
    kind = ROWS[path] if "kind" not in keys else KINDS["empty"]
    with warnings.catch_warnings(action="ignore"):
        answer = asyncio.run(answered(cls(given(kind))))
    assert answer.status == kind.status_code
    assert answer.body in (b"text", b'"text"', b"", Path(__file__).read_bytes())


def given(kind: KindRow[Any]) -> Any:
    """What a class of that kind takes first."""
    if kind.streams:
        return ["text"]
    return __file__ if kind.base == "FileResponse" else "text"


async def answered(response: Any) -> Sent:
    """What it sends to a client that waits for the end."""
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, str]:
        await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    scope = {"type": "http", "method": "GET", "headers": []}
    await response(scope, receive, send)
    start, *parts = messages
    body = b"".join(part["body"] for part in parts)
    return Sent(start["status"], start["headers"], body)
