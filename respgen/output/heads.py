"""What stands in the head of a generated module: docstring, imports, `__all__`.

Goes in: statements. Comes out: where names come from, and which are exported.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TypeAlias

Origins: TypeAlias = Mapping[str, str]
"""Where imported names come from, as text."""

# what may be left over where two branches each removed one of two uses
_LEFTOVERS = frozenset(
    ("base64", "collections.abc", "datetime", "decimal", "functools", "hashlib"),
).union(("json", "math", "time", "typing", "unicodedata", "urllib.parse", "uuid"))
_CARRIED = frozenset(("_support", "_framework", "_later", "_openapi"))


def is_head(statement: ast.stmt, place: int) -> bool:
    """Whether a statement may stand in the head; a docstring is the first of all."""
    match statement:
        case ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(ast.Constant(str())):
            return place == 0
        case ast.If(ast.Name("TYPE_CHECKING"), body, orelse):
            plain = all(isinstance(each, ast.Import | ast.ImportFrom) for each in body)
            return plain and None not in map(_deferred, orelse)
    return exports(statement) is not None


def exports(statement: ast.stmt) -> list[str] | None:
    """The names in `__all__ = [...]`; None for any other statement."""
    match statement:
        case ast.Assign([ast.Name("__all__")], ast.List(items)):
            found = [each.value for each in items if isinstance(each, ast.Constant)]
            texts = [each for each in found if isinstance(each, str)]
            return texts if len(texts) == len(items) else None
    return None


def imported(statement: ast.stmt) -> dict[str, str]:
    """The names that a statement imports, each with its source."""
    match statement:
        case ast.Import(aliases):
            return {
                a.asname or a.name.partition(".")[0]: f"{a.name} as {a.asname}"
                for a in aliases
            }
        case ast.ImportFrom(module, aliases, level):
            source = "." * (level or 0) + (module or "")
            return {a.asname or a.name: f"{source} {a.name}" for a in aliases}
        case ast.If(_, body, orelse):
            found = {name: of for each in body for name, of in imported(each).items()}
            for name, module in filter(None, map(_deferred, orelse)):
                found[name] = f"{found.get(name)}, at run time {module}"
            return found
    return {}


def _deferred(statement: ast.stmt) -> tuple[str, str] | None:
    """The name and the module of `data = Deferred("shop.data", "data", globals())`.

    So is written what is imported at first use.
    """
    match statement:
        case ast.Assign(
            [ast.Name(name)],
            ast.Call(
                ast.Name(),
                [
                    ast.Constant(str(module)),
                    ast.Constant(str(local)),
                    ast.Call(ast.Name("globals"), [], []),
                ],
                [],
            ),
        ) if (
            local == name
        ):
            return name, module
    return None


def origins(body: Iterable[ast.stmt]) -> Origins:
    """What statements import."""
    return {n: of for each in body for n, of in imported(each).items()}


def vouched(body: Sequence[ast.stmt]) -> tuple[Origins, Origins, Set[str]]:
    """What statements import at run time, what for type checkers alone, and what they export."""
    exported = {name for statement in body for name in exports(statement) or ()}
    checkers = [each for each in body if isinstance(each, ast.If)]
    running = [each for each in body if not isinstance(each, ast.If)]
    return origins(running), origins(checkers), exported


def may_be_left(origin: str) -> bool:
    """Whether an import may be there that nothing uses: it is none of the author's."""
    plain = origin.removesuffix(" as None")
    module = plain.partition(" ")[0]
    return (
        module in ("__future__", *_LEFTOVERS) and " as " not in plain
    ) or module.removeprefix(".") in _CARRIED
