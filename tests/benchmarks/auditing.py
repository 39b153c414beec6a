"""Auditing a thousand files, against libcst's parse of them: in CPU time, whatever else runs."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median
from timeit import timeit

from tests.benchmarks.timing import Ratio

FILES = 1_000
_NEAR = 6
"""One file of six does something with responses, as was counted in applications."""
_ROUNDS = 3
_ROUTES = '''"""Orders: listed, made, taken back."""

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import JSONResponse

from shop.plain{number} import total

router = APIRouter(prefix="/orders")
'''
_ROUTE = '''

@router.post("/{number}-{route}")
async def order_{route}(response: Response, amount: int, name: str | None = None) -> object:
    """Makes an order of an amount, and remembers the customer."""
    if amount < 0:
        raise HTTPException(409, headers={{"Retry-After": "5"}})
    if name is not None:
        response.set_cookie("last", name, path="/orders", secure=True, httponly=True)
    prices = {{"net": amount, "gross": total(amount, 19)}}
    if prices["gross"] > 100:
        return JSONResponse(prices, 201, headers={{"Location": f"/orders/{{amount}}"}})
    return prices
'''
_PLAIN = '''

class Account{part}:
    """What a customer owes."""

    def __init__(self, owner: str, limit: int = {part}) -> None:
        self.owner, self.limit = owner, limit
        self.items: list[tuple[str, int]] = []

    def add(self, name: str, price: int, *, times: int = 1) -> int:
        """Adds an item; the sum of all comes out."""
        for _ in range(times):
            self.items.append((name, price))
        return sum(price for _, price in self.items if price <= self.limit)


def total(amount: int, percent: int = {part}) -> int:
    """With the tax."""
    try:
        return round(amount * (100 + percent) / 100)
    except OverflowError as error:
        raise ValueError(f"{{amount}} is too much") from error
'''
_PARSE = """
import sys
from pathlib import Path
import libcst
for path in Path(sys.argv[1]).rglob("*.py"):
    libcst.parse_module(path.read_bytes())
"""


def ratios(folder: Path) -> Iterator[Ratio]:
    """`folder` is a scratch folder."""
    root = project(folder / "audited", FILES)
    peer = parsing(root)
    audit = _audit(root)
    edited = root / "shop" / "orders6.py"
    routes = count(10)

    def cold() -> None:
        shutil.rmtree(root / ".respgen_cache", ignore_errors=True)
        run(audit)

    def changed() -> None:
        with edited.open("a", encoding="utf-8") as file:
            file.write(_ROUTE.format(number=6, route=next(routes)))
        run(audit)

    yield Ratio(f"audit of {FILES} files (CPU; libcst parses them)", peer, cpu(cold), 4)
    yield Ratio("the same with one file changed", peer, cpu(changed), 20)
    yield Ratio("the same with nothing changed", peer, cpu(lambda: run(audit)), 20)
    only = [*audit, "--only", str(edited)]
    yield Ratio("the same with --only FILE", peer, cpu(lambda: run(only)), 25)
    yield _large(folder / "large", peer)


def _large(root: Path, peer: float) -> Ratio:
    """Ten times as many files, by the clock, since two processes share them."""
    audit = [*_audit(project(root, 10 * FILES)), "--jobs", "2"]
    taken = timeit(lambda: run(audit), number=1)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1_024
    work = f"audit of {10 * FILES:,} files (wall; {most} MiB a process)"
    return Ratio(work, 10 * peer, taken, 9)


def _audit(root: Path) -> list[str]:
    return [sys.executable, "-m", "respgen", "-C", str(root), "audit"]


def parsing(root: Path) -> float:
    """The processor time that libcst takes to parse the files of a folder."""
    parse = [sys.executable, "-c", _PARSE, str(root)]
    return cpu(lambda: run(parse, fine=(0,)))


def project(root: Path, files: int) -> Path:
    """A package of so many files; one of six does something with responses."""
    shop = root / "shop"
    shop.mkdir(parents=True)
    (root / "pyproject.toml").write_text("[tool.respgen]\n", encoding="utf-8")
    for number in range(files):
        plain = "".join(_PLAIN.format(part=part) for part in range(8))
        (shop / f"plain{number}.py").write_text(plain, encoding="utf-8")
        if number % _NEAR == 0:
            routes = (_ROUTE.format(number=number, route=route) for route in range(10))
            text = _ROUTES.format(number=number) + "".join(routes)
            (shop / f"plain{number}.py").unlink()
            (shop / f"orders{number}.py").write_text(text, encoding="utf-8")
    return root


def cpu(work: Callable[[], None]) -> float:
    """The processor time of the processes that a work starts."""
    times = []
    for _ in range(_ROUNDS):
        before = _used()
        work()
        times.append(_used() - before)
    return median(times)


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command: list[str], fine: tuple[int, ...] = (0, 1)) -> None:
    """What exits otherwise did not do the work, and must not be measured: 1 of an audit is findings."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode not in fine:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
