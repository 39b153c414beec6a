"""Everything that decides the output, in one digest: the key of the cache.

Goes in: a project. Comes out: SHA-256 over the bytes of its schemas, its
settings with those of its formatters, our own code and templates, and the versions of what we run on.
Imports none of those: `importlib.metadata` alone would cost more than the whole check.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path

from respgen import files, resources
from respgen.project import Project

_METADATA = re.compile(
    r"(black|jinja2|publicsuffixlist|pyyaml)-.*\.(dist|egg)-info",
    re.IGNORECASE,
)

Fact = tuple[str, bytes]


def fingerprint(project: Project) -> str:
    """The digest, in hexadecimal: any other byte in any input gives another one. Raises OSError."""
    return digest(
        [
            *_settings(project),
            (_ours(), b""),
            *_contents(project.schemas),
        ]
    )


@cache  # a run may have several projects
def _ours() -> str:
    """What all projects share: our code and templates, and what we run on."""
    own = (resources.PACKAGE, resources.templates())
    return digest([*_versions(), *(fact for each in own for fact in _folder(each))])


def digest(facts: Iterable[Fact]) -> str:
    """SHA-256 over names and bytes, with their lengths: no two lists are taken for one."""
    total = sha256()
    for name, data in facts:
        label = os.fsencode(name)
        total.update(b"%d %d\n%b%b" % (len(label), len(data), label, data))
    return total.hexdigest()


def _settings(project: Project) -> Iterator[Fact]:
    for field in fields(project):
        yield field.name, repr(getattr(project, field.name)).encode(
            errors="surrogateescape"
        )


def _versions() -> Iterator[Fact]:
    for folder in sys.path:
        if os.path.isdir(folder):
            for name in sorted(filter(_METADATA.fullmatch, os.listdir(folder))):
                yield folder, name.encode()


def _folder(folder: Path) -> Iterator[Fact]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from _contents(Path(parent, name) for name in sorted(names))


def _contents(paths: Iterable[Path]) -> Iterator[Fact]:
    for path in paths:
        yield os.fspath(path), files.contents(path)
