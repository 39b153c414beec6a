"""Where a value comes from: one idea, for headers and for the attributes of cookies.

An origin says nothing of what the value is for, nor of its type. `self` is never part of it: the
same origin is a parameter of a function and an attribute of an instance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from respgen.specs.types import DefaultValue, ImportPath

Fill: TypeAlias = Literal["text", "quoted", "url", "nonce"]


@dataclass(frozen=True, slots=True)
class Constant:
    """What the schema says, as it is sent."""

    text: str


@dataclass(frozen=True, slots=True)
class Argument:
    """What callers give by keyword.

    `required` has no default; neither: it may be None, which is the default. `text` is the default
    on the wire, empty where that sends nothing.
    """

    parameter: str
    required: bool
    default: DefaultValue | None = None
    text: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Read:
    """What stands where `path` leads, or what it gives when it is called, at that moment."""

    path: ImportPath


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text with places for parameters, any of which may stand at several.

    `texts` are what stands around them: one more than `parameters`.
    """

    texts: tuple[str, ...]
    parameters: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The whole with `{parameter}` at each place, as authors write it and rules judge it."""
        places = [f"{{{parameter}}}" for parameter in self.parameters]
        pairs = zip(self.texts, [*places, ""], strict=True)
        return "".join(text + place for text, place in pairs)

    @property
    def format(self) -> str:
        """The whole in the form of str.format, with `{}` at each place."""
        around = [text.replace("{", "{{").replace("}", "}}") for text in self.texts]
        return "{}".join(around)


@dataclass(frozen=True, slots=True)
class Template:
    """A text with places; `fill` is how a parameter becomes text.

    `quoted`: text some of whose places are inside of quoted-strings, which no value ends.
    `optional` are those of the parameters that may be None, in which case nothing is sent.
    """

    pattern: Pattern
    fill: Fill
    optional: tuple[str, ...] = ()

    @property
    def parameters(self) -> tuple[str, ...]:
        """Those that it has places for, in their order, each once."""
        return tuple(dict.fromkeys(self.pattern.parameters))


@dataclass(frozen=True, slots=True)
class Whole:
    """A parameter's own value at a place of a document, whatever JSON it is."""

    parameter: str

    @property
    def parameters(self) -> tuple[str, ...]:
        return (self.parameter,)


Leaf: TypeAlias = Whole | Pattern | str | int | float | bool | None
JsonTemplate: TypeAlias = (
    Leaf | tuple["JsonTemplate", ...] | Mapping[str, "JsonTemplate"]
)


@dataclass(frozen=True, slots=True)
class JsonDocument:
    """A JSON document with places at any depth. A key whose value is None is left out."""

    template: JsonTemplate

    @property
    def parameters(self) -> tuple[str, ...]:
        """Those that it has places for, in their order, each once."""
        names = (name for part in self.parts for name in part.parameters)
        return tuple(dict.fromkeys(names))

    @property
    def parts(self) -> tuple[Whole | Pattern, ...]:
        """Everything in it that parameters decide."""
        return tuple(parts(self.template))


def parts(template: JsonTemplate) -> Iterator[Whole | Pattern]:
    """Everything in a template that parameters decide."""
    return (each for each in leaves(template) if isinstance(each, Whole | Pattern))


def leaves(template: JsonTemplate) -> Iterator[Leaf]:
    """Everything in a template that holds nothing else."""
    match template:
        case tuple():
            for inside in template:
                yield from leaves(inside)
        case Mapping():
            for inside in template.values():
                yield from leaves(inside)
        case _:
            yield template


@dataclass(frozen=True, slots=True)
class OfBody:
    """What is computed of the body: a tag, or a digest by `algorithm`."""

    algorithm: Literal["sha-256", "sha-512"] | None = None


FILLED = (Template, JsonDocument)
"""Those with places for params."""
Origin: TypeAlias = Constant | Argument | Read | Template | JsonDocument | OfBody
