"""Files that say nothing of responses, and call a class, or a helper, of a file that does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import Shop

SCHEMA = """\
respgen: 1
responses:
  Created:
    media_type: application/json
    status_code: {value: 201, locked: true}
    content: Any
    headers: {Location: {type: str, required: true}}
  Answer:
    media_type: application/json
    params: {data: Any}
    body: {data: "{data}"}
"""
FILES = {
    "shop/__init__.py": "",
    "shop/answers.py": """\
from typing import Any

from starlette.responses import JSONResponse


class Created(JSONResponse):
    def __init__(self, content: Any, location: str) -> None:
        super().__init__(content, 201, headers={"Location": location})


def answer(data, status):
    return JSONResponse({"data": data}, status)
""",
    "shop/letters.py": "from shop.answers import Created as C\nfrom shop.answers import answer as say\n",
    "shop/below.py": """\
from shop.letters import C


class Counted(C):
    def __init__(self, content: object) -> None:
        self.count = 1
        super().__init__(content, "/x")
""",
    "shop/calls.py": """\
from shop import letters
from shop.answers import Created


def plain():
    return Created([], "/a")


def renamed():
    return letters.C([], "/b")


def gone():
    return letters.say(None, 204)
""",
    "shop/apart.py": "def plain():\n    return 1\n",
    "shop/main.py": "from starlette.responses import JSONResponse\n\nEMPTY = JSONResponse\n",
}


def test_all_calls_are_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shop = Shop(tmp_path.resolve(), capsys)
    shop.write("pyproject.toml", '[tool.respgen]\noutput = "catalogue"\n')
    shop.write("schemas/api.yaml", SCHEMA)
    for name, text in FILES.items():
        shop.write(name, text)
    assert shop.run("generate").status == 0
    ran = shop.run("migrate", "--write")
    assert ran.status == 0, ran.err
    now = {name: (shop.root / name).read_text(encoding="utf-8") for name in FILES}
    assert "Created = api.Created" in now["shop/answers.py"], ran.err
    assert 'super().__init__(content, location="/x")' in now["shop/below.py"]
    assert 'Created([], location="/a")' in now["shop/calls.py"]
    assert 'letters.C([], location="/b")' in now["shop/calls.py"]
    # 204 has no body, and one of the helper's calls says it: the helper stays
    assert "return JSONResponse({" in now["shop/answers.py"]
    assert now["shop/apart.py"] == FILES["shop/apart.py"]


def test_files_beside_paths_keep_their_classes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another file calls the class by place: it stays, whether left out by PATHS or by `exclude`."""
    shop = Shop(tmp_path.resolve(), capsys)
    shop.write("pyproject.toml", '[tool.respgen]\noutput = "catalogue"\n')
    shop.write("schemas/api.yaml", SCHEMA)
    for name in ("shop/__init__.py", "shop/answers.py", "shop/calls.py"):
        shop.write(name, FILES[name])
    shop.write(
        "shop/uses.py",
        "from shop.answers import Created\n\n\ndef made():\n    return Created([], '/a')\n",
    )
    assert shop.run("generate").status == 0
    path = str(shop.root / "shop" / "answers.py")
    ran = shop.run("migrate", "--write", path)
    assert "uses it, which is not looked at" in ran.err
    assert "class Created(JSONResponse)" in (shop.root / "shop/answers.py").read_text()
    settings = '[tool.respgen]\noutput = "catalogue"\n[tool.respgen.source]\nexclude = ["shop/uses.py", "shop/calls.py"]\n'
    shop.write("pyproject.toml", settings)
    assert shop.run("generate").status == 0
    ran = shop.run("migrate", "--write")
    assert "uses it, which is not looked at" in ran.err
