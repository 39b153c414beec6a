"""Where a project sorts its imports, they stay sorted; ruff has the last word."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from respgen.rewrite.edits import Source
from respgen.rewrite.rewriting import rewritten
from tests.support.rewriting import replace

BLOCKS = {
    "none": "",
    "docstring": '"""Doc."""\n',
    "future": "from __future__ import annotations\n",
    "standard": "import os\nimport re\n",
    "third": "import zebra\nfrom fastapi import FastAPI, Response\n",
    "own": "from web import app\nfrom web.shop import Old\n",
    "local": "from ..above import up\nfrom . import beside\nfrom .near import near\n",
    "all": "from __future__ import annotations\n\nimport os\nfrom re import A\n\n"
    "import zebra\nfrom fastapi import FastAPI\n\nimport web.app\nfrom web.shop import A1\n\n"
    "from .near import near\n",
    "standard and own": "import os\n\nfrom web.app import app\n",
    "third and local": '"""Doc."""\n\nfrom fastapi import FastAPI\n\nfrom .near import near\n',
    "comments": "# the system\nimport os\n\n# ours\nfrom web.app import app  # the one\n",
    "one line": "import os; import re\n",
    "as": "from web.shop import Alpha, zip\nfrom web.shop import Old as O\n",
    "parentheses": "from web.shop import (\n    A,  # one\n    Z,\n)\n",
}
BODIES = {
    "a call": "\nx = old(1)\n",
    "a function": "\n\ndef f():\n    return old(1)\n",
    "the name is taken": "\n\ndef f(New, a):\n    return old(1)\n",
}
NEW = ("<web.shop:New>(«1»)", "<web.app:.new>(«1»)", "<attrs:New>(<zope:Out>, «1», <web.alpha:b>)")  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every block with every body and every import."""
    root = tmp_path_factory.mktemp("sorted")
    for name, (block, body, new) in CASES.items():
        data = f"{BLOCKS[block]}{BODIES[body]}".lstrip("\n").encode()
        edit = replace(data, "old(1)", new)
        source = Source(
            name, data, "web.inner", owned=lambda m: m.split(".")[0] == "web"
        )
        done = rewritten(source, [edit])
        assert done.refusals == ()
        (root / name).write_bytes(done.new)
    return root


CASES = {
    f"c{index}.py": case
    for index, case in enumerate(itertools.product(BLOCKS, BODIES, NEW[:3]))
    if not (case[0] == "none" and case[1] == "it is all")
}


def test_stay_sorted(folder: Path) -> None:
    """I001 finds nothing in them, but two statements on a line, which were there before."""
    command = [
        *(sys.executable, "-m", "ruff", "check", "--isolated", "--select", "I001"),
        *("--config", 'lint.isort.known-first-party=["web"]'),
        *("--output-format", "concise", "."),
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    wrong = {line.split(":")[0] for line in done.stdout.splitlines() if "I001" in line}
    assert "Found" in done.stdout
    texts = {CASES[name]: (folder / name).read_text() for name in wrong}
    assert {of: text for of, text in texts.items() if of[0] != "one line"} == {}
