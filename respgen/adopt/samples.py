"""Values that both sides are given, by what they are for.

Goes in: a type, or a use such as that of a file. Come out: values; those that can be read once alone are made anew
for each side.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp

from respgen.output.write import document

TEXTS = ("", "plain", "a b", "'\"\\;,", "é", "☃", "a\r\nb", "/a?b=c&d#e")
JSON: tuple[object, ...] = (
    None,
    *TEXTS,
    0,
    -1,
    1.5,
    True,
    [],
    {},
    {"a": [1, {"b": None, "é": "☃"}]},
)
STATUS, STREAM, FILE, STAT, NAME, HEADERS = (
    *("status", "stream", "file", "stat", "name", "headers"),
)
TOKEN = "token"
ATTRIBUTE = "cookie "
"""What the kinds of attributes of cookies begin with, which are tried with what browsers take."""
SAMPLES: Mapping[str, Sequence[object]] = {
    "str": TEXTS,
    "int": (0, -1, 7),
    "float": (0.0, -1.5),
    "bool": (True, False),
    "bytes": (b"", b"\xff\x00", b"a"),
    "None": (None,),
    STATUS: (200, 400, 404, 503),
    NAME: ("a.txt", "b", "Report_2-1.tar.gz"),
    HEADERS: ({}, {"X-Sample": "1"}),
    TOKEN: ("4f2a", "dGhlIHNpZA-_.x"),
    f"{ATTRIBUTE}key": ("sid", "app-1"),
    f"{ATTRIBUTE}max_age": (None, 60, 0),
    f"{ATTRIBUTE}path": ("/", "/app", "/a b"),
    f"{ATTRIBUTE}domain": (None, "shop.example", ""),
    f"{ATTRIBUTE}secure": (False, True),
    f"{ATTRIBUTE}httponly": (False, True),
    f"{ATTRIBUTE}samesite": (None, "lax", "strict", "none"),
    f"{ATTRIBUTE}near": (None, "lax", "strict"),
}


@dataclass(frozen=True, slots=True)
class Fresh:
    """Made anew for each side; `shown` is what messages call it."""

    shown: str
    make: Callable[[], object]

    def __repr__(self) -> str:
        return self.shown


RUNS: Sequence[Sequence[object]] = (
    *(("é", b"\xff"), (), TEXTS, SAMPLES["bytes"]),
    *(("a", 1), ("\ud800",)),
)
"""Items of streams; the last ones are refused."""


def streams() -> Iterator[Fresh]:
    """Contents of streams, each to be read once; the last is no content at all."""
    for each in RUNS:
        shown = ", ".join(map(repr, each))
        yield Fresh(f"an iterator of ({shown})", partial(iter, each))
        yield Fresh(f"an async iterator of ({shown})", partial(later, each))
    yield Fresh("a list", lambda: ["a", b"b"])
    yield Fresh("an iterator that fails", lambda: (1 // each for each in (1, 0)))
    yield Fresh("None", lambda: None)


async def later(run: Sequence[object]) -> AsyncIterator[object]:
    """What waits before each item."""
    for each in run:
        await asyncio.sleep(0)
        yield each


@cache
def files() -> tuple[Path, ...]:
    """Files, a folder, and one that is not there, in a folder that goes with the copy of the project."""
    folder = Path(mkdtemp())
    found = [folder / name for name in ("é ☃.csv", "bare", "long.json", "empty.txt")]
    for each, size in zip(found, (20, 10, 70_000, 0), strict=True):
        document(each, b"0123456789" * (size // 10))
    return (*found, folder, folder / "missing")


def samples_of(kind: str) -> Sequence[object] | None:
    """The values of what is known by its name; None of anything else."""
    match kind:
        case "stream":
            return [*streams()]
        case "file":
            named = [Fresh(each.name, partial(Path, each)) for each in files()]
            return [Fresh("a text", partial(str, files()[0])), *named]
        case "stat":
            return [None, *(each.stat() for each in files()[:2])]
    return SAMPLES.get(kind)


def samples(holes: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Values for all holes: each in turn takes all of its kind, while the others stay."""
    kinds = [of(each) for each in holes]
    usual = [kind[min(1, len(kind) - 1)] for kind in kinds]
    yield tuple(usual)
    for number, kind in enumerate(kinds):
        for each in kind:
            yield (*usual[:number], each, *usual[number + 1 :])


def of(kind: str) -> Sequence[object]:
    """The values of a type; of one that is not known any JSON."""
    found: list[object] = []
    for name in kind.split(" | "):
        some = samples_of(name)
        if some is None:
            return JSON
        found += some
    return found
