"""The ready profiles: header profiles of ours that any schema may use by name.

Goes in: a name, and the place that uses it. Comes out: the profile's headers, which all stand at
that place: what is wrong with them together with others is the user's to know.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from respgen import files, shipped
from respgen.diagnostics import Problems, Span
from respgen.load import parse
from respgen.load.tree import Mapping as Tree
from respgen.resolve.headers import Change, Reader, Removed
from respgen.schema import Module, declare
from respgen.specs import ConstantHeader, ParameterHeader, TemplateHeader

NAMES = ("api", "download", "html", "no_store", "owasp", "sse")


def ready(name: str, span: Span) -> tuple[Change, ...]:
    """What the profile changes. Raises KeyError for a name that is none of NAMES."""
    return tuple(_placed(change, span) for change in _profiles()[name])


def _placed(change: Change, span: Span) -> Change:
    match change:
        case Removed():
            return change
        case ConstantHeader() | TemplateHeader() | ParameterHeader():
            return replace(change, span=span, value_span=span, parts={})
    return replace(change, span=span)


@cache
def _profiles() -> Mapping[str, tuple[Change, ...]]:
    problems = Problems()
    path = shipped.profiles()
    tree = parse(files.contents(path), path.name, problems)
    modules = declare([tree] if tree else [], problems)
    found = {
        name: _changes(module, name, problems) for module in modules for name in NAMES
    }
    if len(problems):
        raise ValueError(f"{path.name}: {next(iter(problems)).message}")
    return found


def _changes(module: Module, name: str, problems: Problems) -> tuple[Change, ...]:
    entries = {entry.key: entry.value for entry in module.section("headers")}
    node = entries[name]
    headers = node.entries if isinstance(node, Tree) else ()
    return Reader(problems).changes(headers, module.keys.headers[name])
