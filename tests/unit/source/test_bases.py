"""How hand-written constructors are called, as their files say, without an import of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.pipeline import build
from respgen.project import Project

IMPORTS = """
import attrs, dataclasses, functools, house.other
from dataclasses import dataclass, field, KW_ONLY
from http import HTTPStatus
from typing import Any, ClassVar, List, Optional, TypedDict, Union, Unpack, overload
from collections.abc import Mapping
from starlette import status
from starlette.responses import JSONResponse, RedirectResponse, Response
from .other import *
from .other import Level, Tenant as Renter
raise SystemExit("imported")
"""
OTHER = """
from starlette.responses import JSONResponse
class Level:
    HIGH = 1
    _low = 0
class Tenant: ...
class Grand(JSONResponse):
    def __init__(self, content, status_code=200, headers=None, *, grand: int): ...
class Helper:
    def help(self): ...
class Plain(JSONResponse): ...
"""

CALLS = {
    "the reference's own": (
        "class Base(JSONResponse): ...",
        "(self, content: Any, status_code: int = 200, headers: Mapping[str, str] | None = None, "
        "media_type: str | None = None, background: BackgroundTask | None = None)",
        "content, status_code=status_code, headers=headers, media_type=media_type, background=background",
    ),
    "parameters of its own": (
        "class Base(JSONResponse):\n"
        " def __init__(self, content: dict[str, Any], status_code: int = 404, headers: Mapping[str, str] | None = None, *,"
        " tenant: str, trace: bool = False): ...",
        "(self, content: dict[str, Any], status_code: int = 404, headers: Mapping[str, str] | None = None, *, "
        "tenant: str, trace: bool = False)",
        "content, status_code=status_code, headers=headers, tenant=tenant, trace=trace",
    ),
    "the rest by keyword": (
        "class Base(JSONResponse):\n def __init__(self, data, **rest): ...",
        "(self, data: Any, status_code: int = 200, headers: Mapping[str, str] | None = None, "
        "media_type: str | None = None, background: BackgroundTask | None = None)",
        "data, status_code=status_code, headers=headers, media_type=media_type, background=background",
    ),
    "all by place": (
        "class Base(JSONResponse):\n def __init__(self, *args): ...",
        "(self, content: Any, status_code: int = 200, headers: Mapping[str, str] | None = None, "
        "media_type: str | None = None, background: BackgroundTask | None = None)",
        "content, status_code, headers, media_type, background",
    ),
    "anything": (
        "class Base(JSONResponse):\n def __init__(self, *args, tenant, **kwargs): ...",
        "(self, content: Any, status_code: int = 200, headers: Mapping[str, str] | None = None, "
        "media_type: str | None = None, background: BackgroundTask | None = None, *, tenant: Any)",
        "content, tenant=tenant, status_code=status_code, headers=headers, media_type=media_type, background=background",
    ),
    "by place alone": (
        "class Base(JSONResponse):\n def __init__(self, content, level: Level, /, status_code=200): ...",
        "(self, content: Any, status_code: int = 200, *, level: Level)",
        "content, level, status_code=status_code",
    ),
    "content behind another": (
        "class Base(JSONResponse):\n def __init__(self, tenant: Renter, content=None): ...",
        "(self, content: Any = None, *, tenant: Tenant)",
        "tenant=tenant, content=content",
    ),
    "no content": (
        "class Base(JSONResponse):\n def __init__(self, *, message: str, level: int = -1): ...",
        "(self, *, message: str, level: int = -1)",
        "message=message, level=level",
    ),
    "a status first": (
        "class Base(JSONResponse):\n def __init__(self, status_code: int, detail: str): ...",
        "(self, status_code: int = 200, *, detail: str)",
        "status_code=status_code, detail=detail",
    ),
    "names as defaults": (
        "class Base(JSONResponse):\n def __init__(self, content, status_code=status.HTTP_409_CONFLICT, level=Level.HIGH): ...",
        "(self, content: Any, status_code: int = 409, *, level: Any = Level.HIGH)",
        "content, status_code=status_code, level=level",
    ),
    "a status by name": (
        "class Base(JSONResponse):\n def __init__(self, content, status_code=HTTPStatus.GONE): ...",
        "(self, content: Any, status_code: int = 410)",
        "content, status_code=status_code",
    ),
    "defaults that only it knows": (
        "class Base(JSONResponse):\n def __init__(self, content, level: Level = Level(), low: int = Level._low): ...",
        "(self, content: Any, *, level: Level | None = None, low: int | None = None)",
        "content, **passed_on(level=level, low=low)",
    ),
    "older spellings": (
        "class Base(JSONResponse):\n def __init__(self, content: 'Optional[List[Level]]', a: Union[int, None] = None): ...",
        "(self, content: list[Level] | None, *, a: int | None = None)",
        "content, a=a",
    ),
    "headers of another type": (
        "class Base(JSONResponse):\n def __init__(self, content, headers: dict[str, str], media_type: str = 'a/b'): ...",
        "(self, content: Any, media_type: str = 'a/b', *, headers: dict[str, str])",
        "content, headers=headers, media_type=media_type",
    ),
    "inherited, in another file": (
        "class Base(Helper, Grand): ...",
        "(self, content: Any, status_code: int = 200, headers: Mapping[str, str] | None = None, *, grand: int)",
        "content, status_code=status_code, headers=headers, grand=grand",
    ),
    "by another name": (
        "class Own(Plain):\n def __init__(self, content, *, own): ...\nBase = Own",
        "(self, content: Any, *, own: Any)",
        "content, own=own",
    ),
    "overloads": (
        "class Base(JSONResponse):\n"
        " @overload\n def __init__(self, content, *, a: int): ...\n"
        " @overload\n def __init__(self, content, *, a: int, b: str): ...\n"
        " def __init__(self, *args, **kwargs): ...",
        "(self, content: Any, *, a: int, b: str)",
        "content, a=a, b=b",
    ),
    "a typed rest": (
        "class Options(TypedDict, total=False):\n a: int\n"
        "class Base(JSONResponse):\n def __init__(self, content, **kwargs: Unpack[Options]): ...",
        "(self, content: Any, *, a: int | None = None)",
        "content, **passed_on(a=a)",
    ),
    "attrs beside a constructor": (
        "@attrs.define\nclass Base(JSONResponse):\n def __init__(self, content, *, own: int): ...",
        "(self, content: Any, *, own: int)",
        "content, own=own",
    ),
    "attrs that writes none": (
        "import attr\n@attr.s(init=False)\nclass Base(JSONResponse):\n def __init__(self, content, *, own: int): ...",
        "(self, content: Any, *, own: int)",
        "content, own=own",
    ),
    "a dataclass": (
        "@dataclass(eq=False)\nclass Base(JSONResponse):\n"
        " content: str\n tags: list[str] = field(default_factory=list)\n n: ClassVar[int] = 1\n"
        " _: KW_ONLY\n tenant: str\n size: int = 3\n kept: int = field(init=False)",
        "(self, content: str, *, tags: list[str] | None = None, tenant: str, size: int = 3)",
        "content, tenant=tenant, size=size, **passed_on(tags=tags)",
    ),
}


def _project(root: Path, source: str) -> Project:
    (root / "house").mkdir()
    (root / "house" / "__init__.py").write_text("from house.base import Base as Base")
    (root / "house" / "base.py").write_text(f"{IMPORTS}{source}\n", encoding="utf-8")
    (root / "house" / "other.py").write_text(OTHER, encoding="utf-8")
    schema = root / "shop.yaml"
    schema.write_text('respgen: 1\nresponses:\n  Item: {extends: "house:Base"}\n')
    return Project(root, (schema,), root / "generated", target="starlette")


def _constructor(text: str) -> tuple[str, str]:
    """The signature and the call of the base, each on one line."""
    lines = [line.strip() for line in text.splitlines()]
    start, end = lines.index("def __init__("), lines.index(") -> None:")
    signature = " ".join(lines[start + 1 : end]).removesuffix(",")
    rest = " ".join(lines[end + 1 :])
    call = rest.partition("super().__init__(")[2].partition(" def init_headers")[0]
    call = call.strip().removesuffix(")").strip().removesuffix(",")
    return f"({signature})", call


@pytest.mark.parametrize(("source", "signature", "call"), CALLS.values(), ids=CALLS)
def test_calls(tmp_path: Path, source: str, signature: str, call: str) -> None:
    """The base's own parameters join those of every response, and it is given what it takes."""
    made = build(_project(tmp_path, source))
    assert list(made.problems) == []
    text = next(each.text for each in made.files if each.path == "shop.py")
    assert _constructor(text.replace('"', "'")) == (signature, call)


