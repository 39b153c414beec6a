"""What a response says together with its parents: the merge that `extends` means.

Goes in: the traits of the parent and the words of an entry. Comes out: its traits, where None still
means that nobody in the chain says it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from respgen.diagnostics import Problems, Rule, Span
from respgen.load.tree import Entry, Mapping, Node
from respgen.renderers import RENDERERS
from respgen.renderers.function import FUNCTION, FunctionOptions
from respgen.renderers.json import JSON, JsonOptions
from respgen.resolve.expressions import ANY, Refused, import_path, type_expression
from respgen.resolve.header_values import inside
from respgen.rules import r1
from respgen.schema import models
from respgen.specs import (
    ContentSpec,
    ImportPath,
    Inherited,
    Kind,
    ParamSpec,
    RendererSpec,
    TypeExpression,
)
from respgen.vocabulary.kinds import DEFAULT, KINDS, implied

_ALL: frozenset[Inherited] = frozenset({"media_type", "charset", "render"})


@dataclass(frozen=True, slots=True)
class Traits:
    """`base` is an author's class at the root, `inherits` what stays as it has it."""

    base: ImportPath | None = None
    inherits: frozenset[Inherited] = frozenset()
    declared_kind: Kind | None = None
    kind: Kind = DEFAULT
    media_type: str | None = None
    charset: str | None = None
    content: ContentSpec | None = None
    drops_content: bool = False
    renderer: RendererSpec | None = None
    status_code: int | None = None
    status_locked: bool = False
    params: tuple[ParamSpec, ...] = ()


ROOT = Traits()


def below(base: ImportPath) -> Traits:
    """The traits of a class that an author wrote."""
    return Traits(base=base, inherits=_ALL)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the traits of entries."""

    problems: Problems

    def traits(self, parent: Traits, keys: models.Response, node: Node) -> Traits:
        """What an entry is, given what its parent is."""
        traits = _status(parent, keys)
        kind = _kind(traits, keys)
        traits = replace(
            traits,
            kind=kind,
            declared_kind=keys.kind if keys.says("kind") else traits.declared_kind,
            media_type=(
                keys.media_type if keys.says("media_type") else traits.media_type
            ),
            charset=keys.charset if keys.says("charset") else traits.charset,
            params=self._params(traits, keys, node),
        )
        traits = self._content(self._render(traits, keys, node), keys, node)
        traits = _without(traits, KINDS[kind].unused)
        return replace(
            traits,
            inherits=frozenset(key for key in traits.inherits if not keys.says(key)),
        )

    def _render(self, traits: Traits, keys: models.Response, node: Node) -> Traits:
        if not keys.says("render"):
            return traits
        place = inside(node, "render")
        if isinstance(keys.render, models.Renderers):
            return replace(traits, renderer=self._with_options(keys.render, place))
        if ":" not in keys.render:
            return replace(traits, renderer=RENDERERS[keys.render].spec())
        function = self.path(keys.render, place.span)
        if function is None:
            return replace(traits, renderer=None)
        options = FunctionOptions(function)
        return replace(traits, renderer=FUNCTION.spec(options))

    def _with_options(self, keys: models.Renderers, node: Node) -> RendererSpec:
        if not keys.says("json_"):
            return RENDERERS[next(iter(keys.model_fields_set))].spec()
        options = keys.json_
        default = None
        if options.says("default"):
            place = inside(inside(node, "json"), "default")
            default = self.path(options.default, place.span)
        found = JsonOptions(
            indent=options.indent,
            ensure_ascii=options.ensure_ascii,
            sort_keys=options.sort_keys,
            default=default,
            nan=options.nan or "null",
        )
        return JSON.spec(found)

    def _content(self, traits: Traits, keys: models.Response, node: Node) -> Traits:
        if not keys.says("content"):
            return traits
        if keys.content is None:
            return replace(traits, content=None, drops_content=True)
        place = inside(node, "content")
        name, text = "content", keys.content
        if isinstance(text, models.Content):
            name, text, place = text.as_, text.type, inside(place, "type")
        content = ContentSpec(name, self._type(text, place.span))
        return replace(traits, content=content, drops_content=False)

    def _params(
        self, traits: Traits, keys: models.Response, node: Node
    ) -> tuple[ParamSpec, ...]:
        """A child's own takes the place of its parent's."""
        found = {param.name: param for param in traits.params}
        place = inside(node, "params")
        for entry in (
            place if isinstance(place, Mapping) and keys.says("params") else ()
        ):
            found[entry.key] = self._param(entry, keys.params[entry.key])
        return tuple(found.values())

    def _param(self, entry: Entry, keys: str | models.Param) -> ParamSpec:
        written = models.Param(type=keys) if isinstance(keys, str) else keys
        return ParamSpec(
            name=entry.key,
            type=self._type(written.type, inside(entry.value, "type").span),
            required=written.required and not written.says("default"),
            default=written.default,
            description=written.description,
            span=entry.key_span,
        )

    def _type(self, text: str, span: Span) -> TypeExpression:
        try:
            return type_expression(text)
        except Refused as refused:
            self._refuse(r1.TYPE_EXPRESSION, span, refused)
            return ANY

    def path(self, text: str, span: Span) -> ImportPath | None:
        """An import path; None, reported, where the text is none."""
        try:
            return import_path(text)
        except Refused as refused:
            self._refuse(r1.IMPORT_PATH, span, refused)
            return None

    def _refuse(self, rule: Rule, span: Span, refused: Refused) -> None:
        self.problems.add(rule, span, refused.message, refused.advice)


def _status(traits: Traits, keys: models.Response) -> Traits:
    if not keys.says("status_code"):
        return traits
    status = keys.status_code
    if isinstance(status, models.Status):
        return replace(traits, status_code=status.value, status_locked=status.locked)
    return replace(traits, status_code=status, status_locked=False)


def _kind(traits: Traits, keys: models.Response) -> Kind:
    """The entry's own word; else what its status implies; else its parent's word."""
    if keys.says("kind"):
        return keys.kind
    return implied(traits.status_code) or traits.declared_kind or DEFAULT


def _without(traits: Traits, unused: tuple[str, ...]) -> Traits:
    """Nothing that its kind has no use for: inherited it falls away, its own is reported."""
    content = "content" not in unused
    return replace(
        traits,
        inherits=traits.inherits.difference(unused),
        media_type=traits.media_type if "media_type" not in unused else None,
        charset=traits.charset if "charset" not in unused else None,
        content=traits.content if content else None,
        drops_content=traits.drops_content and content,
        renderer=traits.renderer if "render" not in unused else None,
    )
