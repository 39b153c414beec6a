"""What cannot be done is refused with its reason, and nothing else with it."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from respgen.rewrite.edits import Change, Edit, Reimport, Remove, Replace, Source, Span
from respgen.rewrite.rewriting import rewritten
from tests.support.rewriting import place, remove, replace

PYTHON = f"Python {sys.version_info.major}.{sys.version_info.minor}"
Wanted = Callable[[bytes], Edit | Change]


def becomes(old: str, new: str) -> Wanted:
    return lambda data: replace(data, old, new)


def goes(code: str) -> Wanted:
    return lambda data: remove(data, code)


CASES: dict[str, tuple[str, Wanted, str]] = {
    "a comment of an argument that goes": (
        "f(\n    1,\n    2,  # why\n)\n",
        becomes("f(\n    1,\n    2,  # why\n)", "g(«1»)"),
        "a comment would be lost: # why",
    ),
    "a comment above an argument": (
        "f(\n    # why\n    1,\n)\n",
        becomes("f(\n    # why\n    1,\n)", "g(«1»)"),
        "a comment would be lost: # why",
    ),
    "a comment of two arguments": (
        "f(\n    1, 2,  # why\n)\n",
        becomes("f(\n    1, 2,  # why\n)", "g(«1», «2»)"),
        "a comment would be lost: # why",
    ),
    "two comments of one argument": (
        "f(\n    1,  # why\n    2,  # when\n)\n",
        becomes("f(\n    1,  # why\n    2,  # when\n)", "g(«1» if «2» else 3)"),
        "a comment would be lost: # why",
    ),
    "a comment behind a statement": (
        "f()  # why\ng()\n",
        goes("f()"),
        "a comment would be lost: # why",
    ),
    "a compound statement": (
        "while x:\n    f()\n",
        goes("while x:\n    f()"),
        "only a simple statement can be removed",
    ),
    "no node": (
        "f(1)\n",
        lambda data: Remove(Span(1, 0, 1, 3)),
        "no expression or statement has this place",
    ),
    "quotes in an f-string": (
        "x = f'{f(1)}'\n",
        lambda data: Replace(Span(1, 7, 1, 11), ("g('1')",)),
        "the f-string has no room for the new code's quotes",
    ),
    "a use on the line of the docstring": (
        '"""Doc."""; x = old()\n',
        becomes("old()", "<shop:New>()"),
        "no line is free for an import before it is used",
    ),
    "what may be imported or not": (
        "try:\n    from a import old\nexcept ImportError:\n    old = None\nold(1)\n",
        becomes("old(1)", "<shop:New>(«1»)"),
        "old is imported on a condition",
    ),
    "what a function imports twice": (
        "def f(x):\n    if x: from a import old\n    else: from b import old\n    old(1)\n",
        becomes("old(1)", "<shop:New>(«1»)"),
        "old is bound in several places of its function",
    ),
    "what does not parse": (
        "f(1)\n",
        becomes("f(1)", "g(«1»"),
        f"the file would not be Python: {PYTHON} cannot parse the file: '(' was never closed",
    ),
    "what is no expression": (
        "x = f(1)\n",
        becomes("f(1)", "«1»; y = 2"),
        "the new code is no expression",
    ),
    "a name that is taken throughout": (
        "import a\ndef f(New, New_, New__, New___): g()\n",
        becomes("g()", "<shop:New>()"),
        "the name New is taken here",
    ),
    "a class that is bound twice": (
        "class Old: pass\nclass Old: pass\n",
        lambda data: Reimport("Old", "shop", "New", place(data, "class Old: pass")),
        "Old is bound in another place, too",
    ),
    "a comment in a class": (
        "class Old:\n    # why\n    x = 1\n",
        lambda data: Reimport(
            "Old", "shop", "New", place(data, "class Old:\n    # why\n    x = 1")
        ),
        "a comment would be lost: # why",
    ),
    "another class": (
        "class Other: pass\n",
        lambda data: Reimport("Old", "shop", "New", place(data, "class Other: pass")),
        "no class Old has this place",
    ),
    "no import": (
        "Old = 1\n",
        lambda data: Reimport("Old", "shop", "New"),
        "Old is not imported in one place",
    ),
    "a comment at an import": (
        "from a import Old  # why\n",
        lambda data: Reimport("Old", "shop", "New"),
        "a comment stands at the import of Old: # why",
    ),
    "a module that imports this one": (
        "f()\n",
        becomes("f()", "<round:New>()"),
        "round imports a.py",
    ),
    "an edit over another": (
        "f(g(1))\n",
        lambda data: (replace(data, "f(g(1))", "h()"), replace(data, "g(1)", "i()")),
        "another edit changes the same code",
    ),
    "an edit twice": (
        "f(1)\n",
        lambda data: (replace(data, "f(1)", "h()"), replace(data, "f(1)", "i()")),
        "another edit changes the same code",
    ),
}  # fmt: skip


def barred(module: str) -> str:
    return "round imports a.py" if module == "round" else ""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_refuses(case: tuple[str, Wanted, str]) -> None:
    """The reason is said, and another edit is done all the same."""
    text, wanted, reason = case
    data = f"{text}last(1)\n".encode()
    edits = [wanted(data), replace(data, "last(1)", "done(1)")]
    done = rewritten(Source("a.py", data, barred=barred), edits)
    assert [each.reason for each in done.refusals] == [reason]
    assert done.new.decode() == f"{text}done(1)\n"


def test_refuses_edits_together() -> None:
    """Where one of a change cannot be done, none of it is."""
    data = b"a(1)\nb(1)  # why\n"
    change = (replace(data, "a(1)", "c(1)"), remove(data, "b(1)"))
    done = rewritten(Source("a.py", data), [change])
    assert done.new == data
    assert [each.change for each in done.refusals] == [change]


@pytest.mark.parametrize(
    "data",
    [b"x = (", b"\xff", b"x = 1\0", b"# coding: utf-7\nx = '+AGE-'\n"],
    ids=["no Python", "no UTF-8", "a null byte", "bytes that would be others"],
)
def test_refuses_a_file(data: bytes) -> None:
    """What cannot be read or written as it is stays, with every edit refused."""
    edit = Replace(Span(1, 0, 1, 1), ("y",))
    done = rewritten(Source("a.py", data), [edit])
    assert (done.new, len(done.refusals)) == (data, 1)
    assert done.refusals[0].reason


def test_refuses_what_the_encoding_lacks() -> None:
    """Letters that the file's encoding does not have are no reason to change it."""
    data = "# coding: latin-1\nx = f('é')\n".encode("latin-1")
    edits = [replace(data, "f('é')", "g(«'é'», '☃')")]
    done = rewritten(Source("a.py", data), edits)
    assert done.new == data
    assert [each.reason for each in done.refusals] == ["latin-1 has no '☃'"]
