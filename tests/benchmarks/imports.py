"""Imports: 100 generated classes against hand-written ones that do the same; the compiler against FastAPI."""

from __future__ import annotations

import compileall
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import respgen
from tests.benchmarks.timing import Ratio

CLASSES = 100

TARGETS = ("starlette", "fastapi")

SCHEMA_HEAD = """\
respgen: 1
target: {target}
headers:
  secure:
    X-Content-Type-Options: nosniff
    Referrer-Policy: no-referrer
    Cache-Control: no-store
cookies:
  session:
    max_age: 14d
responses:
"""
SCHEMA_CLASS = """\
  Item{number}:
    description: Answer number {number} of the API.
    media_type: application/json
    headers:
      use: [secure]
      X-Request-ID: {{type: str, required: true, as: request_id}}
      ETag: {{type: etag}}
    cookies: [session]
"""

HAND_HEAD = '''\
"""Hand-written responses."""

from collections.abc import Mapping
from typing import Any

from starlette.background import BackgroundTask
from starlette.responses import JSONResponse

SECURE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
'''
HAND_CLASS = '''

class Item{number}(JSONResponse):
    """Answer number {number} of the API."""

    media_type = "application/json"

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        request_id: str,
        etag: str | None = None,
    ) -> None:
        self.request_id = request_id
        self.etag = etag
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        own = {{**SECURE, "X-Request-ID": self.request_id}}
        if self.etag is not None:
            own["ETag"] = f'"{{self.etag}}"'
        super().init_headers({{**own, **(headers or {{}})}})

    def set_session_cookie(self, value: str) -> None:
        """Set the session cookie."""
        self.set_cookie(
            "session", value, max_age=1209600, secure=True, httponly=True, samesite="lax"
        )

    def delete_session_cookie(self) -> None:
        """Delete the session cookie."""
        self.delete_cookie("session", secure=True, httponly=True, samesite="lax")
'''

_TIMED = """
import {before}, sys, time
sys.path.insert(0, {folder!r})
begin = time.perf_counter()
import {module}
print(time.perf_counter() - begin)
"""


def ratios(folder: Path, generate: Callable[[str, Path], None]) -> Iterator[Ratio]:
    """`generate(schema, output)` writes a package; it and one by hand are imported in turns."""
    numbers = range(CLASSES)
    hand = HAND_HEAD + "".join(HAND_CLASS.format(number=n) for n in numbers)
    classes = "".join(SCHEMA_CLASS.format(number=n) for n in numbers)
    (folder / "hand_hundred").mkdir()
    (folder / "hand_hundred" / "__init__.py").write_text(
        '"""Responses."""\n', encoding="utf-8"
    )
    (folder / "hand_hundred" / "bench.py").write_text(hand, encoding="utf-8")
    for target in TARGETS:
        package = f"{target}_hundred"
        generate(SCHEMA_HEAD.replace("{target}", target) + classes, folder / package)
        # as pip does it: what is timed is the import
        compileall.compile_dir(folder, quiet=2)
        modules = ("hand_hundred.bench", f"{package}.bench")
        work = f"importing a module of {CLASSES} classes, {target}"
        yield Ratio(work, *_imports(folder, modules, f"{target}.responses"), 1)


def compiler(folder: Path) -> Ratio:
    """What every command that compiles pays first, from bytecode, as an installed package has it."""
    installed = folder / "installed"
    package = Path(respgen.__file__).parent
    shutil.copytree(package, installed / "respgen")
    compileall.compile_dir(installed, quiet=2)
    modules = ("fastapi", "respgen.pipeline")
    work = "importing the compiler, FastAPI being the peer"
    return Ratio(work, *_imports(installed, modules, "builtins"), 1.67)


def _imports(folder: Path, modules: Sequence[str], before: str) -> tuple[float, float]:
    """The best times of two imports that take turns."""
    rounds = [[_import(folder, each, before) for each in modules] for _ in range(25)]
    theirs, ours = (min(times) for times in zip(*rounds, strict=True))
    return theirs, ours


def _import(folder: Path, module: str, before: str) -> float:
    script = _TIMED.format(folder=str(folder), module=module, before=before)
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return float(run.stdout)
