"""What a class is, read from a project's sources without an import of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.project import Project
from respgen.source.bindings import Bindings
from respgen.source.classes import Classes
from respgen.source.modules import Modules
from respgen.specs.types import TypeName

SOURCES = {
    "shop/__init__.py": "raise SystemExit('imported')\n",
    "shop/models/__init__.py": """
from typing import TYPE_CHECKING, NewType, Optional
from .user import User as User
from .user import *
from shop.models import user as people
import datetime as dt
if TYPE_CHECKING:
    from .user import Entity
Users = list[User]
Id = NewType("Id", int)
When = dt.datetime
Maybe = Optional["Account"]
Loop = Circle
Circle = Loop
class Sub(Entity): ...
class Plain:
    class Inner(dt.date): ...
class Strange(Unknown): ...
class Meta(metaclass=Unknown): ...
""",
    "shop/models/user.py": """
import dataclasses, enum
import pydantic
from dataclasses import dataclass
from pydantic import BaseModel as Base
from typing import Annotated, Generic, Literal, NamedTuple, NotRequired, TypedDict, TypeVar
from datetime import datetime
import attrs, msgspec
from uuid import UUID
T = TypeVar("T")
class Entity(Base): ...
class User(Entity): ...
class Page(pydantic.BaseModel, Generic[T]): ...
@dataclass
class Account: ...
@dataclasses.dataclass(frozen=True)
class Frozen(Generic[T]): ...
@attrs.define
class Drawn: ...
class Packed(msgspec.Struct): ...
class Bare(enum.Enum):
    red = "red"
class Color(str, enum.Enum):
    red = "red"
class Row(TypedDict):
    name: Annotated[str, UUID]
    kind: Literal["datetime"]
    color: Color
    at: NotRequired["datetime | None"]
class Tree(TypedDict):
    leaves: "list[Tree]"
class Point(NamedTuple):
    x: float
class Names(dict[str, str]): ...
""",
    "shop/broken.py": "class (:\n",
}

CASES = {
    "shop.models.User": "a pydantic model",
    "shop.models.people.User": "a pydantic model",
    "shop.models.Sub": "a pydantic model",
    "shop.models.user.Page": "a pydantic model",
    "shop.models.Users": "a tuple or a list, a pydantic model",
    "shop.models.Account": "a dataclass",
    "shop.models.Maybe": "a dataclass",
    "shop.models.user.Frozen": "a dataclass",
    "shop.models.user.Drawn": "an attrs class",
    "shop.models.user.Packed": "a msgspec Struct",
    "shop.models.user.Bare": "an Enum",
    "shop.models.Color": "text",
    "shop.models.Plain": "a class of its own",
    "shop.models.Plain.Inner": "a class of its own",
    "shop.models.When": "a class of its own",
    "shop.models.Row": "a dict, name: text, color: text, at: a class of its own",
    "shop.models.Id": "a number",
    "shop.models.user.Names": "a dict",
    "shop.models.user.Point": "a tuple or a list, x: a number",
    "enum.IntEnum": "a number",
    "pydantic.BaseModel": "a pydantic model",
    "shop.models.Strange": "",
    "shop.models.Meta": "",
    "shop.models.Loop": "",
    "shop.models.Nowhere": "",
    "shop.broken.X": "",
    "elsewhere.X": "",
}


def _classes(root: Path) -> Classes:
    project = Project(root=root, schemas=(), output=root / "generated")
    return Classes(Bindings(Modules(project)))


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Classes:
    root = tmp_path_factory.mktemp("sources")
    for name, text in SOURCES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return _classes(root)


@pytest.mark.parametrize(("path", "expected"), CASES.items(), ids=CASES)
def test_found(classes: Classes, path: str, expected: str) -> None:
    """Imports, aliases and bases are followed; of what nobody knows nothing is said."""
    module, _, name = path.rpartition(".")
    held = [*classes(TypeName(module, name))]
    shown = [f"{each.inside}: {each.form.value}".removeprefix(": ") for each in held]
    assert ", ".join(shown) == expected


def test_a_circle_ends(classes: Classes) -> None:
    """A TypedDict that holds itself is read as deep as anybody needs."""
    forms = {each.form.value for each in classes(TypeName("shop.models.user", "Tree"))}
    assert forms == {"a dict"} or forms == {"a dict", "a tuple or a list"}
