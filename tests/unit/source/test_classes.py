"""What a class is, read from a project's sources without an import of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from respgen.project import Project
from respgen.source.bindings import Bindings
from respgen.source.classes import Classes
from respgen.source.modules import Modules
from respgen.source.names import VISITS, Names
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
from typing import final, Annotated, Generic, Literal, NamedTuple, NotRequired, TypedDict, TypeVar
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
@strange
class Decorated: ...
@final
class Last: ...
class Accounts(list[Account]): ...
class Long(Row):
    more: int
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
    "shop/rows.py": """
import dataclasses, pydantic, typing, other
from dataclasses import dataclass
from functools import cached_property
from pydantic import BaseModel, ConfigDict
T = typing.TypeVar("T")
@dataclass(frozen=True)
class Base:
    sku: str
    kind: typing.ClassVar[str] = "a"
    def __post_init__(self):
        object.__init__(self)
        self.later = 1
@dataclass
class Article(Base, typing.Generic[T]):
    pieces: int = 0
    if True:
        hidden: int = 1
    @property
    def price(self): ...
class Row(typing.TypedDict, total=False):
    name: str
class Model(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    name: str
    @pydantic.computed_field
    @cached_property
    def size(self) -> int: ...
class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
class Quoted(BaseModel):
    model_config = {"extra": "allow"}
class Configured(BaseModel):
    model_config = other.CONFIG
class Older(BaseModel):
    class Config:
        extra = "allow"
class Keyword(BaseModel, extra="allow"):
    name: str
class Below(Open):
    name: str
class Foreign(BaseModel, other.Mixin): ...
@other.wrap
@dataclass
class Wrapped: ...
@dataclass
class Reads:
    def __getattr__(self, name): ...
@dataclass
class Sets:
    def __post_init__(self):
        setattr(self, "a", 1)
class Free(dict[str, str]): ...
@dataclass
class Circular(Circular): ...
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
    "shop.models.Plain": "a plain class",
    "shop.models.Plain.Inner": "a plain class",
    "shop.models.When": "a plain class",
    "shop.models.Row": "a dict, name: text, color: text, at: a plain class",
    "shop.models.Id": "a number",
    "shop.models.user.Names": "a dict, text, text",
    "shop.models.user.Point": "a tuple or a list, x: a number",
    "shop.models.user.Decorated": "",
    "shop.models.user.Last": "a plain class",
    "shop.models.user.Accounts": "a tuple or a list, a dataclass",
    "shop.models.user.Long": "a dict, a dict, name: text, color: text, at: a plain class, more: a number",
    "enum.IntEnum": "a number",
    "pydantic.BaseModel": "a pydantic model",
    "shop.models.Strange": "",
    "shop.models.Meta": "",
    "shop.models.Loop": "",
    "shop.models.Nowhere": "",
    "shop.broken.X": "",
    "elsewhere.X": "",
}


def _classes(root: Path, visits: int = VISITS) -> Classes:
    project = Project(root=root, schemas=(), output=root / "generated")
    return Classes(Names(Bindings(Modules(project)), visits))


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


NO_ROWS = (
    *("Open", "Quoted", "Configured", "Older", "Keyword", "Below", "Foreign"),
    *("Wrapped", "Reads", "Sets", "Free", "Nowhere"),
)
ROWS = {
    "Article": {"sku", "kind", "later", "__post_init__", "pieces", "hidden", "price"},
    "Row": {"name"},
    "Model": {"model_config", "name", "size"},
    **dict.fromkeys(NO_ROWS, None),
}


@pytest.mark.parametrize(("name", "expected"), ROWS.items(), ids=ROWS)
def test_attributes(classes: Classes, name: str, expected: set[str] | None) -> None:
    """All that an instance may have, or nothing where a file cannot tell."""
    held = next(classes(TypeName("shop.rows", name)), None)
    assert (held.attributes if held else None) == expected


def test_a_circle_ends(classes: Classes) -> None:
    """A TypedDict that holds itself is read once."""
    forms = [each.form.value for each in classes(TypeName("shop.models.user", "Tree"))]
    assert forms == ["a dict", "a tuple or a list"]


