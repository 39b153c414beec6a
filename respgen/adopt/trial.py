"""Sends what code sends by hand, and what the generated classes send: a script, run in a copy of a project.

Goes in: tasks as JSON on the standard input. Comes out: on the standard output a verdict for each, empty where both sent the
same, or both refused. It imports what people wrote, so whatever that prints goes nowhere.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

from respgen.adopt.samples import Fresh, samples


class Unsendable(Exception):  # noqa: N818 # a fact, no failure
    """Servers refuse to send this."""


def main() -> None:
    wanted = json.load(sys.stdin)
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    # in place of the folder of this script, whose modules are none of the project's
    sys.path[:1] = [str(Path.cwd()), str(Path.cwd() / "src")]
    found = [verdict(each) for each in wanted]
    with os.fdopen(answers, "w") as file:
        json.dump(found, file)


def verdict(task: dict[str, Any]) -> dict[str, str]:
    """How the two differ, or why they could not be tried."""
    try:
        old = function(task, "old", vars(import_module(task["module"])))
        new = function(task, "new", {"catalogue": import_module(task["catalogue"])})
    except BaseException as error:  # of code that anybody wrote
        return {"untried": said(error)}
    for values in samples(task["holes"]):
        try:
            ours, theirs = outcome(old, values), outcome(new, values)
        except NameError as error:
            return {"untried": said(error)}
        if ours != theirs:
            shown = ", ".join(map(repr, values)) or "nothing"
            return {"differs": f"given {shown} it sends {theirs}, and the code {ours}"}
    return {}


def said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:200]


def function(
    task: dict[str, Any], which: str, names: Mapping[str, Any]
) -> Callable[..., Any]:
    """The code of one side, as a function of the values."""
    holes = ", ".join(f"hole{number}" for number in range(len(task["holes"])))
    lines = "\n".join(f"    {line}" for line in task[which])
    space = dict(names)
    exec(f"def sends({holes}):\n{lines}\n", space)
    made: Callable[..., Any] = space["sends"]
    return made


def outcome(sends: Callable[..., Any], values: Sequence[object]) -> object:
    """What is sent; `refused` where nothing is."""
    made = [each.make() if isinstance(each, Fresh) else each for each in values]
    try:
        return message(sends(*made))
    except NameError:
        raise
    except Exception:  # whatever a class refuses with
        return "refused"


def message(made: Any) -> object:
    """Status, fields and body; of an exception those that its framework answers with."""
    if isinstance(made, BaseException):
        made = answer(made)
    if hasattr(made, "body"):
        return made.status_code, fields(made.raw_headers), bytes(made.body)
    asked = REQUESTS if hasattr(made, "path") else REQUESTS[:1]
    return asyncio.run(exchanges(made, asked))


REQUESTS: Sequence[tuple[str, Mapping[str, str]]] = (
    ("GET", {}),
    ("HEAD", {}),
    ("GET", {"range": "bytes=2-5"}),
    ("GET", {"range": "bytes=-3"}),
    ("GET", {"range": "bytes=0-1,4-"}),
    ("GET", {"range": "bytes=9999999-"}),
    ("GET", {"range": "lines=1"}),
    ("GET", {"range": "bytes=2-5", "if-range": '"other"'}),
)
"""What a file is asked for; a stream is the first alone."""
_BOUNDARY = re.compile(rb"multipart/byteranges; boundary=(\w+)")


async def exchanges(
    made: Any, asked: Sequence[tuple[str, Mapping[str, str]]]
) -> object:
    """What a server would send to each request."""
    return [await exchange(made, *each) for each in asked]


async def exchange(made: Any, method: str, headers: Mapping[str, str]) -> object:
    """What it would send to one."""
    sent: list[Any] = []
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": "/", "headers": pairs}

    async def receive() -> None:
        await asyncio.Event().wait()  # a client that only reads

    async def send(each: Any) -> None:
        sent.append(each)

    await made(scope, receive, send)
    body = b"".join(bytes(each.get("body", b"")) for each in sent)
    given = sent[0]["headers"]
    for _, value in given:
        if found := _BOUNDARY.fullmatch(value):  # another one in each answer
            body = body.replace(found[1], b"boundary")
    given = [(name, _BOUNDARY.sub(b"multipart", value)) for name, value in given]
    shown = body if len(body) < 200 else sha256(body).hexdigest()
    return sent[0]["status"], fields(given), shown


def fields(given: Sequence[tuple[bytes, bytes]]) -> object:
    """The values of each field. Raises Unsendable."""
    found: dict[str, list[str]] = {}
    for name, value in given:
        if any(octet in value for octet in b"\r\n\0"):
            raise Unsendable
        each = cookie(name, value)
        found.setdefault(name.decode("latin-1").lower(), []).append(each)
    return sorted(found.items())


def answer(raised: Any) -> Any:
    """What FastAPI's own handler makes of an HTTPException."""
    response = import_module("starlette.responses").JSONResponse
    content, status = {"detail": raised.detail}, raised.status_code
    return response(content, status_code=status, headers=raised.headers)


def cookie(name: bytes, value: bytes) -> str:
    """A field's value; of a cookie that is deleted its name and its scope, as browsers compare them."""
    text = value.decode("latin-1")
    if name.lower() != b"set-cookie":
        return text
    first, *attributes = text.split("; ")
    pairs = sorted(each.partition("=")[::2] for each in attributes)
    given = {key.lower(): each for key, each in pairs}
    if given.get("max-age") == "0":
        scope = given.get("path"), given.get("domain", "").lower().lstrip(".")
        return f"{first.partition('=')[0]} is deleted at {scope}"
    return f"{first}; {pairs}"


if __name__ == "__main__":
    main()
