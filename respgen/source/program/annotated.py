"""What annotations say of a parameter or a result.

Goes in: a module and an annotation, as an expression or a text. Comes out: the class that instances
are of.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from respgen.source.names import Alias, Class, Function
from respgen.source.program.program import Program

_DEPTH = 12
_TRANSPARENT = frozenset({"Optional", "Annotated", "Union", "Final", "ClassVar"})
_AWAITED = frozenset({"Awaitable", "Coroutine"})


@dataclass(slots=True)
class Annotations:
    """Keeps what functions return."""

    program: Program
    _returned: dict[Function, Class | str | None] = field(default_factory=dict)

    def returned(self, of: Function) -> Class | str | None:
        """The class that a function is annotated to return."""
        if of not in self._returned:
            found = self.instance(of.module, of.node.returns, of)
            self._returned[of] = found
        return self._returned[of]

    def instance(
        self, module: str, node: ast.expr | None, inside: Function | None = None
    ) -> Class | str | None:
        """The class of whatever an annotation allows; None where it allows several."""
        found = self.classes(module, node, inside)
        return next(iter(found)) if len(found) == 1 else None

    def called(
        self, module: str, node: ast.expr | None, inside: Function | None = None
    ) -> Class | str | None:
        """What a function returns that is annotated as `Callable[..., X]`."""
        match node:
            case ast.Constant(value=str(text)):
                return self.called(module, _parsed(text), inside)
            case ast.Subscript(value=origin, slice=ast.Tuple(elts=[_, returned])) if (
                _word(origin) == "Callable"
            ):
                return self.instance(module, returned, inside)
        return None

    def classes(
        self,
        module: str,
        node: ast.expr | None,
        inside: Function | None = None,
        depth: int = _DEPTH,
    ) -> dict[Class | str, None]:
        """All classes that it allows, but for None."""
        if node is None or depth == 0:
            return {}
        below = depth - 1
        match node:
            case ast.Constant(value=str(text)):
                return self.classes(module, _parsed(text), inside, below)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return {
                    **self.classes(module, left, inside, below),
                    **self.classes(module, right, inside, below),
                }
            case ast.Subscript(value=origin, slice=given):
                return self._generic(module, origin, given, inside, below)
            case ast.Name() | ast.Attribute():
                return self._named(module, node, inside, below)
        return {}

    def _generic(
        self,
        module: str,
        origin: ast.expr,
        given: ast.expr,
        inside: Function | None,
        depth: int,
    ) -> dict[Class | str, None]:
        word = _word(origin)
        parts = given.elts if isinstance(given, ast.Tuple) else [given]
        if word in _AWAITED:
            return self.classes(module, parts[-1], inside, depth)
        if word not in _TRANSPARENT:
            return self.classes(module, origin, inside, depth)
        found: dict[Class | str, None] = {}
        for part in parts[:1] if word == "Annotated" else parts:
            found |= self.classes(module, part, inside, depth)
        return found

    def _named(
        self,
        module: str,
        node: ast.Name | ast.Attribute,
        inside: Function | None,
        depth: int,
    ) -> dict[Class | str, None]:
        bound = _type_parameter(node, inside)
        if bound is not None:
            return self.classes(module, bound, inside, depth)
        meaning = self.program.names.meaning(module, node)
        found = self.program.class_of(module, node)
        is_generic = isinstance(meaning, Alias) and isinstance(
            meaning.value, ast.Subscript
        )
        if found is not None and not is_generic:
            return {} if found in _NONE else {found: None}
        match meaning:
            case Alias(home, ast.Call(func=maker, args=args, keywords=keywords)):
                made = self.program.class_of(home, maker)
                if made in ("typing.TypeVar", "typing_extensions.TypeVar"):
                    bounds = (k.value for k in keywords if k.arg == "bound")
                    return self.classes(home, next(bounds, None), inside, depth)
                if made == "typing.NewType" and len(args) == 2:
                    return self.classes(home, args[1], inside, depth)
            case Alias(home, value):
                return self.classes(home, value, inside, depth)
        return {}


_PLAIN = frozenset({"builtins", "typing", "typing_extensions", "collections", "types"})


def tells(found: Class | str) -> bool:
    """Whether a class says where a value came from: a text, or a list, comes from anywhere."""
    return isinstance(found, Class) or found.partition(".")[0] not in _PLAIN


_NONE = ("None", "builtins.None")


def _word(node: ast.expr) -> str:
    """The last of a dotted name."""
    word = node.attr if isinstance(node, ast.Attribute) else ""
    return node.id if isinstance(node, ast.Name) else word


def _type_parameter(node: ast.expr, inside: Function | None) -> ast.expr | None:
    """The bound of `def f[R: Response](...)`."""
    for each in getattr(inside.node, "type_params", ()) if inside else ():
        if isinstance(node, ast.Name) and each.name == node.id:
            bound = getattr(each, "bound", None)
            return bound if isinstance(bound, ast.expr) else None
    return None


def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text.strip(), mode="eval").body if len(text) < 1000 else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
