"""What a response says together with its parents: the merge that `extends` means.

Goes in: the traits of the parent and the words of an entry. Comes out: its traits, where None still
means that nobody in the chain says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from respgen.diagnostics import Malformed, Places, Problems, Span
from respgen.kinds import DEFAULT, KINDS, OWN, implied
from respgen.located import Located
from respgen.renderers import RENDERERS
from respgen.resolve.bases import Base, Mixin, stated
from respgen.resolve.bodies import body_spec
from respgen.resolve.expressions import ANY, type_expression
from respgen.resolve.names import unfit_parameter
from respgen.rules import r1
from respgen.schema.response_keys import Content, ParamKeys, ResponseKeys
from respgen.specs import (
    LEFT,
    BaseParameter,
    BodySpec,
    ContentSpec,
    Inherited,
    ParamSpec,
    RendererSpec,
    ResponseKind,
    ShapeSpec,
    Takes,
    TypeExpression,
)
from respgen.specs.bases import BaseDefault
from respgen.specs.shapes import UNSHAPED
from respgen.vocabulary.targets import CLASSES

_RENDER: frozenset[Inherited] = frozenset({"render"})
_NOTHING: frozenset[Inherited] = frozenset()
_ALL: frozenset[Inherited] = frozenset({"media_type", "charset", "render"})


@dataclass(frozen=True, slots=True)
class Traits:
    """`base` is an author's class at the root, `inherits` what stays as it has it.

    `rendered` is where the renderer was written. `any_kind`: nobody but its author knows of what kind that class is.
    """

    base: Base | None = None
    inherits: frozenset[Inherited] = frozenset()
    declared_kind: ResponseKind | None = None
    kind: ResponseKind = DEFAULT
    any_kind: bool = False
    media_type: str | None = None
    charset: str | None = None
    content: ContentSpec | None = None
    drops_content: bool = False
    renderer: RendererSpec | None = None
    rendered: Span | None = None
    status_code: int | None = None
    status_locked: bool = False
    params: tuple[ParamSpec, ...] = ()
    body: BodySpec | None = None
    mixins: tuple[Mixin, ...] = ()
    shape: ShapeSpec = UNSHAPED
    options: Mapping[str, object] = field(default_factory=dict)
    exception: bool = False


ROOT = Traits()


def below(base: Base) -> Traits:
    """The traits of a class that an author wrote, or of one of a framework's.

    The class of a kind says no more than the word of that kind.
    """
    if base.kind is None:
        return Traits(base=base, inherits=_ALL, any_kind=True)
    theirs = base.path.module in CLASSES and base.path.name == KINDS[base.kind].base
    if theirs and base.kind != DEFAULT:
        return Traits(declared_kind=base.kind, kind=base.kind)
    return Traits(base=base, inherits=_ALL, declared_kind=base.kind, kind=base.kind)


@dataclass(frozen=True, slots=True)
class TraitReader:
    """Reads the traits of entries."""

    problems: Problems

    def traits(self, parent: Traits, keys: ResponseKeys) -> Traits:
        """What an entry is, given what its parent is."""
        kind = _kind(_status(parent, keys), keys)
        if parent.kind != kind and not parent.any_kind:
            parent = _of_another_kind(parent, kind)
        traits = _status(parent, keys)
        traits = replace(
            traits,
            kind=kind,
            any_kind=False,
            declared_kind=keys.kind.value if keys.kind else traits.declared_kind,
            media_type=_media_type(traits, keys),
            charset=keys.charset.value if keys.charset else traits.charset,
            renderer=self._renderer(keys) or traits.renderer,
            rendered=keys.render.span if keys.render else traits.rendered,
            params=self._params(traits, keys),
            exception=(
                keys.exception.value if "exception" in keys.places else traits.exception
            ),
            body=self._body(traits, keys),
        )
        traits = _options(self._content(traits, keys), parent, keys)
        traits = _without(traits, KINDS[kind].unused)
        inherits = _inherits(traits).difference(keys.places)
        # of a malformed renderer nobody knows what it holds
        unknown = _RENDER if "render" in keys.lost else _NOTHING
        return replace(traits, inherits=inherits | unknown)

    def _renderer(self, keys: ResponseKeys) -> RendererSpec | None:
        """Its own, with what the types in its options mean."""
        if keys.render is None:
            return None
        found = keys.render.value
        types = RENDERERS[found.name].types
        return replace(found, options=types(found.options, self._type))

    def _content(self, traits: Traits, keys: ResponseKeys) -> Traits:
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

    def _body(self, traits: Traits, keys: ResponseKeys) -> BodySpec | None:
        body = traits.body
        if keys.body:
            body = body_spec(keys.body, self.problems)
            # what is left out is a word of its own, as any other that a child inherits
            if body and traits.body:
                body = replace(body, omit_none=traits.body.omit_none)
        if body and keys.omit_none:
            body = replace(body, omit_none=keys.omit_none.value)
        return body

    def takes(self, keys: ResponseKeys) -> Takes | None:
        """What an entry states of its base's constructor."""
        if keys.base_parameters is None:
            return None
        found: list[BaseParameter] = []
        for name, written in keys.base_parameters.value.items():
            if wrong := unfit_parameter(name):
                self.problems.add(r1.PARAMETER_NAME, written.key, *wrong)
            else:
                found.append(self._of_base(name, written))
        return stated(tuple(found))

    def _of_base(self, name: str, written: Located[str | ParamKeys]) -> BaseParameter:
        """Without a default here, the base alone knows it."""
        read = self._param(name, written)
        keys = written.value
        default: BaseDefault = LEFT
        if isinstance(keys, ParamKeys) and keys.default:
            default = keys.default.value
        return BaseParameter(name, read.type, read.required, default, span=read.place)

    def _params(self, traits: Traits, keys: ResponseKeys) -> tuple[ParamSpec, ...]:
        """A child's own takes the place of its parent's."""
        found = {param.name: param for param in traits.params}
        for name, written in keys.params.value.items():
            found[name] = self._param(name, written)
        return tuple(found.values())

    def _param(self, name: str, written: Located[str | ParamKeys]) -> ParamSpec:
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
            place=keys.default.span if keys.default else None,
        )

    def _type(self, text: str, span: Span) -> TypeExpression:
        try:
            return type_expression(text)
        except Malformed as refused:
            self.problems.note([refused.found], Places(span))
            return ANY


