"""Where a pydantic error stands: its location walked through the tree and the models at once."""

from __future__ import annotations

from dataclasses import dataclass
from types import UnionType
from typing import Annotated, TypeAlias, Union, get_args, get_origin, get_type_hints

from pydantic import Tag

from respgen.diagnostics import Span
from respgen.load.tree import Mapping, Node, Scalar, Sequence
from respgen.schema.keys import Keys

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
Shape: TypeAlias = object
"""What a model says of a value: a model, a generic, a union, a scalar type."""


@dataclass(frozen=True, slots=True)
class Place:
    """A value of the tree, or a key that is missing from it.

    `path` leads to `node`. `missing` is the step that the tree does not have. `shape` is what the
    model says of the last step, `owner` the keys of the mapping that holds it.
    """

    path: Path
    node: Node
    key_span: Span | None
    missing: Step | None
    shape: Shape
    owner: type[Keys] | None

    @property
    def span(self) -> Span:
        """The value if it is short, the key before it otherwise."""
        if isinstance(self.node, Scalar) or self.key_span is None:
            return self.node.span
        return self.key_span


def locate(root: Mapping, model: type[Keys], steps: Path) -> Place:
    """Follow an error's location from the root."""
    place = Place((), root, None, None, model, None)
    for step in steps:
        below = _below(place.shape, step)
        # the error of a union's member names the member's tag, which no tree has
        if _is_union(place.shape):
            place = Place(
                place.path, place.node, place.key_span, None, below, place.owner
            )
            continue
        owner = _keys(place.shape)
        child = _child(place.node, step)
        if child is None:
            return Place(place.path, place.node, place.key_span, step, below, owner)
        node, key_span = child
        place = Place((*place.path, step), node, key_span, None, below, owner)
    return place


def _child(node: Node, step: Step) -> tuple[Node, Span | None] | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.entry(step)
        return (entry.value, entry.key_span) if entry else None
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step], None
    return None


def _keys(shape: Shape) -> type[Keys] | None:
    shape = _bare(shape)
    return shape if isinstance(shape, type) and issubclass(shape, Keys) else None


def _is_union(shape: Shape) -> bool:
    return get_origin(_bare(shape)) in (Union, UnionType)


def _bare(shape: Shape) -> Shape:
    return get_args(shape)[0] if get_origin(shape) is Annotated else shape


def _below(shape: Shape, step: Step) -> Shape:
    keys, bare = _keys(shape), _bare(shape)
    if _is_union(bare):
        return next(
            (option for option in get_args(bare) if _tagged(option, step)), object
        )
    if keys is not None:
        return _field(keys, step)
    arguments = get_args(bare)
    return arguments[-1] if get_origin(bare) in (dict, list) else object


def _tagged(option: Shape, tag: Step) -> bool:
    return any(isinstance(note, Tag) and note.tag == tag for note in get_args(option))


def _field(keys: type[Keys], step: Step) -> Shape:
    for name, field in keys.model_fields.items():
        if step == (field.alias or name):
            return field.annotation
    extra = get_type_hints(keys, include_extras=True).get("__pydantic_extra__")
    return get_args(extra)[-1] if extra else object


def known_keys(keys: type[Keys]) -> tuple[str, ...]:
    """The author's words for the fields of a model."""
    return tuple(field.alias or name for name, field in keys.model_fields.items())


def required_keys(keys: type[Keys]) -> frozenset[str]:
    """The words that a mapping cannot be without."""
    fields = keys.model_fields.items()
    return frozenset(
        field.alias or name for name, field in fields if field.is_required()
    )


def example(keys: type[Keys] | None, word: str) -> str:
    """What a key's value may look like."""
    fields = keys.model_fields.items() if keys else ()
    found = (field.examples for name, field in fields if word == (field.alias or name))
    return str((next(found, None) or ["..."])[0])