UNREADABLE = {
    "decorated": (
        "class Base(JSONResponse):\n @functools.cache\n def __init__(self, content): ...",
        "a decorator makes it another one",
    ),
    "an expression": (
        "class Base(JSONResponse):\n __init__ = functools.partialmethod(JSONResponse.__init__)",
        "it is made by an expression",
    ),
    "a class that is called": (
        "Base = type('Base', (JSONResponse,), {})",
        "it is made by an expression",
    ),
    "a parent that is called": (
        "class Base(functools.partial(JSONResponse)): ...",
        "one of its parents is an expression",
    ),
    "a condition": (
        "class Base(JSONResponse):\n if 1:\n  def __init__(self, content): ...",
        "it stands below a condition",
    ),
    "no instance": (
        "class Base(JSONResponse):\n def __init__(*args): ...",
        "it takes no instance",
    ),
    "the instance again": (
        "class Base(JSONResponse):\n def __init__(this, content, *, self): ...",
        "'self' is the instance, and no parameter",
    ),
    "an instance among its options": (
        "class Options(TypedDict):\n self: int\n"
        "class Base(JSONResponse):\n def __init__(this, content, **rest: Unpack[Options]): ...",
        "'self' is the instance, and no parameter",
    ),
    "a name twice": (
        "class Base(JSONResponse):\n def __init__(self, content, *, a, a): ...",
        "two of its parameters have the same name",
    ),
    "letters beyond ASCII": (
        "class Base(JSONResponse):\n def __init__(self, content, *, größe): ...",
        "'gr\\xf6\\xdfe' is no plain name",
    ),
    "what makes the instance": (
        "class Base(JSONResponse):\n def __new__(cls, content, mode): ...",
        "it has a __new__",
    ),
    "attrs": (
        "@attrs.define(slots=False)\nclass Base(JSONResponse):\n content: str\n tenant: str = 'a'",
        "attrs.define writes it",
    ),
    "attrs above": (
        "from attr import mutable as made\n"
        "@made\nclass Above(JSONResponse):\n content: str\nclass Base(Above): ...",
        "attr.mutable writes it",
    ),
    "older attrs": (
        "import attr\n@attr.s(auto_attribs=True)\nclass Base(JSONResponse):\n content: str",
        "attr.s writes it",
    ),
    "older attrs over a constructor": (
        "import attr\n@attr.s\nclass Base(JSONResponse):\n def __init__(self, content): ...",
        "attr.s writes it",
    ),
    "a circle": (
        "class Base(Base): ...",
        "it has too many parents",
    ),
    "no Python": ("class Base(:", "house.base is no Python, or too long"),
}


