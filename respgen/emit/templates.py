"""The templates: they lay out source that is ready, and know nothing else.

Goes in: a template's name and pieces of `Source`. Comes out: `Source`. A template that prints
anything but a `Source` is an error, so author text cannot slip past the encoders here either.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from respgen import resources
from respgen.diagnostics import quoted
from respgen.emit.source import Source

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

TemplateValue: TypeAlias = "Source | Sequence[Source] | bool | None"


class OverrideError(Exception):
    """An overriding template does not compile or render; the message says where."""


def _printed(value: object) -> str:
    from jinja2 import Undefined

    if isinstance(value, Source):
        return value.text
    if isinstance(value, Undefined):
        return str(value)  # StrictUndefined raises here, naming what is missing
    raise TypeError(f"a template may print Source only, not {type(value).__name__}")


@cache
def _environment(overrides: Path | None) -> Environment:
    # Imported here alone: what judges schemas and emits nothing does without.
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

    loaders: list[BaseLoader] = [
        FileSystemLoader(resources.templates(), encoding="utf-8")
    ]
    if overrides is not None:
        loaders.insert(0, FileSystemLoader(overrides, encoding="utf-8"))
    return Environment(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(template: str, overrides: Path | None, **parts: TemplateValue) -> Source:
    """`templates/<template>.py.jinja` with these parts, without the final newline.

    Raises OverrideError where an overriding template is wrong.
    """
    try:
        text = (
            _environment(overrides).get_template(f"{template}.py.jinja").render(parts)
        )
    except Exception as wrong:  # a template is the project's own code
        message = str(wrong) or type(wrong).__name__
        raise OverrideError(f"{template}.py.jinja: {message}") from wrong
    return Source(text.removesuffix("\n"))


def python(source: Source, overrides: Path | None) -> Source:
    """The same source. Raises OverrideError where overriding templates made it no Python."""
    try:
        if overrides is not None:
            ast.parse(source.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as wrong:
        line = next(filter(None, source.text.split("\n")), "")
        message = f"what begins {quoted(line)} is no Python: {wrong}"
        raise OverrideError(message) from wrong
    return source
