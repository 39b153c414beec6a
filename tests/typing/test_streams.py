"""What a caller gets wrong of a stream, the type checkers say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.building import files_of
from tests.typing.test_typing import Place, _mypy, _pyright

MODELS = """
from typing import TypedDict
from pydantic import BaseModel

class Row(TypedDict):
    name: str
class Profile(BaseModel):
    name: str

def line(row: Row) -> bytes:
    return row["name"].encode()
def number(item: int) -> bytes:
    return b"%d" % item
"""
SCHEMA = """\
respgen: 1
responses:
  Text: {kind: stream, media_type: text/plain}
  Strict: {extends: Text, content: str, headers: {X-Name: {type: str, required: true}}}
  Raw: {kind: stream, content: bytes}
  Lines: {kind: stream, render: ndjson}
  Rows: {kind: stream, content: somebody.Row, render: ndjson}
  Profiles: {kind: stream, content: somebody.Profile, render: {ndjson: {items: pydantic}}}
  Array: {kind: stream, content: int, render: {json: {array: true}}}
  Own: {kind: stream, content: {type: somebody.Row, as: rows}, render: "somebody:line"}
  Held: {kind: stream, content: somebody.Profile, render: ndjson}
  Wrong: {kind: stream, content: somebody.Row, render: "somebody:number"}
"""
USE = """\
from collections.abc import AsyncIterator, Generator, Iterator
from datetime import datetime
from typing import IO

from shop.feeds import Array, Lines, Own, Profiles, Raw, Rows, Strict, Text
from somebody import Profile, Row


async def texts() -> AsyncIterator[str]:
    yield "a"


def numbers() -> Generator[int, None, None]:
    yield 1


def rows() -> Iterator[Row]:
    yield {"name": "Ann"}


def sent(file: IO[bytes], log: IO[str]) -> None:
    Text(texts())
    Text(["a", b"b"])
    Text(file)
    Text(log)
    Text(numbers())  # error
    Text(7)  # error
    Text()  # error
    Text(None)  # error
    Text([None])  # error
    Strict(texts(), x_name="n")
    Strict([b"a"], x_name="n")  # error
    Strict(texts())  # error
    Raw(file)
    Raw(log)  # error
    Raw(b"lone")  # error
    Lines([{"a": 1}, None, "b"])
    Lines(numbers())
    Lines([datetime.now()])  # error
    Lines([{1, 2}])  # error
    Rows(rows())
    Rows({"name": "Ann"})  # error
    Rows([{"nome": "Ann"}])  # error
    Profiles(Profile(name=name) for name in ("a", "b"))
    Profiles(rows())  # error
    Array(numbers())
    Array(["a"])  # error
    Own(rows())
    Own(rows=rows())
    Own(content=rows())  # error
    Own(texts())  # error
"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a generated package, and the file that uses it."""
    folder = tmp_path_factory.mktemp("streams")
    project, output = folder / ".project", folder / "shop"
    (project / "schemas").mkdir(parents=True)
    output.mkdir()
    (project / "pyproject.toml").write_text("[tool.respgen]\n")
    (project / "schemas" / "feeds.yaml").write_text(SCHEMA)
    for file in files_of(project):
        (output / file.path).write_text(file.text, encoding="utf-8")
    (folder / "somebody.py").write_text(MODELS)
    (folder / "use.py").write_text(USE)
    return folder


def _marked() -> set[Place]:
    lines = enumerate(USE.splitlines(), 1)
    return {("use.py", number) for number, line in lines if line.endswith("# error")}


@pytest.mark.slow
@pytest.mark.parametrize("checker", [_mypy, _pyright], ids=["mypy", "pyright"])
def test_streams(checker: object, checked: Path) -> None:
    """Each marked line is an error; so are two classes whose renderers do not fit their items."""
    assert callable(checker)
    found = set(checker(checked))
    refused = {place for place in found if place[0].endswith("feeds.py")}
    assert len(refused) == 2
    assert found - refused == _marked()
