"""What edits write is imported, and what they no longer need is not."""

from __future__ import annotations

import ast
from dataclasses import dataclass

import pytest

from respgen.rewrite.edits import Source
from respgen.rewrite.rewriting import rewritten
from tests.support.rewriting import replace


@dataclass(frozen=True)
class Case:
    """A file and the file after `old()` became `shop.New()`, or after other edits."""

    before: str
    after: str
    edits: tuple[tuple[str, str], ...] = (("old()", "<shop:New>()"),)
    package: str = ""
    public: frozenset[str] = frozenset()
    refusals: tuple[str, ...] = ()


PLACES = {
    "behind the last import": Case(
        "import a\nfrom b import c\n\nx = old()\n",
        "import a\nfrom b import c\nfrom shop import New\n\nx = New()\n",
    ),
    "behind the last import before it is used": Case(
        "import a\nx = old()\nimport b\n",
        "import a\nfrom shop import New\nx = New()\nimport b\n",
    ),
    "not among later imports": Case(
        "import a\n\ndef f():\n    old()\n\nimport b\n",
        "import a\nfrom shop import New\n\ndef f():\n    New()\n\nimport b\n",
    ),
    "not in try": Case(
        "import a\ntry:\n    import b\nexcept ImportError:\n    pass\nold()\n",
        "import a\nfrom shop import New\ntry:\n    import b\nexcept ImportError:\n"
        "    pass\nNew()\n",
    ),
    "no import of try is joined": Case(
        "import a\ntry:\n    from shop import b\nexcept ImportError:\n    pass\nold()\n",
        "import a\nfrom shop import New\ntry:\n    from shop import b\n"
        "except ImportError:\n    pass\nNew()\n",
    ),
    "behind an import on the docstring's line": Case(
        '"""Doc."""; import a\n\nx = old()\n',
        '"""Doc."""; import a\nfrom shop import New\n\nx = New()\n',
    ),
    "before an import that ends where it is used": Case(
        "from a import (\n    b,\n); x = old()\n",
        "from shop import New\n\nfrom a import (\n    b,\n); x = New()\n",
    ),
    "in an f-string": Case(
        "import a\nx = f'{a} é {old()!r:>{a}}' \"{a}\"\n",
        "import a\nfrom shop import New\nx = f'{a} é {New()!r:>{a}}' \"{a}\"\n",
    ),
    "below the docstring": Case(
        '"""Doc."""\n\nx = old()\n',
        '"""Doc."""\n\nfrom shop import New\n\nx = New()\n',
    ),
    "below the future": Case(
        '"""Doc."""\nfrom __future__ import annotations\n\n\ndef f():\n    old()\n',
        '"""Doc."""\nfrom __future__ import annotations\n\nfrom shop import New\n\n\n'
        "def f():\n    New()\n",
    ),
    "below the encoding": Case(
        "#!/usr/bin/python\n# coding: utf-8\nold()\n",
        "#!/usr/bin/python\n# coding: utf-8\n\nfrom shop import New\n\nNew()\n",
    ),
    "at the top": Case(
        "def f():\n    old()\n",
        "from shop import New\n\n\ndef f():\n    New()\n",
    ),
    "behind a line without an end": Case(
        "def f(): old()\nimport a",
        "def f(): New()\nimport a\nfrom shop import New",
    ),
    "two statements on the line": Case(
        "import a; import b  # both\nold()\n",
        "import a; import b  # both\nfrom shop import New\nNew()\n",
    ),
    "joined in parentheses": Case(
        "from shop import (\n    A,  # one\n    z,\n)\nold(A, z)\n",
        "from shop import (\n    A,  # one\n    New,\n    z,\n)\nNew(A, z)\n",
        (("old(A, z)", "<shop:New>(«A», «z»)"),),
    ),
    "no comment is moved": Case(
        "from shop import (A,  # one\n    z)\nold(A, z)\n",
        "from shop import (A,  # one\n    z)\nfrom shop import New\nNew(A, z)\n",
        (("old(A, z)", "<shop:New>(«A», «z»)"),),
    ),
    "a relative import is joined": Case(
        "from ..shop import A\nold(A)\n",
        "from ..shop import A, New\nNew(A)\n",
        (("old(A)", "<web.shop:New>(«A»)"),),
        "web.api",
    ),
    "a long line is split": Case(
        f"from shop import {'a' * 40}, {'b' * 25}\nold({'a' * 40}, {'b' * 25})\n",
        f"from shop import (\n    New,\n    {'a' * 40},\n    {'b' * 25},\n)\n"
        f"New({'a' * 40}, {'b' * 25})\n",
        ((f"old({'a' * 40}, {'b' * 25})", f"<shop:New>(«{'a' * 40}», «{'b' * 25}»)"),),
    ),
    "where the last import was that goes": Case(
        "import a\n\nfrom b import old\n\nold()\n",
        "import a\n\nfrom shop import New\n\nNew()\n",
    ),
    "in the functions that import what it replaces": Case(
        "import a\ndef f():\n    if a:\n        from b import old, c\n\n        c(old())\n"
        "def g():\n    import b\n    from d import old\n    def h(): old(1)\n",
        "import a\ndef f():\n    if a:\n        from b import c\n        from shop import New\n"
        "\n        c(New())\n"
        "def g():\n    import b\n    from shop import New\n    def h(): New()\n",
        (("old()", "<shop:New>()"), ("old(1)", "<shop:New>()")),
    ),
    "not above what it replaces": Case(
        "import a\ndef f(): old()\ntry:\n    import b\nexcept ImportError:\n    raise\n"
        "from b import old\n",
        "import a\ndef f(): New()\ntry:\n    import b\nexcept ImportError:\n    raise\n"
        "from shop import New\n",
    ),
    "a module": Case(
        "import a\nold()\n",
        "import a\nfrom web import shop\nshop.New()\n",
        (("old()", "<web.shop:.New>()"),),
    ),
    "a module of the top": Case(
        "import a\nold()\n",
        "import a\nimport shop\nshop.New()\n",
        (("old()", "<shop:.New>()"),),
    ),
}
NAMES = {
    "taken in the module": Case(
        "import a\nNew = 1\nold()\n",
        "import a\nfrom shop import New as New_\nNew = 1\nNew_()\n",
    ),
    "taken by a parameter": Case(
        "import a\ndef f(New):\n    return lambda: old()\n",
        "import a\nfrom shop import New as New_\ndef f(New):\n    return lambda: New_()\n",
    ),
    "taken by a local name": Case(
        "import a\ndef f():\n    old()\n    for New in a: pass\n",
        "import a\nfrom shop import New as New_\ndef f():\n    New_()\n"
        "    for New in a: pass\n",
    ),
    "not taken by another function": Case(
        "import a\ndef f(New): pass\ndef g():\n    old()\n",
        "import a\nfrom shop import New\ndef f(New): pass\ndef g():\n    New()\n",
    ),
    "not taken by a method": Case(
        "import a\nclass C:\n    New = 1\n    def f(self):\n        old()\n",
        "import a\nfrom shop import New\nclass C:\n    New = 1\n    def f(self):\n"
        "        New()\n",
    ),
    "taken in a class": Case(
        "import a\nclass C:\n    New = 1\n    x = old()\n",
        "import a\nfrom shop import New as New_\nclass C:\n    New = 1\n    x = New_()\n",
    ),
    "taken by what a star may bring": Case(
        "from a import *\nNew()\nold()\n",
        "from a import *\nfrom shop import New as New_\nNew()\nNew_()\n",
    ),
    "taken by what goes": Case(
        "from a import New\nNew(1)\n",
        "from shop import New\nNew(1)\n",
        (("New(1)", "<shop:New>(«1»)"),),
    ),
    "taken by what stays in part": Case(
        "from a import New\nNew(1)\nNew(2)\n",
        "from a import New\nfrom shop import New as New_\nNew_(1)\nNew(2)\n",
        (("New(1)", "<shop:New>(«1»)"),),
    ),
    "an import that is shadowed is of no use": Case(
        "from shop import New\ndef f(New):\n    old()\nNew\n",
        "from shop import New, New as New_\ndef f(New):\n    New_()\nNew\n",
    ),
    "an import of the function is used": Case(
        "def f():\n    from shop import New\n    old(New)\n",
        "def f():\n    from shop import New\n    New(New)\n",
        (("old(New)", "<shop:New>(«New»)"),),
    ),
    "two objects of one name": Case(
        "import a\nold(1)\nold(2)\n",
        "import a\nfrom shop import New\nfrom web import New as New_\nNew(1)\nNew_(2)\n",
        (("old(1)", "<shop:New>(«1»)"), ("old(2)", "<web:New>(«2»)")),
    ),
}
CHECKED = {
    "under TYPE_CHECKING": Case(
        "from __future__ import annotations\nfrom typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from a import B, C\ndef f(x: B) -> C: ...\n",
        "from __future__ import annotations\nfrom typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from a import C\n    from shop import New\n"
        "def f(x: New) -> C: ...\n",
        (("B", "<shop:New>"),),
    ),
    "the last of TYPE_CHECKING": Case(
        "from __future__ import annotations\nfrom typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from a import B\ndef f(x: B) -> C: ...\n",
        "from __future__ import annotations\nfrom typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from shop import New\ndef f(x: New) -> C: ...\n",
        (("B", "<shop:New>"),),
    ),
    "TYPE_CHECKING itself": Case(
        "from __future__ import annotations\nfrom typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from a import B\n\ndef f(x: B) -> C: ...\n",
        "from __future__ import annotations\n\ndef f(x: int) -> C: ...\n",
        (("B", "int"),),
    ),
    "not what runs": Case(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from shop import New\n"
        "def f(x: 'New'): old()\n",
        "from typing import TYPE_CHECKING\nfrom shop import New as New_\n"
        "if TYPE_CHECKING:\n    from shop import New\ndef f(x: 'New'): New_()\n",
    ),
}
UNUSED = {
    "a name": Case(
        "from a import b, old\nb(old())\n",
        "from a import b\nfrom shop import New\nb(New())\n",
    ),
    "a statement": Case(
        "import b\nfrom a import old\n\nb(old())\n",
        "import b\nfrom shop import New\n\nb(New())\n",
    ),
    "the only statement": Case(
        "from a import old\n\n\ndef f():\n    old()\n",
        "from shop import New\n\n\ndef f():\n    New()\n",
    ),
    "a name of a list": Case(
        "from a import (\n    b,\n    old,\n)\nb(old())\n",
        "from a import (\n    b,\n)\nfrom shop import New\nb(New())\n",
    ),
    "in a function": Case(
        "import b\ndef f():\n    from a import old\n    old()\n",
        "import b\ndef f():\n    from shop import New\n    New()\n",
    ),
    "in a function, mentioned in another": Case(
        "def f():\n    from a import old\n    old()\ndef g() -> 'old': pass\n",
        "def f():\n    from shop import New\n    New()\ndef g() -> 'old': pass\n",
    ),
    "not with a comment": Case(
        "from a import old  # why\nold()\n",
        "from a import old  # why\nfrom shop import New\nNew()\n",
    ),
    "not with noqa": Case(
        "from a import b, old  # noqa: F401\nold(b)\n",
        "from a import b, old  # noqa: F401\nfrom shop import New\nNew(b)\n",
        (("old(b)", "<shop:New>(«b»)"),),
    ),
    "not in __all__": Case(
        "from a import old\n__all__ = ['old']\nold()\n",
        "from a import old\nfrom shop import New\n__all__ = ['old']\nNew()\n",
    ),
    "not as itself": Case(
        "from a import old as old\nold()\n",
        "from a import old as old\nfrom shop import New\nNew()\n",
    ),
    "not where others import it": Case(
        "from a import old\nold()\n",
        "from a import old\nfrom shop import New\nNew()\n",
        public=frozenset({"old"}),
    ),
    "not in a text annotation": Case(
        "from a import old\ndef f(x: 'list[old]'): old()\n",
        "from a import old\nfrom shop import New\ndef f(x: 'list[old]'): New()\n",
    ),
    "also in a sentence beside a type": Case(
        "from a import old\ndef f(x: A[int, 'none is old.']): old()\n",
        "from shop import New\ndef f(x: A[int, 'none is old.']): New()\n",
    ),
    "not in a type comment": Case(
        "from a import old\nx = old()  # type: old\n",
        "from a import old\nfrom shop import New\nx = New()  # type: old\n",
    ),
    "not in a doctest": Case(
        'from a import old\ndef f():\n    """It.\n\n    >>> old()\n    """\n    old()\n',
        "from a import old\nfrom shop import New\n"
        'def f():\n    """It.\n\n    >>> old()\n    """\n    New()\n',
    ),
    "not what was unused before": Case(
        "from a import old, b\nold()\n",
        "from a import b\nfrom shop import New\nNew()\n",
    ),
    "not a module of which something stays": Case(
        "import a.b\nimport a.c\na.b.old()\na.c\n",
        "import a.b\nimport a.c\nfrom shop import New\nNew()\na.c\n",
        (("a.b.old()", "<shop:New>()"),),
    ),
}  # fmt: skip
TABLES = {
    f"{table}: {name}": case
    for table, cases in (
        ("place", PLACES),
        ("name", NAMES),
        ("checked", CHECKED),
        ("unused", UNUSED),
    )
    for name, case in cases.items()
}


@pytest.mark.parametrize("case", TABLES.values(), ids=TABLES)
def test_imports(case: Case) -> None:
    """An import is where everything finds it, and goes when nothing needs it."""
    data = case.before.encode()
    edits = [replace(data, old, new) for old, new in case.edits]
    source = Source("a.py", data, case.package, public=case.public)
    done = rewritten(source, edits)
    assert (done.new.decode(), done.refusals) == (case.after, ())
    ast.parse(done.new)
