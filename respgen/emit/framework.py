"""What a framework is to generated code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from respgen.emit.source import Source
from respgen.specs import ResponseSpec
from respgen.specs.types import ImportPath, TypeExpression

if TYPE_CHECKING:  # a context has its framework
    from respgen.emit.context import Context

ClassMembers: TypeAlias = "Callable[[ResponseSpec, Context], Iterator[Source]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exceptions:
    """What a framework answers with a status.

    `base` is its own class, `ours` the one below it that exceptions derive from; `texts`: what
    they tell is text.
    """

    base: ImportPath
    ours: ImportPath
    texts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Where its classes come from, and what stands in those that derive from them.

    `responses` is the module of its response classes, `elsewhere` the module of those
    that its users import from another one. `root` is the class that all its responses are of: cookie
    functions of one target take those of another where both have the same. `types` are
    those of the constructors' parameters that are its own. `attributes` and `methods` are the members by which the
    base gets its body and its fields. `unmodified` is the function that answers with a 304, `applied` what `apply` is where no header takes an argument. `builds_responses`: it makes responses of the data that
    routes return. `cookie` marks a parameter of a dependency as a cookie, None where there are no
    dependencies. `exceptions` are None where nobody answers any.
    `protocols` are the types of core that only say what a value has, each with what stands for it in
    annotations. `documents`: it makes an OpenAPI document of what its routes send.
    `typing` is the module of `deprecated` before Python 3.13; without one the
    constructor warns.
    """

    responses: str
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    root: ImportPath
    types: Mapping[str, TypeExpression]
    unmodified: ImportPath
    applied: ImportPath
    attributes: ClassMembers
    methods: ClassMembers
    builds_responses: bool = False
    cookie: ImportPath | None = None
    exceptions: Exceptions | None = None
    protocols: Mapping[str, ImportPath]
    documents: bool = False
    typing: str | None = None

    def base(self, name: str) -> ImportPath:
        """Where one of its classes is imported from."""
        return ImportPath(self.elsewhere.get(name, self.responses), name)
