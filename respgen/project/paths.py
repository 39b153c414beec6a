"""What the settings ask of a path.

Goes in: a path as somebody wrote it, or paths. Comes out: yes or no, or the way between two.
"""

from __future__ import annotations

import os
from keyword import iskeyword
from pathlib import Path


def is_package(name: str) -> bool:
    """Whether a folder of this name can be imported."""
    return name.isascii() and name.isidentifier() and not iskeyword(name)


def is_relative(path: str) -> bool:
    """Whether it starts from the folder of the settings."""
    return path != "" and "\0" not in path and not os.path.isabs(path)


def lies_in(inner: Path, outer: Path) -> bool:
    """Whether one is the other, or below it, once links are followed."""
    return Path(os.path.realpath(inner)).is_relative_to(os.path.realpath(outer))


def import_home(folder: Path) -> Path:
    """Where Python looks for a package: above all packages that it is in."""
    home = folder.parent
    while (home / "__init__.py").is_file():
        home = home.parent
    return home


def within(path: Path, root: Path) -> tuple[str, ...]:
    """The way from the root to where a path really is: links may lead anywhere."""
    real, above = map(os.path.realpath, (path, root))
    return Path(os.path.relpath(real, above)).parts
