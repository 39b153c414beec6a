"""Generated code, run without writing it: files -> a class -> the HTTP message it sends.

The package lives in a temporary folder for as long as it is used, and what the project's own code
prints while it is imported or run goes to stderr.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import fields, is_dataclass
from functools import reduce
from importlib import import_module
from operator import attrgetter, or_
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, TypeAlias

from respgen.core.response import Message, Receive, Send
from respgen.core.statuses import reason_phrase
from respgen.emit.files import GeneratedFile
from respgen.specs.types import (
    TypeExpression,
    TypeGeneric,
    TypeList,
    TypeName,
    TypeUnion,
    TypeValue,
)

_PACKAGE = "respgen_preview"
_CORE = "respgen.core."

Application: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]


@contextmanager
def imported(
    files: Iterable[GeneratedFile], module: str, roots: Iterable[Path]
) -> Iterator[ModuleType]:
    """A generated module, with the project's own modules importable from `roots`."""
    path, written = sys.path.copy(), sys.dont_write_bytecode
    with TemporaryDirectory() as folder, redirect_stdout(sys.stderr):
        _write(files, Path(folder, _PACKAGE))
        sys.path[:0] = [folder, *map(str, roots)]
        sys.dont_write_bytecode = True  # a look at a message leaves nothing behind
        try:
            yield import_module(f"{_PACKAGE}.{module}")
        finally:
            sys.path[:], sys.dont_write_bytecode = path, written
            _forget()


def carried(value: object) -> object:
    """The value, with the imported package's own classes in the place of core's.

    The package carries copies of them, and its encoders know no others.
    """
    if isinstance(value, dict):
        return {key: carried(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(carried, value))
    if not is_dataclass(value) or not type(value).__module__.startswith(_CORE):
        return value
    own = getattr(sys.modules[f"{_PACKAGE}._support"], type(value).__name__)
    return own(*(carried(getattr(value, field.name)) for field in fields(value)))


def evaluated(kind: TypeExpression) -> Any:
    """What a type is at run time: an annotation of the imported package is text."""
    match kind:
        case TypeName("builtins", "None"):
            return None
        case TypeName("respgen", name):
            return getattr(sys.modules[f"{_PACKAGE}._support"], name)
        case TypeName(module, name):
            return _found(module, name)
        case TypeGeneric(origin, arguments):
            made = tuple(map(evaluated, arguments))
            return evaluated(origin)[made[0] if len(made) == 1 else made]
        case TypeUnion(members):
            return reduce(or_, map(evaluated, members))
        case TypeValue(value):
            return value
        case TypeList(None):
            return ...
        case TypeList(items):
            return [evaluated(item) for item in items or ()]


def _found(module: str, name: str) -> Any:
    first, _, rest = name.partition(".")
    found = getattr(__import__(module, fromlist=(first,)), first)
    return attrgetter(rest)(found) if rest else found


def message(application: Application) -> bytes:
    """What a server would send: status line, header fields, body (RFC 9112 2.1)."""
    start, *rest = asyncio.run(_sent(application))
    status = start["status"]
    head = b"HTTP/1.1 %d %b\r\n" % (status, reason_phrase(status).encode())
    fields = b"".join(b"%b: %b\r\n" % field for field in start["headers"])
    return head + fields + b"\r\n" + b"".join(part.get("body", b"") for part in rest)


async def _sent(application: Application) -> list[Message]:
    sent: list[Message] = []
    asked = 0

    async def receive() -> Message:
        nonlocal asked
        asked += 1
        if asked > 1:  # the client has said all, and waits
            await asyncio.Event().wait()
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(part: Message) -> None:
        sent.append(part)

    await application(_SCOPE.copy(), receive, send)
    return sent


_SCOPE: dict[str, Any] = {
    "type": "http",
    "asgi": {"version": "3.0", "spec_version": "2.4"},
    "http_version": "1.1",
    "method": "GET",
    "scheme": "http",
    "path": "/",
    "raw_path": b"/",
    "query_string": b"",
    "root_path": "",
    "headers": [],
    "client": None,
    "server": None,
}


def _write(files: Iterable[GeneratedFile], folder: Path) -> None:
    folder.mkdir()
    for file in files:
        (folder / file.path).write_text(file.text, encoding="utf-8")


def _forget() -> None:
    for name in list(sys.modules):
        if name.partition(".")[0] == _PACKAGE:
            del sys.modules[name]
