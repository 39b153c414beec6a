"""What a caller gets wrong of an event stream, the type checkers say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.building import files_of
from tests.typing.test_typing import Place, _mypy, _pyright

MODELS = """
from typing import TypedDict
from pydantic import BaseModel

class Usage(TypedDict):
    tokens: int
class Profile(BaseModel):
    name: str
"""
SCHEMA = """\
respgen: 1
responses:
  Feed: {kind: stream, render: sse}
  Log: {kind: stream, render: {sse: {data: text}}}
  Profiles: {kind: stream, content: somebody.Profile, render: {sse: {data: pydantic}}}
  Answer:
    kind: stream
    render: {sse: {events: {token: str, done: somebody.Usage}}}
  Later: {extends: Answer, ping: 45s}
  One: {kind: stream, render: {sse: {events: {tick: int}}}}
  Plain: {kind: stream, content: somebody.Profile, render: sse}
"""
USE = """\
from collections.abc import AsyncIterator, Iterator
from datetime import datetime

from shop.feeds import Answer, Event, Feed, Later, Log, One, Profiles
from somebody import Profile, Usage


# an item is data or an event

def mixed() -> Iterator[dict[str, int] | Event[list[int]]]:
    yield {"a": 1}
    yield Event([1], "list", id="1", retry=10, comment="c")


async def texts() -> AsyncIterator[str]:
    yield "a"


def profiles() -> Iterator[Profile | Event[Profile]]:
    yield Profile(name="a")


def moments() -> Iterator[datetime]:
    yield datetime.now()


Feed(mixed())
Feed([{"a": 1}, Event({"b": [1, None]}), None])
Feed(texts())
Feed(moments())  # error
Feed({"a": 1} for _ in range(2))
Feed([{1, 2}])  # error
Feed(3)  # error
Feed(status_code=200)  # error
Log(texts())
Log([Event("a"), "b"])
Log([1])  # error
Log([Event(b"a")])  # error
Profiles(profiles())
Profiles([Event(Profile(name="a"), id="1")])
Profiles([{"name": "a"}])  # error
Profiles([Event("a")])  # error


# parameters of an event

Event(1, event="a", id="b", retry=3, comment="c")
Event()  # error
Event(1, event=1)  # error
Event(1, retry="3")  # error
Event(1, retry=0.5)  # error
Event(1, id=7)  # error
Event(1, name="a")  # error
event = Event({"a": 1}, "a")
event.data["a"].bit_length()
event.data = {}  # error
event.event = "b"  # error
wide: Event[int | str] = Event(1)


# names have the types of their data

usage: Usage = {"tokens": 1}
Answer.Event("Hi", "token", id="1", retry=3, comment="c")
Answer.Event({"tokens": 1}, "done")
Answer.Event(usage, event="done")
Answer.Event("Hi", "done")  # error
Answer.Event({"tokens": 1}, "token")  # error
Answer.Event("Hi", "tokens")  # error
Answer.Event("Hi")  # error
Answer.Event("Hi", "token", retry="3")  # error
One.Event(1, "tick")
One.Event("1", "tick")  # error
One.Event(1, "tock")  # error


async def tokens() -> AsyncIterator[Answer.Event]:
    yield Answer.Event("Hi", "token")
    yield Later.Event({"tokens": 1}, "done")
    yield "Hi"  # error
    yield Event("Hi", "token")  # error


Answer(tokens())
Later(tokens())
Answer(["Hi"])  # error
Answer([Event("Hi", "token")])  # error
Answer([One.Event(1, "tick")])  # error
One(tokens())  # error
"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a generated package, and the file that uses it."""
    folder = tmp_path_factory.mktemp("events")
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
def test_events(checker: object, checked: Path) -> None:
    """Each marked line is an error. So is the class that JSON cannot hold, and nothing else."""
    assert callable(checker)
    found = set(checker(checked))
    refused = {place for place in found if place[0].endswith("feeds.py")}
    assert len(refused) == 1
    assert found - refused == _marked()