@pytest.mark.parametrize(("source", "why"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable(tmp_path: Path, source: str, why: str) -> None:
    """What the file does not tell is an error that says what to write."""
    project = _project(tmp_path, source)
    (found,) = build(project).problems
    assert found.code == "R840"
    assert found.message.endswith(why)
    schema = project.schemas[0]
    schema.write_text(
        schema.read_text().replace("}", ", base_parameters: {a: int}}"), "utf-8"
    )
    assert not build(project).problems.errors


FOREIGN = """
from starlette.responses import JSONResponse
class Signed(JSONResponse):
    def __init__(self, content, media_type: str = "a/b", *, key: str, rounds: int = 2, salt=b""): ...
class Plain(JSONResponse): ...
"""
STATED = {
    "Signed": '{content: Any, media_type: {type: str, default: "a/b"}, key: str, '
    "rounds: {type: int, default: 2}, salt: {type: Any, required: false}}",
    "Plain": "{}",
    "Derived": '{content: Any, media_type: {type: str, default: "a/b"}, key: str, '
    "rounds: {type: int, default: 2}, salt: {type: Any, required: false}}",
}


@pytest.mark.parametrize(("name", "stated"), STATED.items(), ids=STATED)
def test_other_peoples_classes(tmp_path: Path, name: str, stated: str) -> None:
    """They are asked about, and what is asked for is what the installed file says."""
    project = _project(tmp_path, "from partner import Signed\nclass Base(Signed): ...")
    folder = tmp_path / ".venv/lib/python3.12/site-packages"
    folder.mkdir(parents=True)
    (folder / "partner.py").write_text(FOREIGN, encoding="utf-8")
    path = "house:Base" if name == "Derived" else f"partner:{name}"
    schema = project.schemas[0]
    schema.write_text(schema.read_text().replace("house:Base", path), "utf-8")
    (found,) = build(project).problems
    assert (found.code, found.help) == (
        "R842",
        f"say what it takes: base_parameters: {stated}",
    )
    schema.write_text(
        schema.read_text().replace('"}', f'", base_parameters: {stated}}}'), "utf-8"
    )
    assert list(build(project).problems) == []
