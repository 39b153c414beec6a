"""Migrations as folders of `cases`: `schema.yaml`, `code.py`, and what is expected of them.

`expected.py` is the code afterwards, `stays.txt` what is said about it; `options.txt` are options of the command. Each function of the code whose
name starts with `send` is called before and after with samples by its annotations, and both must send
the same, or both refuse. A second migration changes nothing. `pytest --update-cases` writes what is
expected.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module, invalidate_caches
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from fastapi import HTTPException, Request, Response
from fastapi.exception_handlers import http_exception_handler

from tests.support.command_line import REPOSITORY

HERE = Path(__file__).parent / "cases"
CASES = sorted(path.parent.name for path in HERE.glob("*/code.py"))
every_case = pytest.mark.parametrize("name", CASES)

SAMPLES: Mapping[object, tuple[object, ...]] = {
    str: ("", "plain", 'x y;"z"', "é", "☃", "/a?b=c&d"),
    int: (0, -1, 7, True),
    bool: (True, False),
    object: (None, {"a": [1, "é"]}, "text"),
    bytes: (b"", b"\xff\x00"),
}


@pytest.fixture(scope="session")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("migrated")


@dataclass(frozen=True, slots=True)
class Case:
    """A project with its package; `before` and `after` are modules of it, the latter migrated."""

    name: str
    root: Path
    said: str
    again: str

    @property
    def code(self) -> str:
        return (self.root / f"{self.name}_after.py").read_text(encoding="utf-8")


@cache
def migrated(name: str, folder: Path) -> Case:
    """The case, migrated twice: what was said at first, and the diff of the second time."""
    root = folder / name
    (root / "schemas").mkdir(parents=True, exist_ok=True)
    (root / "schemas" / "api.yaml").write_bytes(
        (HERE / name / "schema.yaml").read_bytes()
    )
    settings = f'[tool.respgen]\noutput = "{name}_catalogue"\n'
    (root / "pyproject.toml").write_text(settings)
    for word in ("before", "after"):
        code = (HERE / name / "code.py").read_bytes()
        (root / f"{name}_{word}.py").write_bytes(code)
    run(root, "generate")
    given = HERE / name / "options.txt"
    options = given.read_text(encoding="utf-8").split() if given.is_file() else []
    said = run(root, "migrate", *options, "--write", f"{name}_after.py").stderr
    again = run(root, "migrate", *options, f"{name}_after.py").stdout
    return Case(name, root, said, again)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "respgen", *words]
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@every_case
def test_the_code_becomes_what_is_expected(
    name: str, projects: Path, request: pytest.FixtureRequest
) -> None:
    made = migrated(name, projects)
    lines = made.said.splitlines()[:-1]
    stays = "".join(f"{line.partition(':')[2]}\n" for line in lines)
    case = HERE / name
    if request.config.getoption("--update-cases"):
        (case / "expected.py").write_text(made.code, encoding="utf-8")
        (case / "stays.txt").write_text(stays, encoding="utf-8")
    assert (case / "expected.py").read_text(encoding="utf-8") == made.code
    assert (case / "stays.txt").read_text(encoding="utf-8") == stays


@every_case
def test_a_second_migration_changes_nothing(name: str, projects: Path) -> None:
    assert migrated(name, projects).again == ""


@every_case
def test_both_send_the_same(name: str, projects: Path) -> None:
    root = migrated(name, projects).root
    sys.path.insert(0, str(root))
    invalidate_caches()
    try:
        before, after = (
            import_module(f"{name}_{word}") for word in ("before", "after")
        )
        functions = [each for each in vars(before) if each.startswith("send")]
        assert functions
        for each in functions:
            for given in samples(getattr(before, each)):
                found = sent(before, each, given), sent(after, each, given)
                assert found[0] == found[1], (each, given)
    finally:
        sys.path.remove(str(root))


def samples(function: Callable[..., Any]) -> Iterator[dict[str, object]]:
    hints = {k: v for k, v in get_type_hints(function).items() if k != "return"}
    names = [
        name
        for name in inspect.signature(function).parameters
        if hints[name] is not Response
    ]
    for values in product(*(SAMPLES[hints[name]] for name in names)):
        yield dict(zip(names, values, strict=True))


def sent(module: ModuleType, name: str, given: dict[str, object]) -> object:
    """Status, body, and the values of each field; what cannot be sent is the same whatever it is."""
    function = getattr(module, name)
    injected = [
        n
        for n, v in get_type_hints(function).items()
        if v is Response and n != "return"
    ]
    response = Response()
    try:
        made = answered(partial(function, **given, **dict.fromkeys(injected, response)))
        found = made if isinstance(made, Response) else response
        return "refused" if is_refused(found) else message(found)
    except (ValueError, TypeError):
        return "refused"


def answered(function: Callable[[], Any]) -> Any:
    """What a function gives, or what answers the exception that it raises."""
    try:
        return function()
    except HTTPException as error:
        request = Request({"type": "http", "method": "GET", "path": "/", "headers": []})
        return asyncio.run(http_exception_handler(request, error))


def is_refused(response: Response) -> bool:
    """Whether servers refuse it (h11), or nobody may send it (RFC 9110 5.5)."""
    return any(
        value != value.strip() or any((c < 32 and c != 9) or c == 127 for c in value)
        for _, value in response.raw_headers
    )


def message(response: Response) -> object:
    sent = asyncio.run(sending(response))
    fields: dict[bytes, list[bytes]] = {}
    for name, value in sent[0]["headers"]:
        fields.setdefault(name.lower(), []).append(ended(value))
    body = b"".join(bytes(each.get("body", b"")) for each in sent)
    return sent[0]["status"], fields, body


async def sending(response: Response) -> list[MutableMapping[str, Any]]:
    """What an application that returns the response sends."""
    messages: list[MutableMapping[str, Any]] = []
    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}

    async def receive() -> MutableMapping[str, Any]:
        await asyncio.Event().wait()
        raise AssertionError("a client that only waits")

    async def send(each: MutableMapping[str, Any]) -> None:
        messages.append(each)

    await response(scope, receive, send)
    return messages


def ended(value: bytes) -> bytes:
    """Of the deletion of a cookie what browsers know it by: name, domain and path (RFC 6265bis 5.7)."""
    name, *attributes = value.split(b"; ")
    if b"Max-Age=0" not in attributes:
        return value
    scope = [e for e in attributes if e.startswith((b"Domain=", b"Path="))]
    return b"; ".join([name.partition(b"=")[0], *scope])
