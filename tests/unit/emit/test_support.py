"""What packages carry along: what is cut out of core and of frameworks, and in which order."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from respgen.emit import support as carrying
from respgen.emit.cutting import Cut, cut, library
from respgen.emit.expressions import expression
from respgen.emit.layout import flat
from respgen.emit.names import Names
from respgen.emit.support import support
from respgen.specs.expressions import Call
from respgen.specs.types import ImportPath
from tests.support.building import import_text


def test_each_module_stands_behind_those_it_imports() -> None:
    """What a module of core runs at import is defined before it."""
    text = support(["content_range_value", "cookie_signer"])[0]
    names = [getattr(node, "name", "") for node in ast.parse(text).body]
    order = ("FieldError", "token_value", "content_range_value")
    assert sorted(order, key=names.index) == list(order)


def test_a_name_that_core_lacks() -> None:
    """Generated code would not import: that is our mistake, and is not passed over."""
    with pytest.raises(LookupError, match="no_encoder"):
        support(["field_value", "no_encoder"])


STREAMS = '''
from starlette.responses import StreamingResponse

from respgen.core.media_types import content_type
from respgen.frameworks.closing import closed

LIMIT = 3


def stream(content: list[bytes]) -> StreamingResponse:
    """A stream that is closed."""
    return StreamingResponse(closed(content), media_type=content_type("text/csv", "utf-8"))
'''
CLOSING = '''
from collections.abc import Iterator


def closed(content: list[bytes]) -> Iterator[bytes]:
    """Each item."""
    yield from content


def unused() -> None:
    """Nothing of this one is cut."""
'''
CUT = '''
from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

from ._support import (
    content_type,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def closed(content: list[bytes]) -> Iterator[bytes]:
    """Each item."""
    yield from content


def stream(content: list[bytes]) -> StreamingResponse:
    """A stream that is closed."""
    return StreamingResponse(closed(content), media_type=content_type("text/csv", "utf-8"))
'''


def test_what_needs_the_framework_is_cut_like_core(tmp_path: Path) -> None:
    """A second package of sources imports what core has from the support module."""
    folder = tmp_path / "frameworks"
    folder.mkdir()
    for name, text in (("streams", STREAMS), ("closing", CLOSING)):
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    found = cut(["stream"], library(folder))
    assert found.text == CUT
    assert found.support == {"content_type"}


def test_support_is_there_for_the_framework_module(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What `_framework.py` needs of core is cut, too, though no module uses it itself."""
    needs, none = frozenset({"content_type"}), frozenset[str]()
    monkeypatch.setattr(
        carrying, "framework", lambda *names: ("text", Cut("", needs, none, none, none))
    )
    files = dict(carrying.carried(frozenset(), frozenset({"stream"}), False, "3.11"))
    assert [*files] == ["_framework.py", "_support.py"]
    assert "def content_type" in files["_support.py"]


def test_what_functions_import_when_they_are_called_is_apart() -> None:
    """It is in `_later.py`, which takes of `_support.py` what both need, and types on its own."""
    files = dict(
        carrying.carried(frozenset({"apply_fields"}), frozenset(), False, "3.11")
    )
    assert [*files] == ["_support.py", "_later.py"]
    assert "    from ._later import set_fields\n" in files["_support.py"]
    later = ast.parse(files["_later.py"]).body
    blocks = {each.name for each in later if isinstance(each, ast.FunctionDef)}
    assert "set_fields" in blocks
    shared = {
        alias.name
        for each in later
        if isinstance(each, ast.ImportFrom) and each.module == "_support"
        for alias in each.names
    }
    support = carrying.support({"apply_fields"})[1].defines
    assert shared <= support
    assert not blocks & support


def test_a_path_of_the_authors_is_never_taken_for_ours() -> None:
    """`respgen:thing` is imported from where its author says."""
    names = Names(set())
    flat(expression(Call(ImportPath("respgen", "thing"), ()), names))
    assert import_text(names) == "from respgen import thing"
