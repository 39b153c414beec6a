"""Files that are not looked at, being excluded or beside PATHS, and name a class.

Goes in: a project, and the facts of its code. Come out: by the names of classes, what such files need of them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from respgen.files import contents
from respgen.migrate.references import Use, around, use_of
from respgen.project import Project
from respgen.source.files import unread
from respgen.source.program.facts import Facts

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Beyond:
    """`places` are the arguments that it gives by place; None where it does more than to call the class."""

    file: str
    places: int | None

    @property
    def reason(self) -> str:
        """Why a class stays for it."""
        return f"{self.file} uses it, which is not looked at"


def beyond(project: Project, facts: Facts) -> Mapping[str, list[Beyond]]:
    """By the names of response classes. A file that defines one of its own means that."""
    program = facts.program
    names = {e.node.name for _, e in facts.classes if program.is_response(e)}
    found: dict[str, list[Beyond]] = {}
    for file, path in unread(project, program.units.files) if names else ():
        with suppress(OSError):
            text = contents(path).decode(errors="replace")
            if named := names.intersection(_WORD.findall(text)):
                for name, places in _needs(text, named):
                    found.setdefault(name, []).append(Beyond(file, places))
    return found


def _needs(text: str, names: set[str]) -> Iterator[tuple[str, int | None]]:
    """What is done with names, and how many places it takes."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        yield from ((name, None) for name in names)
        return
    own = {each.name for each in ast.walk(tree) if isinstance(each, ast.ClassDef)}
    for above, node in around(tree):
        name = getattr(node, "id", getattr(node, "attr", ""))
        if isinstance(node, ast.Name | ast.Attribute) and name in names - own:
            match use_of(node, above):
                case Use.CALLED:
                    yield name, _places(above[0])
                case Use.FRAMEWORK:
                    yield name, 1
                case Use.BASE | Use.OTHER:
                    yield name, None


def _places(call: ast.AST) -> int | None:
    """How many arguments stand by place; None where `*` or `**` may bring more."""
    assert isinstance(call, ast.Call)  # what is called stands in one
    starred = any(isinstance(each, ast.Starred) for each in call.args)
    if starred or any(each.arg is None for each in call.keywords):
        return None
    return len(call.args)