def _inherits(traits: Traits) -> frozenset[Inherited]:
    """What stays as an author's class has it: a body is made here, in a charset known here."""
    return traits.inherits - {"render", "charset"} if traits.body else traits.inherits


def _media_type(traits: Traits, keys: ResponseKeys) -> str | None:
    """Of several the first."""
    if keys.media_type is None:
        return traits.media_type
    written = keys.media_type.value
    if isinstance(written, str):
        return written
    return written.values.value[0].value


def _status(traits: Traits, keys: ResponseKeys) -> Traits:
    if keys.status_code is None:
        return traits
    status = keys.status_code.value
    if isinstance(status, int):
        return replace(traits, status_code=status, status_locked=False)
    locked = status.locked.value
    return replace(traits, status_code=status.value.value, status_locked=locked)


def _kind(traits: Traits, keys: ResponseKeys) -> ResponseKind:
    """The entry's own word; else what its status implies; else its parent's word."""
    if keys.kind:
        return keys.kind.value
    return implied(traits.status_code) or traits.declared_kind or DEFAULT


def _of_another_kind(parent: Traits, kind: ResponseKind) -> Traits:
    """What a child of another kind inherits beside headers and cookies.

    Its Python class can derive from the author's only where the framework's bases agree.
    """
    same = KINDS[parent.kind].base == KINDS[kind].base
    return Traits(
        base=parent.base if same else None,
        inherits=parent.inherits if same else frozenset(),
        declared_kind=parent.declared_kind,
        params=parent.params,
    )


def _options(traits: Traits, parent: Traits, keys: ResponseKeys) -> Traits:
    """The keys of its kind; those of a parent of another kind mean nothing here."""
    inherited = parent.options if parent.kind == traits.kind else {}
    own = OWN[traits.kind] & keys.places.keys()
    written = {word: getattr(keys, word).value for word in own}
    return replace(traits, options={**inherited, **written})


def _without(traits: Traits, unused: tuple[str, ...]) -> Traits:
    """Nothing that its kind has no use for: inherited it falls away, its own is reported."""
    content = "content" not in unused
    # what is never rendered has no body whose label could be wrong: a base says it as it likes
    dropped = unused if KINDS[traits.kind].renders else ("render",)
    return replace(
        traits,
        inherits=traits.inherits.difference(dropped),
        media_type=traits.media_type if "media_type" not in unused else None,
        charset=traits.charset if "charset" not in unused else None,
        content=traits.content if content else None,
        drops_content=traits.drops_content and content,
        renderer=traits.renderer if "render" not in unused else None,
        body=traits.body if KINDS[traits.kind].templates else None,
    )
