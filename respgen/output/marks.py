"""Why a file may differ though its schema does not: settings and templates, each as a digest.

Goes in: a project and its templates. Comes out: what line 2 of its files says of them, the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, fields
from hashlib import sha256
from typing import Any

from respgen.project import Project
from respgen.project.style import Style

# the settings of formatters decide no more than the style
_NOWHERE = frozenset(
    (
        "root",
        "schemas",
        "sources",
        "output",
        "templates",
        "select",
        "ignore",
        "black",
        "ruff",
    )
)


@dataclass(frozen=True, slots=True)
class Marks:
    """The digests; empty where all settings are the default ones, and no template is overridden."""

    settings: str = ""
    templates: str = ""


def marks(project: Project, templates: Iterable[tuple[str, bytes]]) -> Marks:
    """The digests of a project whose overriding templates these are."""
    facts = (f"{name} {sha256(data).hexdigest()}" for name, data in templates)
    return Marks(_digest(_settings(project)), _digest(facts))


def _settings(project: Project) -> Iterator[str]:
    """What is not the default, so that a setting that a release adds changes no file."""
    for field in fields(project):
        if field.name not in _NOWHERE:
            value = getattr(project, field.name)
            if value != _default(field):
                yield from _setting(field.name, value)


def _setting(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, Style):
        yield f"{name} {value!r}"
        return
    for field in fields(Style):
        if (part := getattr(value, field.name)) != field.default:
            yield f"{field.name} {part!r}"


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _digest(facts: Iterable[str]) -> str:
    found = "\n".join(facts)
    return sha256(found.encode(errors="surrogatepass")).hexdigest()[:8] if found else ""
