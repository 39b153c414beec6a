"""Types of schemas -> JSON Schemas of what a renderer makes of their values.

Python's own types are known here, and the project's own by Pydantic, where it is installed and knows
them. What nobody knows may be anything: a test that fails for no reason is worse than one that passes.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from importlib import import_module
from operator import or_
from types import NoneType
from typing import (
    Any,
    Literal,
    NotRequired,
    TypeAlias,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from respgen.renderers.json import JsonOptions
from respgen.renderers.pydantic import LEAVING, PydanticOptions
from respgen.specs import (
    RendererSpec,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
)
from respgen.specs.types import TypeList, TypeValue, hinted
from respgen.testing.shapes import ANYTHING, EMBEDDED, Schema, faults

_OWN = frozenset({"builtins", "collections.abc", "typing", "respgen"})
_SIMPLE: dict[str, Schema] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "bool": {"type": "boolean"},
    "None": {"type": "null"},
    "dict": {"type": "object"},
    "list": {"type": "array"},
}
_MAPPINGS = frozenset({"dict", "Mapping", "MutableMapping"})
_ARRAYS = frozenset(
    {
        *("list", "set", "frozenset", "Sequence", "MutableSequence", "Set"),
        *(
            "MutableSet",
            "Iterable",
            "Iterator",
            "Collection",
            "Reversible",
            "Generator",
        ),
    }
)
Absent: TypeAlias = Literal["none", "null", "any"]


@dataclass(frozen=True, slots=True)
class Types:
    """What is known of the renderer that values go through.

    `finite`: no number becomes null. `known`: the project's own types are as Pydantic describes
    them. `absent` are the fields that may be left out: none, those that may be null, or any.
    `aliases` are the spellings that fields may have.
    """

    finite: bool = False
    known: bool = True
    absent: Absent = "none"
    aliases: tuple[bool, ...] = (False, True)
    around: frozenset[TypeExpression] = frozenset()
    """The TypedDicts that the type stands in: one that holds itself is open there."""

    def schema(self, kind: TypeExpression) -> Schema:
        """The JSON Schema of what values of a type become."""
        match kind:
            case TypeName("builtins", "float"):
                return {"type": "number" if self.finite else ["number", "null"]}
            case TypeName("builtins", name):
                return _SIMPLE.get(name, ANYTHING)
            case TypeName(module) if module in _OWN:
                return ANYTHING
            case TypeUnion(members):
                return {"anyOf": [*map(self.schema, members)]}
            case TypeGeneric(TypeName("typing", "Literal"), values):
                return {"enum": [v.value for v in values if isinstance(v, TypeValue)]}
            case TypeGeneric(TypeName(module, name), arguments) if module in _OWN:
                return self._generic(name, arguments)
        return self._authored(kind)

    def _generic(self, name: str, arguments: tuple[TypeExpression, ...]) -> Schema:
        if name in _MAPPINGS:
            return {
                "type": "object",
                "additionalProperties": self.schema(arguments[-1]),
            }
        if name in _ARRAYS:
            return {"type": "array", "items": self.schema(arguments[0])}
        if name != "tuple":
            return ANYTHING
        if arguments[-1] == TypeList(None):
            return {"type": "array", "items": self.schema(arguments[0])}
        size = len(arguments)
        inside = [*map(self.schema, arguments)]
        return {
            "type": "array",
            "prefixItems": inside,
            "minItems": size,
            "maxItems": size,
        }

    def _authored(self, kind: TypeExpression) -> Schema:
        if not self.known:
            return ANYTHING
        try:
            found = python_type(kind)
            # before Python 3.12 Pydantic takes none of typing's
            if is_typeddict(found):
                return self._typed_dict(kind, found)
        except Exception:  # an author's module raises anything
            return ANYTHING
        made = [*self._described(found)]
        return {"anyOf": made} if len(made) > 1 else made[0] if made else ANYTHING

    def _typed_dict(self, kind: TypeExpression, found: Any) -> Schema:
        if kind in self.around:
            return ANYTHING
        inside = replace(self, around=self.around | {kind})
        plain = get_type_hints(found)
        properties = {name: inside.schema(hinted(hint)) for name, hint in plain.items()}
        return {
            "type": "object",
            "properties": properties,
            "required": [*_required(found)],
        }

    def _described(self, kind: Any) -> Iterator[Schema]:
        """What Pydantic says, once for each spelling of fields; nothing where it does not know."""
        try:
            from pydantic import TypeAdapter

            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of defaults that JSON cannot hold
                adapter: TypeAdapter[Any] = TypeAdapter(kind)
                found: list[dict[str, Any]] = []
                for alias in self.aliases:
                    made = adapter.json_schema(by_alias=alias, mode="serialization")
                    if made not in found:
                        found.append(made)
        except (
            Exception
        ):  # an author's module, and Pydantic on an author's type, raise anything
            return
        for made in found:
            yield {EMBEDDED: made if self.absent == "none" else self._loose(made, made)}

    def _loose(self, schema: Any, root: Schema) -> Any:
        """A schema that requires no field which may be left out."""
        if isinstance(schema, list):
            return [self._loose(each, root) for each in schema]
        if not isinstance(schema, dict):
            return schema
        loose = {key: self._loose(value, root) for key, value in schema.items()}
        # a field may be called so, too
        if isinstance(required := schema.get("required"), list):
            known = schema.get("properties", {})
            fields = [
                n for n in required if not self._is_absent(known.get(n, {}), root)
            ]
            loose["required"] = fields
        return loose

    def _is_absent(self, field: Schema, root: Schema) -> bool:
        """Whether a field may be left out."""
        inside = {**field, "$defs": root.get("$defs", {})}
        return self.absent == "any" or not faults(inside, None)


def _required(kind: Any) -> Iterator[str]:
    """The keys that a TypedDict must have; Python cannot tell where annotations are texts."""
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if get_origin(hint) is not NotRequired and name in kind.__required_keys__:
            yield name


def types_of(renderer: RendererSpec) -> Types | None:
    """What is known of a renderer that makes JSON of content; None of any other."""
    options: Any = renderer.options
    match renderer.name:
        case "json":
            assert isinstance(options, JsonOptions)  # the row of the renderer says so
            return Types(finite=options.nan != "null", known=options.default is None)
        case "orjson":
            return Types(known=options.default is None)
        case "msgspec":
            return Types(known=options.enc_hook is None)
        case "problem":
            return Types(finite=True)
        case "pydantic":
            return _of_pydantic(options)
    return None


def _of_pydantic(options: PydanticOptions) -> Types:
    leaving = any(getattr(options, name) for name in LEAVING)
    absent: Absent = "any" if leaving else "null" if options.exclude_none else "none"
    spelled = options.by_alias
    aliases = (spelled,) if isinstance(spelled, bool) else (False, True)
    as_declared = not (options.round_trip or options.serialize_as_any)
    return Types(known=as_declared, absent=absent, aliases=aliases)


def python_type(kind: TypeExpression) -> Any:
    """The type itself. Raises what its module raises, AttributeError, TypeError."""
    match kind:
        case TypeName("builtins", "None"):
            return NoneType
        case TypeName("respgen"):
            return Any
        case TypeName(module, name):
            found: Any = import_module(module)
            for step in name.split("."):
                found = getattr(found, step)
            return found
        case TypeUnion(members):
            return reduce(or_, map(python_type, members))
        case TypeGeneric(TypeName("typing", "Literal"), values):
            return Literal[tuple(v.value for v in values if isinstance(v, TypeValue))]
        case TypeGeneric(origin, arguments):
            return python_type(origin)[tuple(map(python_type, arguments))]
    return Any
