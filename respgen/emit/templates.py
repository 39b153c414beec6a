"""The templates: they lay out source that is ready, and know nothing else.

Goes in: a template's name and pieces of `Source`. Comes out: `Source`. A template that prints
anything but a `Source` is an error, so author text cannot slip past the encoders here either.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from respgen import files, resources
from respgen.diagnostics import quoted
from respgen.emit.source import Source

if TYPE_CHECKING:
    from respgen.emit.sandbox import Sandbox

TemplateValue: TypeAlias = "Source | Sequence[Source] | bool | None"

_LARGEST = 2**26  # characters: a template may write them in a loop


class OverrideError(Exception):
    """An overriding template does not compile or render; the message says where."""


def _contents(path: Path) -> bytes | None:
    try:
        return files.contents(path)
    except OSError:
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Overrides:
    """A project's own templates: their folder, and what reads a file or says None."""

    folder: Path
    look: Callable[[Path], bytes | None] = _contents

    def data(self, name: str) -> bytes | None:
        """The bytes of a template; None where there is none. Raises OverrideError."""
        steps = PurePosixPath(name).parts
        # the colon and the backslash lead out of the folder on Windows
        if (
            not steps
            or {"..", "/"} & {*steps}
            or {":", "\\"} & {*name}
            or not name.isprintable()
        ):
            return None
        path = self.folder.joinpath(*steps)
        found = self.look(path)
        if found is None and os.path.lexists(path):
            raise OverrideError(f"{name}: cannot be read")
        return found

    def used(self) -> tuple[tuple[str, bytes], ...]:
        """Those that take the place of ours, and all that these name. Raises OverrideError."""
        found: dict[str, bytes] = {}
        names = [path.name for path in resources.templates().glob("*.jinja")]
        while names:
            name = names.pop()
            if name not in found and (data := self.data(name)) is not None:
                found[name] = data.replace(b"\r\n", b"\n")
                text = data.decode(errors="replace")
                names += _environment(self).references(text)
        return tuple(sorted(found.items()))


@lru_cache(maxsize=4)  # those of the projects of a run that it works on
def _environment(overrides: Overrides | None) -> Sandbox:
    # here and not above: what judges schemas and emits nothing does without Jinja
    from respgen.emit.sandbox import sandbox

    own = Overrides(resources.templates())
    both = (own,) if overrides is None else (overrides, own)

    def read(name: str) -> str | None:
        found = (each.data(name) for each in both)
        data = next((each for each in found if each is not None), None)
        return None if data is None else data.decode()

    return sandbox(read)


def render(
    template: str, overrides: Overrides | None, **parts: TemplateValue
) -> Source:
    """`templates/<template>.py.jinja` with these parts, without the final newline.

    Raises OverrideError where an overriding template is wrong.
    """
    name = f"{template}.py.jinja"
    within = _environment(overrides)
    try:
        text = "".join(_bounded(within.get_template(name).generate(parts)))
    except OverrideError:
        raise
    except Exception as wrong:  # whatever a project's own template leads to
        raise OverrideError(f"{name}: {within.words(wrong)}") from wrong
    return Source(text.removesuffix("\n"))


def _bounded(made: Iterator[str]) -> Iterator[str]:
    total = 0
    for piece in made:
        total += len(piece)
        if total > _LARGEST:
            raise ValueError(f"writes more than {_LARGEST} characters")
        yield piece


def python(source: Source, overrides: Overrides | None) -> Source:
    """The same source. Raises OverrideError where overriding templates made it no Python."""
    try:
        if overrides is not None:
            ast.parse(source.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as wrong:
        line = next(filter(None, source.text.split("\n")), "")
        message = f"what begins {quoted(line)} is no Python: {wrong}"
        raise OverrideError(message) from wrong
    return source
