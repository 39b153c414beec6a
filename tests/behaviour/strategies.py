"""Specs as resolve makes them of valid schemas, drawn by hypothesis.

What comes out is a `Family`: presets and classes, some of them children of others, spread over
two modules. `modules(family, target)` are its specs for one target.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from keyword import iskeyword
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respgen.diagnostics import Span
from respgen.resolve.specs import (
    ConstantHeader,
    ContentSpec,
    CookieSpec,
    CookieUse,
    HeaderSpec,
    ImportPath,
    JsonOptions,
    ModuleSpec,
    ParameterHeader,
    Ref,
    RendererSpec,
    ResponseSpec,
    Target,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
)
from respgen.vocabulary.header_types import HEADER_TYPES
from respgen.vocabulary.members import MEMBERS, PARAMETERS
from respgen.vocabulary.renderers import is_json
from tests.behaviour import values
from tests.behaviour.cookies import always_values, cookie_specs

SPAN = Span.start("shop.yaml")
AUTHORS = "tests.behaviour.authors"


def words(text: str) -> list[str]:
    return text.split()


# Names that generated code uses itself stand among them: they must not get in its way.
CLASS_NAMES = words(
    """Answer Created Gone Listing Response JSONResponse Mapping Sequence Literal Any UTC
    BackgroundTask Datetime Partial"""
)
FIELD_NAMES = words(
    """X-Request-ID ETag Vary Allow Cache-Control Link X-Frame-Options Location
    Retry-After Last-Modified Access-Control-Allow-Methods Content-Language Date X_A x-lower
    X.!#$%&'*+^`|~ Value Cookie Super Len Bytes Partial Datetime Timedelta Utc
    Field-Value Merge-Headers List Self Class Response Dumps Names Raw"""
)
LIST_NAMES = ["Vary", "Allow", "Access-Control-Allow-Methods", "Link"]
CONTENT_NAMES = [
    "content",
    "user",
    "document",
    "value",
    "cookie",
    "data",
    "len",
    "name",
]


# Headers


def parameter_name(field: str, place: int) -> str:
    """Lower case, `-` to `_`; where that is no name for a parameter, what `as:` would say."""
    name = field.lower().replace("-", "_")
    taken = iskeyword(name) or name in (*MEMBERS, *PARAMETERS, "self")
    return name if name.isidentifier() and not taken else f"parameter_{place}"


@st.composite
def headers(draw: st.DrawFn, name: str, place: int) -> HeaderSpec:
    """A declaration of one header."""
    policies = ["overridable", "overridable", "locked", "append"]
    policy = draw(st.sampled_from(policies + ["append"] * 4 * (name in LIST_NAMES)))
    if draw(st.booleans()):
        text = draw(values.lists if policy == "append" else values.field_texts)
        return ConstantHeader(name, text, policy, SPAN)
    kind = draw(st.sampled_from([*sorted(HEADER_TYPES), "list", "list", "enum"]))
    member = (
        draw(st.sampled_from(sorted({*HEADER_TYPES} - {"list"})))
        if kind == "list"
        else None
    )
    texts = draw(_choices) if "enum" in (kind, member) else ()
    parameter = parameter_name(name, place)
    header = ParameterHeader(
        name,
        parameter,
        kind,
        member,
        texts,
        draw(st.booleans()),
        None,
        policy,
        "",
        SPAN,
    )
    return replace(header, default=None if header.required else draw(defaults(header)))


_choices = st.lists(
    values.field_texts.filter(lambda text: text and "," not in text),
    min_size=1,
    max_size=3,
    unique=True,
).map(tuple)


def defaults(header: ParameterHeader) -> SearchStrategy[Any]:
    """None, or a value as resolve leaves it: dates whole seconds in UTC, durations seconds."""
    if header.member == "date":
        return st.none()  # a date has a comma: no list holds one
    value = _default_member(header)
    if header.type == "list":
        inside = value.filter(lambda member: member != "" and "," not in str(member))
        value = st.lists(inside, max_size=2).map(tuple)
    return st.none() | value


def _default_member(header: ParameterHeader) -> SearchStrategy[Any]:
    kind = header.member if header.type == "list" else header.type
    if kind == "duration":
        return values.seconds
    if kind == "date":
        return st.datetimes().map(lambda at: at.replace(microsecond=0, tzinfo=UTC))
    return values.members(header)


@st.composite
def header_lists(
    draw: st.DrawFn, inherited: tuple[HeaderSpec, ...] = ()
) -> tuple[HeaderSpec, ...]:
    """Inherited headers, some replaced in their place and some removed, then further ones."""
    if inherited and draw(st.booleans()):
        return inherited
    taken = {header.name.lower() for header in inherited}
    kept = []
    for place, header in enumerate(inherited):
        fate = draw(st.sampled_from(["keep", "keep", "keep", "replace", "remove"]))
        if fate == "replace":
            spelled = draw(st.sampled_from([header.name, header.name.upper()]))
            kept.append(draw(headers(spelled, place)))
        elif fate == "keep":
            kept.append(header)
    free = [name for name in FIELD_NAMES if name.lower() not in taken]
    lists = [name for name in LIST_NAMES if name in free]
    names = draw(
        st.lists(
            st.sampled_from(free) | st.sampled_from(lists or free),
            unique=True,
            max_size=5,
        )
    )
    places = range(len(inherited), len(inherited) + len(names))
    return (*kept, *(draw(headers(n, p)) for n, p in zip(names, places, strict=True)))


# What a class is about: status, media type, content, renderer


def _type(name: str, module: str = "builtins") -> TypeName:
    return TypeName(module, name)


_JSON_VALUE = _type("JsonValue", "respgen")
_TYPES: dict[str, list[TypeExpression]] = {
    "json": [
        _JSON_VALUE,
        TypeGeneric(_type("dict"), (_type("str"), _type("int"))),
        TypeUnion((_type("User", AUTHORS), _type("None"))),
    ],
    "text": [_type("str")],
    "html": [_type("str")],
    "bytes": [_type("bytes")],
    "function": [_type("str")],
}
_JSON_TYPES = [
    "application/json",
    "application/problem+json",
    'application/vnd.api+json; profile="a; b"',
]
_TEXT_TYPES = [
    "text/plain",
    "text/html",
    "text/csv; header=present",
    "text/plain; charset=utf-8",
    "TEXT/plain ;Format=flowed",
    'text/plain; x="; charset=utf-8"',
]
_OTHER_TYPES = ["image/png", "application/octet-stream", 'a/b; c="\\"\xe9"', None]

json_options = st.builds(
    JsonOptions,
    indent=st.sampled_from([None, 0, 2]),
    ensure_ascii=st.booleans(),
    sort_keys=st.booleans(),
    default=st.sampled_from([None, ImportPath(AUTHORS, "encode")]),
    nan=st.sampled_from(["error", "null"]),
)
shout = RendererSpec("function", function=ImportPath(AUTHORS, "shout"))


@st.composite
def labels(draw: st.DrawFn, parameters: frozenset[str]) -> dict[str, Any]:
    """media_type, charset, renderer and content of a body that agree with each other."""
    renderer = draw(
        st.sampled_from(["json", "json", "text", "html", "bytes", "function"])
    )
    types = {"json": _JSON_TYPES, "bytes": [*_OTHER_TYPES, *_JSON_TYPES]}
    media_type = draw(st.sampled_from(types.get(renderer, _TEXT_TYPES)))
    is_text = renderer in ("text", "html") and "charset=u" not in (media_type or "")
    charset = (
        draw(st.sampled_from(["utf-8", "latin-1", "utf-16"])) if is_text else "utf-8"
    )
    free = [name for name in CONTENT_NAMES if name not in parameters]
    content = st.builds(
        ContentSpec, st.sampled_from(free), st.sampled_from(_TYPES[renderer])
    )
    # `content: null` leaves nothing for a function that wants text
    dropped = st.nothing() if renderer == "function" else st.none()
    return {
        "kind": "body",
        "media_type": media_type,
        "charset": charset,
        "renderer": _renderer(renderer, draw),
        "content": draw(content | content | dropped),
    }


def _renderer(name: str, draw: st.DrawFn) -> RendererSpec:
    if name == "function":
        return shout
    if name == "json":
        options = draw(st.just(JsonOptions()) | json_options)
        return RendererSpec("json", json=options)
    return RendererSpec(name)


EMPTY: dict[str, Any] = {
    "kind": "empty",
    "media_type": None,
    "charset": "utf-8",
    "renderer": RendererSpec("bytes"),
    "content": None,
}


@st.composite
def messages(
    draw: st.DrawFn, parameters: frozenset[str], label: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Kind, status and label; an inherited label may be kept, with its status or another."""
    locked = draw(st.booleans())
    if label and draw(st.booleans()):
        return {**label, "status_locked": locked}
    if draw(st.integers(0, 3)) == 0:
        status = draw(st.sampled_from([204, 205, 304, 200, 404]))
        return {**EMPTY, "status_code": status, "status_locked": locked}
    status = draw(st.sampled_from([200, 200, 201, 404, 299, 599]))
    redrawn = label is None or label["kind"] == "empty" or draw(st.booleans())
    chosen = draw(labels(parameters)) if redrawn else label
    return {**(chosen or {}), "status_code": status, "status_locked": locked}


