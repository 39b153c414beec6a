"""A pytest plugin: starlette.responses with core's Response in the place of its own.

The class statement of Response is taken out of Starlette's source and core's Response imported
in its place, so that the JSON, redirect, streaming and file responses derive from core's.
"""

from __future__ import annotations

import ast
import sys
from importlib.util import find_spec, module_from_spec
from pathlib import Path

import starlette.datastructures

from respgen.core import MutableHeaders


def with_core_response(source: str) -> ast.Module:
    """Starlette's responses module, its Response replaced."""
    tree = ast.parse(source)
    place = next(
        place
        for place, statement in enumerate(tree.body)
        if isinstance(statement, ast.ClassDef) and statement.name == "Response"
    )
    tree.body[place] = ast.parse("from respgen.core import Response").body[0]
    return tree


def install() -> None:
    """Put the changed module where `import starlette.responses` finds it."""
    spec = find_spec("starlette.responses")
    if spec is None or spec.origin is None:
        raise ImportError("starlette.responses")
    module = module_from_spec(spec)
    sys.modules["starlette.responses"] = module
    starlette.responses = module
    code = compile(
        with_core_response(Path(spec.origin).read_text()), spec.origin, "exec"
    )
    exec(code, module.__dict__)


starlette.datastructures.MutableHeaders = MutableHeaders
install()
