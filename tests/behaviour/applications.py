"""Generated packages inside applications on real servers.

Goes in: schemas as text, and an application. Comes out: modules; what a client gets over HTTP.
"""

from __future__ import annotations

import http.client
import importlib
import json
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from tests.behaviour.serving import Implementation, free_port
from tests.support.building import files_of

_numbers = count(1)


def package(folder: Path, target: str, **schemas: str) -> dict[str, ModuleType]:
    """The modules that schemas make, imported; each call makes a package of its own."""
    name = f"answering_{next(_numbers)}"
    root = folder / name
    (root / "schemas").mkdir(parents=True)
    settings = f'[tool.respgen]\noutput = "{name}"\ntarget = "{target}"\n'
    (root / "pyproject.toml").write_text(settings, encoding="utf-8")
    for stem, text in schemas.items():
        path = root / "schemas" / f"{stem}.yaml"
        path.write_text(f"respgen: 1\n{dedent(text)}", encoding="utf-8")
    output = root / name
    output.mkdir()
    for file in files_of(root):
        (output / file.path).write_text(file.text, encoding="utf-8")
    sys.path.insert(0, str(root))
    try:
        return {stem: importlib.import_module(f"{name}.{stem}") for stem in schemas}
    finally:
        sys.path.remove(str(root))


@dataclass(frozen=True)
class Reply:
    """What came: the fields by their names in lower case, Set-Cookie aside."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """One request, with JSON where there is a body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        data = None if body is None else json.dumps(body)
        fields = dict(headers or {})
        if body is not None:
            fields["content-type"] = "application/json"
        connection.request(method, path, data, fields)
        found = connection.getresponse()
        reply = Reply(
            found.status,
            {name.lower(): value for name, value in found.getheaders()},
            found.read(),
        )
        connection.close()
        return reply


@contextmanager
def running(
    app: ASGIApp, implementation: Implementation, **settings: Any
) -> Iterator[Server]:
    """A server of an application, which ends with the block; `settings` are uvicorn's."""
    config = uvicorn.Config(
        app,
        http=implementation,
        loop="asyncio",
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        **settings,
    )
    listener = free_port()
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield Server(listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
