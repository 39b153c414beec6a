"""Each renderer types its content: what its library cannot hold, and a wrong option, type checkers say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.building import files_of
from tests.typing.test_typing import _mypy, _pyright

SCHEMA = """\
respgen: 1
responses:
  Fast: {render: orjson}
  Quick: {render: msgspec}
  Model: {render: pydantic}
  Models: {content: "list[tests.support.acme.Profile]", render: {pydantic: {indent: {argument: indent}}}}
  Lines: {render: ndjson}
  Table: {render: csv}
  People: {content: "Iterable[tests.support.acme.User]", render: {csv: {quoting: {argument: quoting}}}}
  Packed: {render: {msgpack: {order: {argument: order}}}}
  Yaml: {render: yaml}
  Xml: {render: {xml: {root: {argument: root}}}}
  Form: {render: form}
  Bound: {content: "dict[str, int]", render: {orjson: {default: {argument: default}}}}
  Function: {content: "list[str]", render: "tests.support.acme:joined"}
"""
USE = """\
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID
from xml.etree.ElementTree import Element

from shop.api import (
    Bound,
    Fast,
    Form,
    Function,
    Lines,
    Model,
    Models,
    Packed,
    People,
    Quick,
    Table,
    Xml,
    Yaml,
)
from tests.support import acme

user: acme.User = {"name": "Ana", "age": 7}
ana = acme.Profile(name="Ana")

Fast({"id": UUID(int=1), "on": [date.today()], "who": user})
Fast([acme.Parcel(7)])
Fast(object())  # error
Fast({1, 2})  # error
Fast(Decimal(1))  # error
Quick({"a": {1, 2}, "life": timedelta(1), "price": Decimal(1)})
Quick(acme.Parcel(7))
Quick(object())  # error
Quick(lambda: 1)  # error
Model(ana)
Model({"name": "Ana"})  # error
Model(acme.Parcel(7))  # error
Models([ana], indent=2)
Models(ana)  # error
Models([user])  # error
Models([ana], indent="2")  # error
Models([ana], indents=2)  # error
Lines([{"a": 1}, [None]])
Lines(7)  # error
Lines([date.today()])  # error
Table([user, acme.Parcel(7), ana, ["a", 1], ("b", 2.5), {"a": 1}])
Table(["a,b"])  # error
Table(7)  # error
Table([1, 2])  # error
People([user], quoting="all")
People([ana])  # error
People([user], quoting="none")  # error
Packed({"a": b"1"}, order="sorted")
Packed(object())  # error
Packed({}, order="up")  # error
Yaml({"a": [1, None, date.today()], 2: "b"})
Yaml(object())  # error
Yaml(Decimal(1))  # error
Xml({"a": [1, Decimal(2), None]}, root="all")
Xml(Element("a"))
Xml(object())  # error
Xml({"a": {1}})  # error
Xml({}, root=7)  # error
Form({"a": "1", "b": [1, 2]})
Form([("a", "1"), ("a", 2)])
Form("a=1")  # error
Form({"a": None})  # error
Bound({"a": 1}, default=str)
Bound({"a": 1}, default="str")  # error
Bound({"a": "1"})  # error
Function(["a"])
Function([1])  # error
"""


@pytest.mark.slow
@pytest.mark.parametrize("checker", [_mypy, _pyright], ids=["mypy", "pyright"])
def test_contents_and_options_are_typed(
    checker: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every marked line is an error, and nothing else is."""
    root = Path(__file__).resolve().parent.parent.parent
    project, output = tmp_path / ".project", tmp_path / "shop"
    (project / "schemas").mkdir(parents=True)
    output.mkdir()
    (project / "pyproject.toml").write_text("[tool.respgen]\n")
    (project / "schemas" / "api.yaml").write_text(SCHEMA)
    for file in files_of(project):
        (output / file.path).write_text(file.text, encoding="utf-8")
    (tmp_path / "use.py").write_text(USE)
    # the classes of the tests, as they are: a path is what both type checkers follow
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "__init__.py").touch()
    (tmp_path / "tests" / "support").symlink_to(root / "tests" / "support")
    monkeypatch.setenv("MYPYPATH", str(tmp_path))
    assert callable(checker)
    marked = {
        ("use.py", number)
        for number, line in enumerate(USE.splitlines(), 1)
        if line.endswith("# error")
    }
    assert {
        place for place in checker(tmp_path) if place[0] in ("use.py", "api.py")
    } == marked
