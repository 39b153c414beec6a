"""Statements go with their lines, and a class gives way to an import."""

from __future__ import annotations

import ast

import pytest

from respgen.rewrite.edits import Reimport, Source
from respgen.rewrite.rewriting import rewritten
from tests.support.rewriting import place, remove

REMOVED = {
    "a line": ("a()\nb()\nc()\n", "a()\nc()\n", "b()"),
    "the first of a line": ("a(); b(); c()\n", "b(); c()\n", "a()"),
    "one of a line": ("a(); b(); c()\n", "a(); c()\n", "b()"),
    "the last of a line": ("a(); b(); c()  # c\n", "a(); b()  # c\n", "c()"),
    "all of a line": ("a()\nb(); c();\nd()\n", "a()\nd()\n", "b()", "c()"),
    "several lines": ("a()\nb(\n    1,\n)\nc()\n", "a()\nc()\n", "b(\n    1,\n)"),
    "the only one of a block": (
        "def f():\n    a()\n",
        "def f():\n    pass\n",
        "a()",
    ),
    "all of a block": (
        "def f():\n    a()\n    b()\nc()\n",
        "def f():\n    pass\nc()\n",
        "a()",
        "b()",
    ),
    "behind the colon": ("if x: a(); b()\n", "if x: pass\n", "a()", "b()"),
    "of else": (
        "if x:\n    a()\nelse:\n    b()\n",
        "if x:\n    a()\nelse:\n    pass\n",
        "b()",
    ),
    "all of the file": ("a()\n", "", "a()"),
    "a paragraph": (
        "def f():\n    a()\n\n    b()\n\n    c()\n",
        "def f():\n    a()\n\n    c()\n",
        "b()",
    ),
    "the last paragraph": (
        "def f():\n    a()\n\n    b()\n\n\nc()\n",
        "def f():\n    a()\n\n\nc()\n",
        "b()",
    ),
    "the first paragraph": (
        "def f():\n    a()\n\n    b()\n",
        "def f():\n    b()\n",
        "a()",
    ),
    "several paragraphs": (
        "if x:\n    a()\n\n    b()\n\n    c()\n",
        "if x:\n    c()\n",
        "a()",
        "b()",
    ),
    "at the end": ("a()\n\nb()\n", "a()\n", "b()"),
    "at the end, without a line end": ("a()\nb()", "a()\n", "b()"),
    "a form feed": ("a()\n\fb()\nc()\n", "a()\nc()\n", "b()"),
    "CRLF": ("a()\r\nb()\r\nc()\r\n", "a()\r\nc()\r\n", "b()"),
    "CR": ("a()\rb()\rc()\r", "a()\rc()\r", "b()"),
    "a comment above stays": ("# a\na()\nb()\n", "# a\nb()\n", "a()"),
}


@pytest.mark.parametrize("case", REMOVED.values(), ids=REMOVED)
def test_removes(case: tuple[str, ...]) -> None:
    """Its line goes where nothing else stands there."""
    before, after, *codes = case
    data = before.encode()
    done = rewritten(Source("a.py", data), [remove(data, code) for code in codes])
    assert (done.new.decode(), done.refusals) == (after, ())
    ast.parse(done.new)


CLASS = "class Old(Base):\n    status_code = 401\n"
REIMPORTED = {
    "used here alone": (
        f"import a\n\n\n{CLASS}\n\ndef f():\n    Old()\n",
        "import a\nfrom shop import New as Old\n\n\ndef f():\n    Old()\n",
    ),
    "in __all__": (
        f"import a\n\n__all__ = ['Old']\n\n\n{CLASS}",
        "import a\nfrom shop import New as Old\n\n__all__ = ['Old']\n",
    ),
    "public": (
        f"import a\n\n\n{CLASS}\n\ndef f():\n    a()\n",
        "import a\nimport shop\n\n\nOld = shop.New\n\n\ndef f():\n    a()\n",
    ),
    "decorated": (
        f"import a\n\n\n@a\n{CLASS}",
        "import shop\n\n\nOld = shop.New\n",
    ),
    "its base is imported for it": (
        f"from a import Base\n\n\n{CLASS}",
        "import shop\n\n\nOld = shop.New\n",
    ),
}


@pytest.mark.parametrize("case", REIMPORTED.values(), ids=REIMPORTED)
def test_reimports_a_class(case: tuple[str, str]) -> None:
    """Its name stays, and comes from elsewhere."""
    data = case[0].encode()
    edit = Reimport("Old", "shop", "New", place(data, CLASS.rstrip()))
    done = rewritten(Source("a.py", data), [edit])
    assert (done.new.decode(), done.refusals) == (case[1], ())


MOVED = {
    "the only name": (
        "from a import Old\n\nOld()\n",
        "from shop import New as Old\n\nOld()\n",
    ),
    "one of several": (
        "from a import Old, b\n\nOld(b)\n",
        "from a import b\nfrom shop import New as Old\n\nOld(b)\n",
    ),
    "for type checkers": (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a import Old\n"
        "def f(x: 'Old'): ...\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
        "    from shop import New as Old\ndef f(x: 'Old'): ...\n",
    ),
}


@pytest.mark.parametrize("case", MOVED.values(), ids=MOVED)
def test_reimports_an_import(case: tuple[str, str]) -> None:
    """The name is imported from elsewhere."""
    done = rewritten(Source("a.py", case[0].encode()), [Reimport("Old", "shop", "New")])
    assert (done.new.decode(), done.refusals) == (case[1], ())
