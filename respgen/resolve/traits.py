"""What a response says together with its parents: the merge that `extends` means.

Goes in: the traits of the parent and the words of an entry. Comes out: its traits, where None still
means that nobody in the chain says it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from respgen.diagnostics import Problems, Rule, Span
from respgen.located import Located
from respgen.renderers import RENDERERS
from respgen.renderers.function import FUNCTION, FunctionOptions
from respgen.renderers.json import JSON, JsonOptions
from respgen.resolve.expressions import ANY, Refused, import_path, type_expression
from respgen.rules import r1
from respgen.schema.response_keys import Content, Param, Renderers, Response
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

    def traits(self, parent: Traits, keys: Response) -> Traits:
        """What an entry is, given what its parent is."""
        traits = _status(parent, keys)
        kind = _kind(traits, keys)
        traits = replace(
            traits,
            kind=kind,
            declared_kind=keys.kind.value if keys.kind else traits.declared_kind,
            media_type=(
                keys.media_type.value if keys.media_type else traits.media_type
            ),
            charset=keys.charset.value if keys.charset else traits.charset,
            params=self._params(traits, keys),
        )
        traits = self._content(self._render(traits, keys), keys)
        traits = _without(traits, KINDS[kind].unused)
        return replace(traits, inherits=traits.inherits - {*keys.places})

    def _render(self, traits: Traits, keys: Response) -> Traits:
        if keys.render is None:
            return traits
        written = keys.render.value
        if isinstance(written, Renderers):
            return replace(traits, renderer=self._with_options(written))
        if ":" not in written:
            return replace(traits, renderer=RENDERERS[written].spec())
        function = self.path(written, keys.render.span)
        if function is None:
            return replace(traits, renderer=None)
        options = FunctionOptions(function)
        return replace(traits, renderer=FUNCTION.spec(options))

    def _with_options(self, keys: Renderers) -> RendererSpec:
        if keys.json_ is None:
            return RENDERERS[next(iter(keys.places))].spec()
        options = keys.json_.value
        default = options.default
        found = JsonOptions(
            indent=options.indent.value if options.indent else None,
            ensure_ascii=options.ensure_ascii.value,
            sort_keys=options.sort_keys.value,
            default=self.path(default.value, default.span) if default else None,
            nan=options.nan.value or "null",
        )
        return JSON.spec(found)

    def _content(self, traits: Traits, keys: Response) -> Traits:
        if keys.content is None:
            return traits
        written, span = keys.content.value, keys.content.span
        if written is None:
            return replace(traits, content=None, drops_content=True)
        if isinstance(written, Content):
            name, text, span = written.as_.value, written.type.value, written.type.span
        else:
            name, text = "content", written
        content = ContentSpec(name, self._type(text, span))
        return replace(traits, content=content, drops_content=False)

    def _params(self, traits: Traits, keys: Response) -> tuple[ParamSpec, ...]:
        """A child's own takes the place of its parent's."""
        found = {param.name: param for param in traits.params}
        for name, written in keys.params.value.items():
            found[name] = self._param(name, written)
        return tuple(found.values())

    def _param(self, name: str, written: Located[str | Param]) -> ParamSpec:
        keys, span = written.value, written.key
        if isinstance(keys, str):
            return ParamSpec(name, self._type(keys, written.span), True, None, "", span)
        return ParamSpec(
            name=name,
            type=self._type(keys.type.value, keys.type.span),
            required=keys.required.value and not keys.default,
            default=keys.default.value if keys.default else None,
            description=keys.description.value,
            span=span,
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


def _status(traits: Traits, keys: Response) -> Traits:
    if keys.status_code is None:
        return traits
    status = keys.status_code.value
    if isinstance(status, int):
        return replace(traits, status_code=status, status_locked=False)
    locked = status.locked.value
    return replace(traits, status_code=status.value.value, status_locked=locked)


def _kind(traits: Traits, keys: Response) -> Kind:
    """The entry's own word; else what its status implies; else its parent's word."""
    if keys.kind:
        return keys.kind.value
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
