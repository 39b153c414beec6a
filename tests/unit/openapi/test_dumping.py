"""What documents say of a type is what pydantic dumps of it: names, and what may be left out."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from respgen.openapi.schemas import Later, inline, made
from tests.support.compiled import compiled


class Aliased(BaseModel):
    """Sent by its name, unless somebody wants the alias."""

    unit_price: int = Field(alias="unitPrice")


class Configured(BaseModel):
    """Sent by its alias."""

    model_config = ConfigDict(serialize_by_alias=True)
    unit_price: int = Field(alias="unitPrice")
    inside: Aliased


class Cat(BaseModel):
    """One of two."""

    kind: Literal["cat"] = "cat"
    lives: int


class Dog(BaseModel):
    """The other one, which may have one of both."""

    kind: Literal["dog"] = "dog"
    friend: Pet | None


Pet = Annotated[Cat | Dog, Field(discriminator="kind")]


class Owner(BaseModel):
    """Has one."""

    pet: Pet


PRICE = Aliased(unitPrice=1)
VALUES = (
    PRICE,
    Configured(unitPrice=1, inside=PRICE),
    Owner(pet=Dog(friend=Cat(lives=9))),
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("by_alias", [None, True, False])
@pytest.mark.parametrize("absent", ["none", "null", "any"])
def test_what_is_dumped_is_what_is_documented(
    value: Any, by_alias: bool | None, absent: str
) -> None:
    """For aliases that the caller chooses, the class, or nobody; recursion is open."""
    kind = type(value)
    text = TypeAdapter[Any](kind).dump_json(
        value,
        by_alias=by_alias,
        exclude_none=absent == "null",
        exclude_unset=absent == "any",
    )
    sent = json.loads(text)
    schema = inline(kind, by_alias=by_alias, absent=absent)
    assert [*Draft202012Validator(schema).iter_errors(sent)] == []


@pytest.mark.parametrize(
    ("absent", "required"),
    [("none", ["friend"]), ("null", None), ("any", None)],
)
def test_what_may_be_left_out_is_not_required(absent: str, required: Any) -> None:
    """Of a field that may be None nobody knows, where None is left out."""
    assert (inline(Dog, absent=absent).get("required") or None) == required


SCHEMA = """
respgen: 1
responses:
  Usual: {media_type: application/json, render: pydantic, content: KIND}
  Named: {media_type: application/json, render: {pydantic: {by_alias: true}}, content: KIND}
  Sparse: {media_type: application/json, render: {pydantic: {exclude: [a]}}, content: KIND}
"""


def test_the_renderer_says_how() -> None:
    """A schema's options reach the document."""
    module: Any = compiled(SCHEMA.replace("KIND", f"{__name__}.Aliased"))
    found = {}
    for name in ("Usual", "Named", "Sparse"):
        said = getattr(module, name).openapi[200]["content"]["application/json"]
        schema = dict(said["schema"])
        found[name] = [*schema["properties"]], bool(schema["required"])
    assert found == {
        "Usual": (["unit_price"], True),
        "Named": (["unitPrice"], True),
        "Sparse": (["unit_price"], False),
    }


def test_an_author_s_module_raises_anything() -> None:
    """The document is made without the type."""

    def schema(of: Any) -> dict[str, Any]:
        raise RuntimeError("no settings")

    with pytest.warns(UserWarning, match="open: RuntimeError: no settings"):
        assert made(schema, inline) == {}


@pytest.fixture
def often() -> Iterator[None]:
    """Threads that take turns as often as Python lets them."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("often")
def test_threads_read_the_whole() -> None:
    """Nobody sees what another thread is making yet."""
    for _ in range(20):
        later = Later(lambda: dict.fromkeys(map(str, range(100)), 1))
        start, seen = threading.Barrier(16), list[str]()

        def read(
            later: Later = later,
            start: threading.Barrier = start,
            seen: list[str] = seen,
        ) -> None:
            start.wait()
            seen.append(json.dumps(later))

        threads = [threading.Thread(target=read) for _ in range(16)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert set(seen) == {json.dumps(dict.fromkeys(map(str, range(100)), 1))}


def test_what_is_made_later_may_be_changed_before() -> None:
    """As any dictionary may be."""
    later = Later(lambda: {"type": "object", "title": "A", "minimum": 1})
    later["title"] = "B"
    del later["minimum"]
    later.update(maximum=2)
    assert later.setdefault("type", "string") == later.pop("type") == "object"
    assert later == {"title": "B", "maximum": 2}
    assert not later != {"title": "B", "maximum": 2}  # noqa: SIM202  # dict has its own
    assert later | {"a": 1} == {"title": "B", "maximum": 2, "a": 1}
    assert {"a": 1} | later == {"a": 1, "title": "B", "maximum": 2}
