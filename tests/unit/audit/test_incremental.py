"""An audit after edits finds what one finds that remembers nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from respgen.audit import analysis
from respgen.audit.findings import Analysis, Judged
from respgen.audit.groups import Group
from respgen.audit.running import analyse
from respgen.diagnostics import Problems
from respgen.project import read
from respgen.source.files import sources

_START = "from fastapi import APIRouter, HTTPException, Response\nfrom fastapi.responses import JSONResponse\n"
_LOGIN = (
    "from .config import NAME, PATH\nrouter = APIRouter()\n\n"
    "@router.post('/login')\ndef login(response: Response) -> dict[str, str]:\n"
    "    response.set_cookie(NAME, 'x', path=PATH, secure=True, httponly=True)\n"
)
_LOGOUT = (
    "from .helpers import end, problem\nrouter = APIRouter()\n\n"
    "@router.post('/logout')\ndef logout(response: Response):\n"
)
TEXTS: Mapping[str, tuple[str | None, ...]] = {
    "config": (
        "NAME = 'sid'\nPATH = '/'\nHEADERS = {'X-Shop': '1'}\n",
        "NAME = 'sid'\nPATH = '/app'\nHEADERS = {'X-Shop': 1}\n",
        "NAME = 'other'\nPATH = '/'\nHEADERS = {'X_Shop': '1'}\nfrom .login import router\n",
        None,
    ),
    "helpers": (
        f"{_START}def end(response: Response, name: str) -> None:\n    response.delete_cookie(name)\n"
        "def problem(text: str) -> JSONResponse:\n    return JSONResponse({'text': text}, 400)\n",
        f"{_START}def end(response, name, path='/app'):\n    response.delete_cookie(name, path=path)\n"
        "def problem(text):\n    return HTTPException(400, text)\n",
        "def end(response, name): pass\ndef problem(text): print text\n",
    ),
    "login": (
        f"{_START}{_LOGIN}    return {{}}\n",
        f"{_START}{_LOGIN}    response.headers['X'] = 'y'\n    return JSONResponse({{}}, 201)\n",
        f"{_START}{_LOGIN}    raise HTTPException(401, headers={{'X': 'y'}})\n# cookie\n",
        None,
    ),
    "logout": (
        f"{_START}{_LOGOUT}    end(response, 'sid')\n    return problem('x')\n",
        f"{_START}{_LOGOUT}    end(response, 'sid', '/')\n    raise problem('x')\n",
        f"{_START}{_LOGOUT}    return JSONResponse({{'text': 1}}, 400)\n",
    ),
    "base": (
        f"{_START}class Feed(JSONResponse):\n    media_type = 'application/feed+json'\n",
        f"{_START}class Feed(Exception):\n    media_type = 'application/feed+json'\n",
        f"{_START}class Feed(JSONResponse):\n    media_type = 'application/feed'\n"
        "class Other(JSONResponse):\n    media_type = 'application/feed'\n",
    ),
    "feeds": (
        "from .base import Feed\nfrom .config import HEADERS\ndef feed():\n    HEADERS.update(a='b')\n"
        "    raise Feed({'a': 1}, headers=HEADERS)\n",
        "from shop import base\nclass Atom(base.Feed):\n    pass\n# response\n",
        "import shop\ndef feed():\n    return shop.base.Feed({}, headers=shop.config.HEADERS)\n# response\n",
        "import shop.base\nimport shop.config\ndef feed():\n    return shop.base.Feed({}, 400,"
        " headers=shop.config.HEADERS)\n# response\n",
    ),
    "lone": (
        f"{_START}def f(response: Response):\n    response.set_cookie('sid', 'x', path='/lone')\n",
        f"{_START}def f(response: Response):\n    response.delete_cookie('sid', path='/')\n",
        f"{_START}class Mine(JSONResponse):\n    media_type = 'application/feed+json'\n",
        f"{_START}def g():\n    return JSONResponse({{'text': 1}}, 400)\n",
    ),
    "plain": ("x = 1\n", "x = \n", None),
}


def _written(folder: Path, name: str, text: str | None) -> None:
    path = folder / "shop" / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(text, encoding="utf-8")


def _audited(folder: Path, *, cold: bool = False) -> tuple[object, ...]:
    """What is found, in an order that is always the same."""
    memory = folder / ".respgen_cache" / "audit"
    kept = memory.read_bytes() if cold and memory.exists() else None
    if cold:
        memory.unlink(missing_ok=True)
    found = _analysis(folder)
    if kept is not None:
        memory.write_bytes(kept)
    counts = found.files, found.read, found.catalogue, found.shapes
    return sorted(map(repr, found.found)), sorted(map(repr, found.skipped)), counts


def _analysis(folder: Path) -> Analysis:
    project = read(folder, Problems(), compiled=False)
    assert project is not None
    return analyse(sources(project))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text("[tool.respgen]\n", encoding="utf-8")
    for name, texts in TEXTS.items():
        _written(tmp_path, name, texts[0])
    _written(tmp_path, "__init__", "")
    return tmp_path


def _edits(chance: random.Random) -> Iterator[tuple[str, str | None]]:
    """Files that are changed, deleted, and take the place of others."""
    for _ in range(12):
        name = chance.choice([*TEXTS])
        of = name if chance.random() < 0.9 else chance.choice([*TEXTS])
        yield name, chance.choice(TEXTS[of])


@pytest.mark.parametrize("seed", range(8))
def test_what_is_found_after_edits_is_what_a_cold_run_finds(
    seed: int, folder: Path
) -> None:
    _audited(folder)
    found = set[str]()
    for name, text in _edits(random.Random(seed)):
        _written(folder, name, text)
        warm = _audited(folder)
        assert warm == _audited(folder, cold=True), name
        found |= {str(each) for each in warm[0]}  # type: ignore[attr-defined]  # a list of texts
    assert found


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The groups that are judged from now on."""
    seen: list[tuple[str, ...]] = []
    judge = analysis.Judge.judged

    def noted(self: analysis.Judge, group: Group) -> Judged:
        seen.append(group.judged)
        return judge(self, group)

    monkeypatch.setattr(analysis.Judge, "judged", noted)
    return seen


def test_only_what_a_change_may_touch_is_judged_again(
    folder: Path, judged: list[tuple[str, ...]]
) -> None:
    _written(folder, "lone", TEXTS["lone"][3])
    _audited(folder)
    assert len(judged) > 1
    judged.clear()
    _written(folder, "lone", f"{TEXTS['lone'][3]}# response\n")
    _audited(folder)
    assert judged == [("shop/lone.py",)]


@pytest.mark.parametrize("number", range(4))
def test_nothing_is_judged_where_nothing_changed(
    number: int, folder: Path, judged: list[tuple[str, ...]]
) -> None:
    _written(folder, "feeds", TEXTS["feeds"][number])
    first = _audited(folder)
    judged.clear()
    assert _audited(folder) == first
    assert judged == []


def test_what_is_read_beyond_imports_counts(folder: Path) -> None:
    _written(folder, "feeds", TEXTS["feeds"][2])
    _audited(folder)
    for name in ("base", "config"):
        _written(folder, name, TEXTS[name][1])
        assert _audited(folder) == _audited(folder, cold=True)


def test_a_cookie_of_the_same_name_joins_what_nothing_imports(
    folder: Path, judged: list[tuple[str, ...]]
) -> None:
    _written(folder, "lone", TEXTS["lone"][0])
    _audited(folder)
    last = judged[-1]
    assert "shop/lone.py" in last
    assert "shop/logout.py" in last