LABEL = (*EMPTY, "status_code")


# Classes and their families


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


def _parameters(declared: tuple[HeaderSpec, ...]) -> frozenset[str]:
    return frozenset(h.parameter for h in declared if isinstance(h, ParameterHeader))


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
        always = draw(st.none() | always_values(preset))
        kept[preset.name] = CookieUse(Ref("common", preset.name), preset, always, SPAN)
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
        cookies=draw(uses(presets, parent.cookies if parent else ())),
        span=SPAN,
        spans={},
        **message,
    )


@st.composite
def families(draw: st.DrawFn, most: int = 3) -> Family:
    """Up to `most` classes and two presets."""
    presets = tuple(draw(cookie_specs(name)) for name in draw(_preset_names))
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
    return Family(presets, tuple(members))


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
        "content": ContentSpec("content", _type("str")),
        "renderer": RendererSpec("text"),
        "headers": (),
        "cookies": (),
    }
    return ResponseSpec(name=name, span=SPAN, spans={}, **{**said, **changes})


def plain_cookie(name: str) -> CookieSpec:
    """A preset that says nothing."""
    return CookieSpec(
        name=name,
        key=name,
        description="",
        max_age=None,
        secure=True,
        httponly=True,
        samesite="lax",
        path="/",
        domain=None,
        partitioned=False,
        priority=None,
        encoding="plain",
        also_delete=(),
        span=SPAN,
        spans={},
    )


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
