"""An expression gives way to pieces; nothing else changes."""

from __future__ import annotations

import ast
from dataclasses import dataclass

import pytest

from respgen.rewrite.edits import Source
from respgen.rewrite.rewriting import rewritten
from tests.support.rewriting import remove, replace


@dataclass(frozen=True)
class Case:
    """A file, the edits as (old, new), and the file after them."""

    before: str
    edits: tuple[tuple[str, str], ...]
    after: str
    width: int = 88


CASES = {
    "a name is imported": Case(
        "import a\n\nx = f(1)\n",
        (("f(1)", "<shop:g>(«1»)"),),
        "import a\nfrom shop import g\n\nx = g(1)\n",
    ),
    "an import is joined": Case(
        "from shop import a, c\n\nx = f(a, c)\n",
        (("f(a, c)", "<shop:b>(«a», «c»)"),),
        "from shop import a, b, c\n\nx = b(a, c)\n",
    ),
    "a name has an attribute": Case(
        "from shop import Gone\n\nraise Old(1)\n",
        (("Old(1)", "<shop:Gone.Error>()"),),
        "from shop import Gone\n\nraise Gone.Error()\n",
    ),
    "the old name is used": Case(
        "from shop import Gone as G\n\nx = f()\n",
        (("f()", "<shop:Gone>()"),),
        "from shop import Gone as G\n\nx = G()\n",
    ),
    "the module is used": Case(
        "import web.shop\n\nx = f()\n",
        (("f()", "<web.shop:Gone>()"),),
        "import web.shop\n\nx = web.shop.Gone()\n",
    ),
    "calls in calls": Case(
        "x = f(g(h(1)), 2)\n",
        (("f(g(h(1)), 2)", "F(«g(h(1))»)"), ("h(1)", "H(«1», 3)")),
        "x = F(g(H(1, 3)))\n",
    ),
    "a comment goes with its argument": Case(
        "x = f(\n    1,  # why\n    {\n        2: 3  # in it\n    }  # when\n)\n",
        (
            (
                "f(\n    1,  # why\n    {\n        2: 3  # in it\n    }  # when\n)",
                "g(k=«{\n        2: 3  # in it\n    }», j=«1»)",
            ),
        ),
        "x = g(\n    k={\n        2: 3  # in it\n    },  # when\n    j=1,  # why\n)\n",
    ),
    "a comment in a mapping goes with its value": Case(
        "x = f(\n    {\n        'a': 1,  # why\n    },\n)\n",
        (("f(\n    {\n        'a': 1,  # why\n    },\n)", "g(a=«1»)"),),
        "x = g(\n    a=1,  # why\n)\n",
    ),
    "two statements on a line": Case(
        "a = f(1); b = f(2)\n",
        (("f(2)", "g(«2»)"),),
        "a = f(1); b = g(2)\n",
    ),
    "own parentheses stay": Case(
        "x = f(\n    (\n        'a'  # one\n        'b'\n    ),\n    2,\n)\n",
        (
            (
                "f(\n    (\n        'a'  # one\n        'b'\n    ),\n    2,\n)",
                "g(a=«'a'  # one\n        'b'»)",
            ),
        ),
        "x = g(\n    a=(\n        'a'  # one\n        'b'\n    ),\n)\n",
    ),
    "a long call is laid out": Case(
        "def f():\n    return g(\n        aaaaaaaaaa,\n        bbbbbbbbbb,\n    )\n",
        (
            (
                "g(\n        aaaaaaaaaa,\n        bbbbbbbbbb,\n    )",
                "hhhhhhhhhh(a=«aaaaaaaaaa», b=«bbbbbbbbbb»)",
            ),
        ),
        "def f():\n    return hhhhhhhhhh(\n        a=aaaaaaaaaa,\n        b=bbbbbbbbbb,\n    )\n",
        40,
    ),
    "a call that fits is one line": Case(
        "x = f(\n    1,\n    2,\n)\n",
        (("f(\n    1,\n    2,\n)", "g(«2», «1»)"),),
        "x = g(2, 1)\n",
    ),
    "tabs are laid out with tabs": Case(
        "def f():\n\treturn g(\n\t\ta,\n\t\tb)\n",
        (("g(\n\t\ta,\n\t\tb)", "g(\"a long text\", «a», «b»)"),),
        "def f():\n\treturn g(\n\t\t\"a long text\",\n\t\ta,\n\t\tb,\n\t)\n",
        30,
    ),
    "what stood deeper comes out": Case(
        "x = f(\n    {\n        'a': g(\n            1,\n        ),\n    },\n)\n",
        (
            (
                "f(\n    {\n        'a': g(\n            1,\n        ),\n    },\n)",
                "h(b=«g(\n            1,\n        )»)",
            ),
        ),
        "x = h(\n    b=g(\n        1,\n    ),\n)\n",
    ),
    "but not what is in a string": Case(
        "x = f(\n    {\n        'a': g(\n            '''1\n2''',\n        ),\n    },\n)\n",
        (
            (
                "f(\n    {\n        'a': g(\n            '''1\n2''',\n        ),\n    },\n)",
                "h(b=«g(\n            '''1\n2''',\n        )»)",
            ),
        ),
        "x = h(\n    b=g(\n            '''1\n2''',\n        ),\n)\n",
    ),
    "a hugged dict holds on": Case(
        "x = f({\n    'a': 1,\n}, 201)\n",
        (("f({\n    'a': 1,\n}, 201)", "g(«{\n    'a': 1,\n}»)"),),
        "x = g({\n    'a': 1,\n})\n",
    ),
    "what is new gets parentheses": Case(
        "x = f(1) * 2 == f(3)\nf(4).y\nz = f(5)\n",
        (
            ("f(1)", "«1» + 1"),
            ("f(3)", "not «3»"),
            ("f(4)", "lambda: «4»"),
            ("f(5)", "a or b"),
        ),
        "x = (1 + 1) * 2 == (not 3)\n(lambda: 4).y\nz = a or b\n",
    ),
    "an operand gets parentheses": Case(
        "x = f(a or b, c := 2)\n",
        (("f(a or b, c := 2)", "«a or b».g(c=«c := 2», **«a or b»)"),),
        "x = (a or b).g(c=(c := 2), **(a or b))\n",
    ),
}  # fmt: skip


def test_quotes_another_statement() -> None:
    """What a statement that goes has done is done elsewhere, itself rewritten."""
    data = b"r = f(1)\nr.h['X'] = g(\n    2,  # two\n)\nreturn_(r)\n"
    joined = (
        replace(data, "f(1)", "F(«1», x=«g(\n    2,  # two\n)»)"),
        remove(data, "r.h['X'] = g(\n    2,  # two\n)"),
    )
    done = rewritten(Source("a.py", data), [joined])
    assert done.refusals == ()
    assert done.new == b"r = F(1, x=g(\n    2,  # two\n))\nreturn_(r)\n"
    inner = replace(data, "2", "3")
    done = rewritten(Source("a.py", data), [joined, inner])
    assert done.refusals == ()
    assert done.new == b"r = F(1, x=g(\n    3,  # two\n))\nreturn_(r)\n"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_replaces(case: Case) -> None:
    """What is quoted stays as it is, the rest is new."""
    data = case.before.encode()
    edits = [replace(data, old, new) for old, new in case.edits]
    done = rewritten(Source("a.py", data, width=case.width), edits)
    assert (done.new.decode(), done.refusals) == (case.after, ())
    ast.parse(done.new)
