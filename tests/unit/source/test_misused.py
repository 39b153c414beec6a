"""What lint says of names of the project that cannot be used as the schema says."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.diagnostics import Diagnostic
from respgen.pipeline import judge
from respgen.project import Project

MODELS = """
import dataclasses
import enum
from typing import Generic, TypeVar
import pydantic
import unknown
T = TypeVar("T")
@dataclasses.dataclass
class Row:
    sku: str
class Lost(Exception): ...
class Plain: ...
class Item(pydantic.BaseModel): ...
class Paid(Item, Plain): ...
class Level(enum.IntEnum): ...
class Box(Generic[T], Item): ...
class Held(Item, Lost): ...
class Strange(enum.Enum, unknown.Base): ...
class Made(metaclass=unknown.Meta): ...
@dataclasses.dataclass
class Failed(Lost):
    sku: str
def plain(value): ...
def timed(value, *, clock): ...
"""


def _found(root: Path, schema: str) -> list[Diagnostic]:
    (root / "models.py").write_text(MODELS, encoding="utf-8")
    data = {"shop.yaml": f"respgen: 1\n{schema}".encode()}
    project = Project(root, (root / "shop.yaml",), root / "generated")
    return list(judge(project, data).problems)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        ("models:Lost", ""),
        ("models:Gone", "models has no 'Gone'"),
        ("models:Plain", "models:Plain is no exception"),
        ("models:plain", "models:plain is no exception"),
        ("models:Row", "models:Row is no exception"),
        ("models:Item", "models:Item is no exception"),
        ("models:Paid", "models:Paid is no exception"),
        ("models:Level", "models:Level is no exception"),
        ("models:Box", "models:Box is no exception"),
        ("pydantic:BaseModel", "pydantic:BaseModel is no exception"),
        ("models:Held", ""),
        ("models:Strange", ""),
        ("models:Made", ""),
        ("models:Failed", ""),
        ("decimal:InvalidOperation", ""),
        ("pydantic:ValidationError", ""),
        ("models.Lost", "'models.Lost' is not an import path"),
    ],
)
def test_exceptions_that_are_answered(tmp_path: Path, error: str, message: str) -> None:
    """Handlers import what `errors` names when they are installed: it has to be raisable."""
    schema = f"problems:\n  P: {{status: 404}}\nerrors: {{'{error}': P}}\n"
    assert "".join(each.message for each in _found(tmp_path, schema)) == message


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{orjson: {default: 'models:plain'}}", ""),
        ("{orjson: {default: 'models:gone'}}", "models has no 'gone'"),
        (
            "{msgspec: {enc_hook: 'models:timed'}}",
            "models:timed needs clock, and is given the value alone",
        ),
        ("{msgpack: {default: 'models:gone'}}", "models has no 'gone'"),
        ("{pydantic: {fallback: 'models:gone'}}", "models has no 'gone'"),
    ],
)
def test_functions_in_options_of_libraries(
    tmp_path: Path, options: str, message: str
) -> None:
    """What a library calls is looked up as what json calls is."""
    schema = f"responses:\n  A: {{content: Any, render: {options}}}\n"
    assert "".join(each.message for each in _found(tmp_path, schema)) == message


def test_a_place_in_a_key(tmp_path: Path) -> None:
    """Keys are constant, and so nothing uses a param that stands there alone."""
    body = 'params: {unit: str}, body: {"{unit}": 1}'
    found = _found(tmp_path, f"responses:\n  A: {{{body}}}\n")
    advice = 'write "{unit}" as a value of the body or of a header, or remove it'
    assert [(each.code, each.help) for each in found] == [("R118", advice)]


@pytest.mark.parametrize(
    ("keys", "advice"),
    [
        ("media_type: text/csv, content: 'list[models.Row]'", "write render: csv"),
        (
            "kind: stream, media_type: text/csv, content: models.Row",
            "write render: csv",
        ),
        ("media_type: application/yaml, content: 'list[int]'", "write render: yaml"),
        (
            "media_type: application/msgpack, content: models.Row",
            "write render: msgpack",
        ),
        (
            "kind: stream, media_type: text/event-stream, content: models.Row",
            "write render: {sse: {data: pydantic}}, which knows more types",
        ),
        ("render: csv, content: models.Row", "write content: list[models.Row]"),
        ("render: ndjson, content: models.Row", "write content: list[models.Row]"),
        (
            "render: ndjson, content: 'AsyncIterable[int]'",
            "write content: Iterable[...], or kind: stream and the type of one item",
        ),
        (
            "render: form, content: models.Row",
            "write content: dict[str, str], and pass such a mapping",
        ),
        ("render: csv, content: 'list[models.Row]'", ""),
        ("render: ndjson, content: 'tuple[int, str]'", ""),
    ],
)
def test_contents_that_do_not_fit(tmp_path: Path, keys: str, advice: str) -> None:
    """The help names the renderer of the media type, or the content that the renderer takes."""
    found = _found(tmp_path, f"responses:\n  A: {{{keys}}}\n")
    assert "".join(each.help for each in found if each.code == "R236") == advice
