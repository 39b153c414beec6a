"""What a caller gets wrong of a redirect or a file, the type checkers say, on every target that has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.building import files_of
from tests.typing.test_typing import Place, _mypy, _pyright

REDIRECTS = """
respgen: 1
responses:
  Onward: {kind: redirect}
  Back:
    kind: redirect
    status_code: {value: 303, locked: true}
    url: {allow: [same_origin, "https://login.example"], fallback: {argument: home}}
  Listed: {kind: redirect, url: {allow: "https://login.example", fallback: /}}
  Shown: {kind: redirect, url: "/items/{item_id}", params: {item_id: int}}
  Below: {extends: Onward, status_code: 308, headers: {X-A: {type: str, required: true}}}
"""
FILES = """
  Invoice:
    kind: file
    media_type: application/pdf
    filename: "invoice-{number}.pdf"
    root: {from: "somebody:media"}
    missing: 404
    params: {number: int}
  Download: {kind: file}
"""
USE_REDIRECTS = """
from typing import Literal, assert_type

from PACKAGE.api import Back, Below, Listed, Onward, Shown

Onward("/items")
Onward("/items", 301, {"X-A": "1"}, None)
Onward(url="/items", status_code=303)
Onward("/items", 302, headers=None)
Onward()  # error
Onward(7)  # error
Onward(None)  # error
Onward(b"/items")  # error
Onward("/items", 200)  # error
Onward("/items", 304)  # error
Onward("/items", status_code=300)  # error
Onward("/items", media_type="text/html")  # error
Onward("/items", content="")  # error
Onward("/items", origin="https://a.example")  # error
Onward("/items", len("some"))  # error
chosen: Literal[301, 308] = 308
Onward("/items", chosen)
Back("/items", home="/")
Back("/items", 303, origin="https://a.example", home="/")
Back("/items", origin=None, home="/")
Back("/items")  # error
Back("/items", home=None)  # error
Back("/items", home=7)  # error
Back("/items", 302, home="/")  # error
Back("/items", home="/", origin=7)  # error
Listed("/items")
Listed("/items", origin="https://a.example")  # error
Listed("/items", fallback="/")  # error
shown = Shown(item_id=7)
assert_type(shown.item_id, int)
Shown(301, item_id=7)
Shown("/items", item_id=7)  # error
Shown(url="/items", item_id=7)  # error
Shown()  # error
Shown(item_id="7")  # error
Below("/items", x_a="1")
Below("/items")  # error
"""
USE_FRAMEWORK = """
from pathlib import Path

from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse

from PACKAGE.api import Back, Download, Invoice, Onward


def route(request: Request) -> RedirectResponse:
    Onward(request.url)
    Onward(request.url_for("items").path)
    return Back(request.url, origin=request, home=URL("/"))


def send(path: Path) -> FileResponse:
    Download(path, 200, {"X-A": "1"}, "text/plain", None, "a.txt", path.stat(), "inline")
    Download("a.txt", filename=None, stat_result=None)
    Download()  # error
    Download(7)  # error
    Download(b"a.txt")  # error
    Download(path, content=b"")  # error
    Download(path, filename=7)  # error
    Download(path, stat_result=7)  # error
    Download(path, content_disposition_type=None)  # error
    Invoice(path, number="7")  # error
    Invoice(path)  # error
    return Invoice("a.pdf", number=7)
"""
PARTS = {
    "fastapi": (REDIRECTS + FILES, USE_REDIRECTS, USE_FRAMEWORK),
    "starlette": (REDIRECTS + FILES, USE_REDIRECTS, USE_FRAMEWORK),
    "core": (REDIRECTS, USE_REDIRECTS),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the generated package of each target, and the files that use it."""
    folder = tmp_path_factory.mktemp("sending")
    (folder / "somebody.py").write_text('media = "media"\n')
    for target, (schema, *uses) in PARTS.items():
        project, output = folder / f".{target}", folder / f"of_{target}"
        (project / "schemas").mkdir(parents=True)
        output.mkdir()
        settings = f'[tool.respgen]\ntarget = "{target}"\n'
        (project / "pyproject.toml").write_text(settings)
        (project / "schemas" / "api.yaml").write_text(schema)
        for file in files_of(project):
            (output / file.path).write_text(file.text, encoding="utf-8")
        for number, use in enumerate(uses):
            text = use.replace("PACKAGE", output.name)
            (folder / f"use_{target}_{number}.py").write_text(text)
    return folder


def _marked() -> set[Place]:
    return {
        (f"use_{target}_{number}.py", line)
        for target, (_, *uses) in PARTS.items()
        for number, use in enumerate(uses)
        for line, text in enumerate(use.splitlines(), 1)
        if text.endswith("# error")
    }


@pytest.mark.slow
@pytest.mark.parametrize("checker", [_mypy, _pyright], ids=["mypy", "pyright"])
def test_the_marked_lines_are_the_errors(checker: object, checked: Path) -> None:
    """Each marked line is an error, and no other line is."""
    assert callable(checker)
    assert set(checker(checked)) == _marked()
