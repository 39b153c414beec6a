"""Specs as resolve makes them of valid schemas, drawn by hypothesis.

What comes out is a `Family`: presets and classes, some of them children of others, spread over
two modules. `modules(family, target)` are its specs for one target.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

from respgen.renderers.text import TEXT
from respgen.specs import (
    ContentSpec,
    CookieSpec,
    CookieUse,
    HeaderSpec,
    ModuleSpec,
    Ref,
    ResponseSpec,
    Target,
    TypeName,
    arguments,
)
from respgen.vocabulary.media_types import is_json
from tests.behaviour.cookies import Cookie, always_values, callable_alone, cookies
from tests.behaviour.declared import SPAN, header_lists
from tests.behaviour.derived import params
from tests.behaviour.labels import LABEL, messages

# Names that generated code uses itself stand among them: they must not get in its way.
CLASS_NAMES = [
    "Answer",
    "Created",
    "Gone",
    "Listing",
    "Response",
    "JSONResponse",
    "Mapping",
    "Sequence",
    "Literal",
    "Any",
    "UTC",
    "BackgroundTask",
    "Datetime",
    "Partial",
]


@dataclass(frozen=True)
class Member:
    """A class of a family: in which module it stands, which member it extends."""

    spec: ResponseSpec
    module: int
    parent: int | None


@dataclass(frozen=True)
class Family:
    """Presets stand in the first module; a parent stands before its children."""

    cookies: tuple[CookieSpec, ...]
    members: tuple[Member, ...]
    given: Mapping[str, Cookie] = field(default_factory=dict)
    """What callers give of each preset, by its name."""


def _parameters(declared: tuple[HeaderSpec, ...]) -> frozenset[str]:
    headers = (given.parameter for _, given in arguments(declared))
    return frozenset(headers).union(param.name for param in params(declared))


def _base(label: dict[str, Any]) -> str:
    json = label["kind"] == "body" and is_json(label["media_type"])
    return "JSONResponse" if json else "Response"


@st.composite
def uses(
    draw: st.DrawFn,
    presets: tuple[CookieSpec, ...],
    inherited: tuple[CookieUse, ...] = (),
) -> tuple[CookieUse, ...]:
    """Inherited presets stay; others may follow. Each may be set on every response."""
    kept = {use.cookie.name: use for use in inherited}
    for preset in (
        draw(st.lists(st.sampled_from(presets), unique_by=lambda p: p.name))
        if presets
        else ()
    ):
        always = (
            draw(st.none() | always_values(preset)) if callable_alone(preset) else None
        )
        kept[preset.name] = CookieUse(
            Ref("common", preset.name), preset, always, SPAN, SPAN
        )
    return tuple(kept.values())


@st.composite
def responses(
    draw: st.DrawFn,
    name: str,
    presets: tuple[CookieSpec, ...],
    parent: ResponseSpec | None,
) -> ResponseSpec:
    """A class of its own, or a child with everything inherited already merged in."""
    declared = draw(header_lists(parent.headers if parent else ()))
    inherited = parent and {key: getattr(parent, key) for key in LABEL}
    if (
        inherited
        and inherited["content"]
        and inherited["content"].parameter in _parameters(declared)
    ):
        inherited = None
    message = draw(messages(_parameters(declared), inherited))
    return ResponseSpec(
        name=name,
        description=draw(
            st.sampled_from(["", "What it is.", 'Quoted "text" \\ and more.\n\nLast"'])
        ),
        parent=None,
        base=_base(message),  # type: ignore[arg-type]  # one of the two words
        inherits=frozenset(),
        headers=declared,
        params=params(declared),
        cookies=draw(uses(presets, parent.cookies if parent else ())),
        span=SPAN,
        spans={},
        **message,
    )


@st.composite
def families(draw: st.DrawFn, most: int = 3) -> Family:
    """Up to `most` classes and two presets."""
    drawn = [draw(cookies(name)) for name in draw(_preset_names)]
    presets = tuple(each.spec for each in drawn)
    names = draw(
        st.lists(st.sampled_from(CLASS_NAMES), min_size=1, max_size=most, unique=True)
    )
    members: list[Member] = []
    for place, name in enumerate(names):
        parent = draw(st.none() | st.integers(0, place - 1)) if place else None
        above = None if parent is None else members[parent]
        module = draw(st.integers(above.module if above else 0, 1))
        spec = draw(responses(name, presets, above.spec if above else None))
        members.append(Member(spec, module, parent))
    given = {each.spec.name: each for each in drawn}
    return Family(presets, tuple(members), given)


def plain_response(name: str, **changes: Any) -> ResponseSpec:
    """A class of text that says nothing else."""
    said: dict[str, Any] = {
        "description": "",
        "parent": None,
        "base": "Response",
        "inherits": frozenset(),
        "kind": "body",
        "media_type": "text/plain",
        "charset": "utf-8",
        "status_code": 200,
        "status_locked": False,
        "content": ContentSpec("content", TypeName("builtins", "str")),
        "renderer": TEXT.spec(),
        "headers": (),
        "cookies": (),
    }
    return ResponseSpec(name=name, span=SPAN, spans={}, **{**said, **changes})


_preset_names = st.lists(
    st.sampled_from(["session", "locale", "value"]), max_size=2, unique=True
)


def modules(family: Family, target: Target) -> tuple[ModuleSpec, ModuleSpec]:
    """The two modules of a family for one target, under names of their own."""
    names = (f"common_{target}", f"shop_{target}")
    specs: list[ResponseSpec] = []
    for member in family.members:
        framework = target == "core" and isinstance(member.spec.base, str)
        base = "Response" if framework else member.spec.base
        above = None if member.parent is None else specs[member.parent]
        kin = above is not None and above.base == base
        module = names[family.members[member.parent].module] if kin else ""
        specs.append(
            replace(
                member.spec,
                base=base,
                parent=Ref(module, above.name) if kin and above else None,
                cookies=tuple(
                    replace(use, preset=Ref(names[0], use.preset.name))
                    for use in member.spec.cookies
                ),
            )
        )
    return tuple(
        ModuleSpec(
            name=name,
            path=f"schemas/{name}.yaml",
            description="",
            target=target,
            uses=names[:place],
            profiles={},
            cookies=family.cookies if place == 0 else (),
            responses=tuple(
                spec
                for spec, member in zip(specs, family.members, strict=True)
                if member.module == place
            ),
        )
        for place, name in enumerate(names)
    )  # type: ignore[return-value]  # one for each name
