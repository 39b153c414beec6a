"""The import block of a generated module."""

from __future__ import annotations

import pytest

from respgen.emit.names import Names
from respgen.specs.types import ImportPath
from tests.support.building import import_text


@pytest.mark.parametrize("module", ["cgi", "compression.zstd", "distutils.cmd", "json"])
def test_standard_library(module: str) -> None:
    """What is standard in any Python we support stands first, whichever of them runs us."""
    names = Names(set())
    names.imported("acme", "Item")
    names.imported(module, "Thing")
    lines = import_text(names).split("\n")
    assert lines == [f"from {module} import Thing", "", "from acme import Item"]


def test_what_annotations_name_is_for_type_checkers() -> None:
    """What runs as well is imported; so is the guard itself."""
    names = Names(set())
    for name in ("Item", "Order"):
        names.annotated("shop.models", name)
    names.imported("shop.models", "Order")
    assert import_text(names) == """\
from typing import TYPE_CHECKING

from shop.models import Order

if TYPE_CHECKING:
    from shop.models import Item"""


def test_functions_are_imported_at_first_use() -> None:
    """Modules of one last name are told apart, and what is standard is imported at once."""
    names = Names(set())
    paths = [("shop.web", "render"), ("admin.web", "app.now"), ("time", "time")]
    used = [names.deferred(ImportPath(*path)).text for path in paths]
    assert used == ["web.render", "admin_web.app.now", "time"]
    assert import_text(names) == """\
from time import time
from typing import TYPE_CHECKING

from ._support import (
    Deferred,
)

if TYPE_CHECKING:
    import admin.web as admin_web
    from shop import web
else:
    admin_web = Deferred("admin.web", "admin_web", globals())
    web = Deferred("shop.web", "web", globals())"""


def test_an_author_may_hide_the_guard() -> None:
    """A class of that name is defined below the imports: then all are at the top."""
    names = Names({"TYPE_CHECKING"})
    names.annotated("shop.models", "Item")
    names.deferred(ImportPath("shop.web", "render"))
    assert import_text(names) == """\
from shop.models import Item
from shop.web import render"""


def test_the_guard_as_a_value() -> None:
    """The author's own use of it does not give it another name, and nothing else has its name."""
    names = Names(set())
    texts = [names.imported(m, "TYPE_CHECKING").text for m in ("acme", "typing")]
    names.annotated("shop.models", "Item")
    assert texts == ["AcmeTYPE_CHECKING", "TYPE_CHECKING"]
    assert "from typing import TYPE_CHECKING\n" in import_text(names)
