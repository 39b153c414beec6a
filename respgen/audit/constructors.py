"""Whether FastAPI can make a class of responses by itself.

FastAPI calls `C(content, background=...)`, with `status_code=` where a route has one, and
`C(content=...)` where it yields. Goes in: a class. Comes out: what is in the way.
"""

from __future__ import annotations

import ast

from respgen.source.bindings import FunctionNode
from respgen.source.names import Class
from respgen.source.program.program import Program


def unmakeable(
    program: Program, of: Class | str, *, status: bool, yields: bool
) -> str | None:
    """Why a class cannot be made; None where it can, or where nobody knows."""
    found = _constructor(program, of)
    if found is None:
        return None
    arguments = found.args
    places = [a.arg for a in (*arguments.posonlyargs, *arguments.args)][1:]
    given = {"background", *(("status_code",) if status else ())}
    if yields:
        given.add("content")
    elif places:
        if places[0] in given:  # a TypeError: given by place and by name
            return f"`{places[0]}` stands where the content goes"
        places = places[1:]
    elif arguments.vararg is None:
        return "it takes no content"
    return _missing(arguments, places, given) or _refused(arguments, given)


def _constructor(program: Program, of: Class | str) -> FunctionNode | None:
    """The `__init__` that is surely the one that runs."""
    for each in program.line(of):
        if (
            not isinstance(each, Class)
            or each.node.decorator_list
            or each.node.keywords
        ):
            return None
        methods = [n for n in each.node.body if isinstance(n, FunctionNode)]
        if any(node.name == "__new__" for node in methods):
            return None
        found = [node for node in methods if node.name == "__init__"]
        if found:
            return None if found[-1].decorator_list else found[-1]
        if len(each.node.bases) > 1 or len([*program.bases(each)]) != 1:
            return None
    return None


def _missing(
    arguments: ast.arguments, places: list[str], given: set[str]
) -> str | None:
    """A parameter that nobody gives."""
    needed = places[: max(0, len(places) - len(arguments.defaults))]
    pairs = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    needed += [each.arg for each, default in pairs if default is None]
    left = [name for name in needed if name not in given]
    return f"`{left[0]}` is required" if left else None


def _refused(arguments: ast.arguments, given: set[str]) -> str | None:
    """A keyword that it does not take."""
    named = {each.arg for each in (*arguments.args, *arguments.kwonlyargs)}
    left = sorted(given - named) if arguments.kwarg is None else []
    return f"it does not take `{left[0]}`" if left else None
