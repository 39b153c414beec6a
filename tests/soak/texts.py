"""Texts that no author would write: documents of others, mutations of schemas, floods.

Goes in: folders, or a random generator. Comes out: file names and bytes.
"""

from __future__ import annotations

import os
import re
import site
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import TypeAlias

from tests.injection.payloads import BRACES, BREAKS, COMMENTS, HIDDEN, QUOTES
from tests.support.floods import FLOODS, SIZE, flood

File: TypeAlias = tuple[str, bytes]

TESTS = Path(__file__).resolve().parent.parent
ENDINGS = (".yaml", ".yml", ".json", ".toml")
FOLDERS = (*site.getsitepackages(), "/usr/share", "/usr/lib", str(Path.home()))
_LARGEST = 4 * 2**20
_PIECE = re.compile(r"[\w.-]+|\s+|.", re.DOTALL)
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_STRAY = (
    *QUOTES, *BRACES, *BREAKS, *HIDDEN, *COMMENTS,
    *(": ", "- ", "? ", "&a ", "*a", "!t ", "--- ", "...\n", "|\n", "<<: ", "[", "]"),
    *("null", "true", "0x1F", "1e999", "-1", "~", "[]", "{}", '""', "\t", "\udcff"),
)  # fmt: skip


def documents(folders: Iterable[str] = FOLDERS) -> Iterator[File]:
    """Every document of a format of ours below the folders, none twice."""
    seen: set[bytes] = set()
    for folder in folders:
        for path in _below(folder):
            data = path.read_bytes()
            if data not in seen:
                seen.add(data)
                yield f"document{path.suffix}", data


def _below(folder: str) -> Iterator[Path]:
    for above, folders, names in os.walk(folder):
        folders.sort()
        for path in (Path(above, name) for name in sorted(names)):
            if path.suffix in ENDINGS and _is_readable(path):
                yield path


def _is_readable(path: Path) -> bool:
    try:
        return path.is_file() and 0 < path.stat().st_size <= _LARGEST
    except OSError:
        return False


@cache
def good() -> tuple[tuple[str, str], ...]:
    """The schemas of the cases, of the pages of rules among them, and of the catalogue."""
    folders = (TESTS / "cases", TESTS.parent / "schemas")
    paths = (path for folder in folders for path in _below(str(folder)))
    texts = {path.read_text(errors="replace"): path.suffix for path in paths}
    return tuple((f"schema{ending}", text) for text, ending in texts.items())


def mutated(seed: int) -> Iterator[File]:
    """Schemas with one to four pieces lost, doubled, moved, renamed or made strange, without end."""
    for number in count():
        random = Random(f"{seed} {number}")
        name, text = random.choice(good())
        pieces = _PIECE.findall(text)
        for _ in range(random.randint(1, 4)):
            _mutate(pieces, random)
        yield name, "".join(pieces).encode(errors="surrogateescape")


def _mutate(pieces: list[str], random: Random) -> None:
    place, other = (random.randrange(len(pieces) + 1) for _ in range(2))
    start, end = sorted((place, min(other, place + 40)))
    match random.randrange(6):
        case 0:
            del pieces[start:end]
        case 1:
            pieces[other:other] = pieces[start:end]
        case 2:
            pieces[other:other] = _words(random, pieces)
        case 3:
            pieces[start : start + 1] = _words(random, pieces)
        case 4:
            pieces[start : start + 1] = [random.choice(_STRAY)]
        case 5 if "".join(pieces[start : start + 1]):
            pieces[start] = _slipped(pieces[start], random)


def _words(random: Random, pieces: list[str]) -> list[str]:
    """A word of this schema, or a line of another one."""
    if random.random() < 0.5:
        return [random.choice(pieces or [""])]
    lines = random.choice(good())[1].splitlines(keepends=True)
    return [random.choice(lines or [""])]


def _slipped(word: str, random: Random) -> str:
    place = random.randrange(len(word))
    letter = random.choice(("", word[place] * 2, "\u0430", word[place].swapcase(), "_"))
    return word[:place] + letter + word[place + 1 :]


def floods(seed: int) -> Iterator[File]:
    """The floods of the suite, then schemas of which one piece is there until 150 kB are full."""
    for ending, of in FLOODS.values():
        yield f"flood.{ending}", flood(of).encode()
    for number in count():
        random = Random(f"{seed} {number}")
        name, text = random.choice(good())
        yield name, _flooded(text, random).encode(errors="surrogateescape")


def _flooded(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    start = random.randrange(len(lines))
    end = min(start + random.choice((1, 1, 2, 5, 20)), len(lines))
    block = "".join(lines[start:end])
    if random.random() < 0.3:  # within a line
        pieces = _PIECE.findall(block) or [""]
        place = random.randrange(len(pieces))
        many = "".join(pieces[place : place + random.randint(1, 6)]) or "a"
        block = (
            "".join(pieces[:place])
            + many * (SIZE // len(many))
            + "".join(pieces[place:])
        )
        return "".join((*lines[:start], block, *lines[end:]))
    numbered = (_numbered(block, n) for n in range(SIZE // max(len(block), 1)))
    return "".join((*lines[:start], *numbered, *lines[end:]))


def _numbered(block: str, number: int) -> str:
    """The block with a number behind its first word, so that no name is there twice."""
    return _WORD.sub(lambda word: f"{word[0]}{number}", block, count=1)