def _own_fields(size: int) -> dict[str, str]:
    head = "from typing import TypedDict\nclass T(TypedDict):\n"
    return {"a": head + "".join(f"  f{n}: 'T'\n" for n in range(size))}


def _stars(size: int) -> dict[str, str]:
    package = "".join(f"from .m{n} import *\n" for n in range(size))
    return {"a/__init__": package} | {
        f"a/m{n}": "from . import *\n" for n in range(size)
    }


def _bases(size: int) -> dict[str, str]:
    return {"a": f"class T(U{', U' * size}): ...\nclass U(T{', T' * size}): ...\n"}


def _chain(size: int) -> dict[str, str]:
    links = "".join(f"class T{n}(T{n + 1}): ...\n" for n in range(size))
    return {"a": f"{links}class T{size}: ...\nT = T0\n"}


def _ladder(size: int) -> dict[str, str]:
    rungs = "".join(f"T{n} = dict[T{n + 1}, T{n + 1}]\n" for n in range(size))
    return {"a": f"{rungs}T{size} = int\nT = T0\n"}


def _union(size: int) -> dict[str, str]:
    return {"a": f"T = int{' | int' * size}\n"}


@pytest.mark.parametrize(
    "shape", [_own_fields, _stars, _bases, _chain, _ladder, _union]
)
def test_any_shape_is_linear(
    shape: Callable[[int], dict[str, str]], tmp_path: Path
) -> None:
    """Twice the source costs at most some more than twice the visits, whatever refers to what."""

    def visits(size: int) -> int:
        root = tmp_path / str(size)
        for name, text in shape(size).items():
            file = root / f"{name}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        found = _classes(root)
        assert [*found(TypeName("a", "T"))] or shape in (_stars, _bases)
        return VISITS - found.names.left

    assert visits(200) <= 2.2 * visits(100)


def test_a_run_has_an_end(tmp_path: Path) -> None:
    """What is found after too many visits counts as unknown."""
    (tmp_path / "a.py").write_text(_ladder(20)["a"], encoding="utf-8")
    assert len([*_classes(tmp_path, 5)(TypeName("a", "T"))]) < 5


def test_large_files_are_not_read(tmp_path: Path) -> None:
    """A module of data would take seconds; of its classes nothing is known."""
    text = "class T: ...\n" + "v = [1, 2, 3]\n" * 100_000
    (tmp_path / "a.py").write_text(text, encoding="utf-8")
    assert not [*_classes(tmp_path)(TypeName("a", "T"))]


PLACES = """
import dataclasses, datetime, enum, pathlib
from typing import NamedTuple, TypedDict
from pydantic import BaseModel
class Plain: ...
class Written:
    def __format__(self, spec): return "text"
class Below(Written): ...
@dataclasses.dataclass
class Point: ...
@dataclasses.dataclass
class Money:
    def __format__(self, spec): return "text"
class Pair(NamedTuple):
    a: int
class Row(TypedDict, total=False):
    a: int
class Model(BaseModel): ...
class Day(datetime.date): ...
class Span(datetime.timedelta): ...
class Color(enum.Enum): ...
class Word(str): ...
class Strange(Unknown): ...
class Meta(metaclass=Unknown): ...
@unknown
class Decorated: ...
"""


def test_text(tmp_path: Path) -> None:
    """Which classes a place of a template takes; None where nobody knows."""
    (tmp_path / "a.py").write_text(PLACES, encoding="utf-8")
    found = _classes(tmp_path)
    names = re.findall(r"^class (\w+)", PLACES, re.M)
    texts: dict[bool | None, str] = {True: "", False: "", None: ""}
    for name in names:
        held = next(found(TypeName("a", name)), None)
        texts[held.text if held else None] += f"{name} "
    assert texts == {
        True: "Written Below Money Day Color Word ",
        False: "Plain Point Pair Row Model Span ",
        None: "Strange Meta Decorated ",
    }
