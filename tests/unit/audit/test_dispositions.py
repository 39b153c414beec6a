"""File names in Content-Disposition: R941 is where a value can leave them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import audited
from tests.support.snippets import holds

HEAD = """\
import re, uuid
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Literal
from urllib.parse import quote
from fastapi import FastAPI, Path, Query, Request, Response, UploadFile
from fastapi.responses import FileResponse
from pydantic import BaseModel
from werkzeug.utils import secure_filename

app = FastAPI()

class Kind(str, Enum):
    csv = "csv"

class Book(BaseModel):
    title: str
    number: int

"""
ROUTE = '@app.get("/{name}")\n'


def sent(value: str) -> str:
    return f'    return Response(b"", headers={{"Content-Disposition": {value}}})'


QUOTED = "f'attachment; filename=\"{%s}.csv\"'"
REQUEST = {
    "of a path": ("name: str", QUOTED % "name"),
    "of a query": ("q: str", QUOTED % "q"),
    "of a query with a default": ('q: str = Query("x")', QUOTED % "q"),
    "of an annotated query": ('q: Annotated[str, Query()] = "x"', QUOTED % "q"),
    "that may be None": ("q: str | None = None", QUOTED % "q"),
    "without quotes": ("name: str", "f'attachment; filename={name}'"),
    "added": ("name: str", "'attachment; filename=' + name"),
    "by percent": ("name: str", "'attachment; filename=\"%s\"' % name"),
    "by format": ("name: str", "'attachment; filename=\"{}\"'.format(name)"),
    "by a name of format": ("name: str", "'a; filename=\"{x}\"'.format(x=name)"),
    "of an upload": ("file: UploadFile", QUOTED % "file.filename"),
    "of the request": ("request: Request", QUOTED % 'request.query_params["q"]'),
    "of the request's path": (
        "request: Request",
        QUOTED % 'request.path_params.get("q")',
    ),
    "in small letters": ("name: str", QUOTED % "name.lower()"),
    "after another parameter": ("name: str", "f'a; size=1; filename=\"{name}\"'"),
}
UNKNOWN = {
    "of a record": ("book: Book", QUOTED % "book.title"),
    "of nobody knows what": ("name: int", QUOTED % "load(name)"),
}
ENCODED = {"quoted for a URL": ("name: str", QUOTED % "quote(name)")}
FINE = {
    "an int": ("name: int", QUOTED % "name"),
    "a date": ("day: date", QUOTED % "day"),
    "a UUID": ("key: uuid.UUID", QUOTED % "key"),
    "an enum": ("kind: Kind", QUOTED % "kind.value"),
    "a literal": ('kind: Literal["a", "b"]', QUOTED % "kind"),
    "a pattern": ('q: str = Query(pattern="^[a-z]+$")', QUOTED % "q"),
    "an annotated pattern": (
        'q: Annotated[str, Path(pattern="^[a-z]+$")]',
        QUOTED % "q",
    ),
    "an int of a record": ("book: Book", QUOTED % "book.number"),
    "the time": ("name: str", QUOTED % 'datetime.now().strftime("%Y")'),
    "a new key": ("name: str", QUOTED % "uuid.uuid4().hex"),
    "without its quotes": (
        "name: str",
        "'a; filename=\"%s\"' % name.replace('\"', '')",
    ),
    "cleaned": ("name: str", "'a; filename=\"%s\"' % re.sub('[^a-z]', '', name)"),
    "by a function that cleans": ("name: str", QUOTED % "secure_filename(name)"),
    "encoded": ("name: str", "f\"a; filename*=UTF-8''{quote(name)}\""),
    "another parameter": ("name: str", "f'attachment; size={name}'"),
    "no value": ("name: str", "'attachment; filename=\"a.csv\"'"),
}
CASES = {
    **{key: (*case, "R941E") for key, case in REQUEST.items()},
    **{key: (*case, "R941W") for key, case in (UNKNOWN | ENCODED).items()},
    **{key: (*case, "") for key, case in FINE.items()},
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_between_the_quotes(case: tuple[str, str, str], tmp_path: Path) -> None:
    """What the request chooses is an error, what may be anything a warning."""
    parameters, value, code = case
    line = sent(value) + (f"  # {code}" if code else "")
    holds(tmp_path, HEAD, f"{ROUTE}def f({parameters}):\n{line}", "R941")


HELPERS = {
    "a helper's parameter": (
        "def made(name):\n"
        + sent(QUOTED % "name")
        + f"  # R941E\n{ROUTE}def f(name: str):\n    return made(name)"
    ),
    "that others give a number": (
        "def made(name):\n"
        + sent(QUOTED % "name")
        + f"\n{ROUTE}def f(name: int):\n    return made(name)"
    ),
    "that nobody calls": "def made(name):\n" + sent(QUOTED % "name") + "  # R941W",
    "of a mapping": (
        "def made(name: str) -> dict[str, str]:\n"
        f'    return {{"Content-Disposition": {QUOTED % "name"}}}  # R941E\n'
        f"{ROUTE}def f(name: str):\n"
        "    return Response(b'', headers=made(name))"
    ),
    "compared with its quoted form": (
        f"{ROUTE}def f(name: str):\n"
        "    quoted = quote(name)\n"
        "    if quoted != name:\n"
        "        value = f\"attachment; filename*=UTF-8''{quoted}\"\n"
        "    else:\n"
        "        value = f'attachment; filename=\"{name}\"'\n" + sent("value")
    ),
    "quoted elsewhere": (
        f"{ROUTE}def f(name: str):\n"
        "    both = f'filename=\"{name}\"; filename*=UTF-8\\'\\'' + quote(name)\n"
        + sent("both")
        + "  # R941E"
    ),
    "a constant of the class": (
        "class Table:\n"
        '    ending = "csv"\n'
        "    def f(self):\n    " + sent(QUOTED % "self.ending")
    ),
    "of the framework": f"{ROUTE}def f(name: str):\n    return FileResponse('a', filename=name)",
}


@pytest.mark.parametrize("body", HELPERS.values(), ids=HELPERS)
def test_helpers_are_seen_through(body: str, tmp_path: Path) -> None:
    """What callers give a helper decides."""
    holds(tmp_path, HEAD, body, "R941")


def test_safe_names_are_the_projects_own(tmp_path: Path) -> None:
    """What the settings say is safe is not reported, by whatever path it is imported."""
    value = sent(QUOTED % "tidy(name)")
    files = {
        "src/shop/text.py": "def tidy(name: str) -> str:\n    return name\n",
        "src/shop/app.py": f"{HEAD}from shop.text import tidy\n\n{ROUTE}def f(name: str):\n{value}\n",
    }
    settings = '[tool.respgen.source]\nsafe_names = ["shop.text:tidy"]\n'
    said = audited(tmp_path / "with", {**files, "pyproject.toml": settings})
    unsaid = audited(tmp_path / "without", files)
    assert not any(each.found.code == "R941" for each in said.results)
    assert [each.found.code for each in unsaid.results].count("R941") == 1
