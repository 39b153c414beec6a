"""Permissions-Policy (W3C): its mapping, its text, and what browsers skip in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, cast

from respgen.core.structured import (
    BareItem,
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
    bare_item,
    sf_dict_value,
)
from respgen.core.structured_text import parse_sf_dict
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields import structured_values
from respgen.fields.feature_policy import as_permissions
from respgen.fields.features import CURRENT, FEATURES, RETIRED
from respgen.fields.forms import either, named, several, words
from respgen.fields.kinds import Kind, Param, Params, structured_key
from respgen.fields.origins import names_origins
from respgen.fields.reading import below, each, expected
from respgen.fields.row import FieldType
from respgen.fields.structured import MEMBERS, as_dict, params, repeated, respelt_keys
from respgen.located import Plain
from respgen.rules import r6

Members: TypeAlias = Mapping[str, StructuredMember]

_TOKENS = ("self", "*")
_ALL = Token("*")
_WRITE = "write self, *, or a list such as [self]"
_LIST = 'a list of self and origins, or "*"'


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each feature and its list."""
    try:
        members = parse_sf_dict(text)
    except ValueError as error:
        yield _unread(text, str(error))
        return
    for key in repeated(text):
        message = f"{key} appears twice: only the last one counts"
        yield Finding(r6.FEATURES, message, "write it once", (key,), at_key=True)
    for key, member in members.items():
        if key not in FEATURES:
            advice = nearest(key, FEATURES) or "write a feature such as geolocation"
            message = f"unknown feature {quoted(key)}"
            yield Finding(r6.FEATURE, message, advice, (key,), at_key=True)
        elif key in RETIRED:
            message = f"{key} is retired: browsers no longer know it"
            advice = f"write {RETIRED[key]}" if RETIRED[key] else "remove it"
            yield Finding(r6.FEATURE, message, advice, (key,), at_key=True)
        yield from _member(key, member, members)


def _unread(text: str, why: str) -> Finding:
    meant = as_permissions(text)
    if meant is None:
        advice = 'write camera=(), geolocation=(self "https://maps.example")'
        return Finding(r6.FEATURES, why, advice)
    message = "this is the syntax of Feature-Policy: browsers ignore the whole header"
    return Finding(r6.FEATURES, message, f"write {meant}", fix=Mend(meant))


def _member(key: str, member: StructuredMember, members: Members) -> Iterator[Finding]:
    items, params = _parts(member)
    for item in items:
        bare = item.value if isinstance(item, Item) else item
        if not _is_right(bare):
            yield _stranger(key, bare, _mended(key, item, items, members))
    if "report-to" in params and not isinstance(params["report-to"], str):
        message = f"{key}: report-to must name an endpoint in double quotes"
        advice = f'write {key}=();report-to="default"'
        yield Finding(r6.FEATURES, message, advice, (key,))


def _parts(
    member: StructuredMember,
) -> tuple[Sequence[InnerItem], Mapping[str, object]]:
    """The items of a list, or the one that stands alone; and the parameters."""
    match member:
        case InnerList(items, params):
            return items, params
        case Item(_, params):
            return [member], params
        case tuple():
            return member, {}
    return [cast("InnerItem", member)], {}  # all other members are items


def _is_right(bare: object) -> bool:
    if isinstance(bare, Token):
        return bare.value in _TOKENS
    return isinstance(bare, str) and names_origins(bare)


def _stranger(key: str, bare: object, mended: str | None) -> Finding:
    """Reports what an allowlist cannot hold; `mended` is the whole with what was meant."""
    if bare is True:
        message = f"{key} has no list, so browsers skip it"
        advice = f"write {key}=(), {key}=(self) or {key}=*"
        return Finding(r6.FEATURES, message, advice, (key,))
    shown = _text(bare)
    message = f"{key}: {quoted(shown)} is not self, * or an origin"
    meant = _meant(bare)
    advice = 'write self, *, or an origin such as "https://maps.example"'
    if meant is not None:
        advice = f"write {bare_item('', meant).decode('ascii')}"
    elif _word(bare) == "none":
        advice = "write an empty list"
    instead = _text(meant) if meant is not None else None
    return Finding(
        *(r6.FEATURES, message, advice, (key, shown)),
        fix=Mend(mended, instead),
    )


def _text(bare: object) -> str:
    if isinstance(bare, Token):
        return bare.value
    return bare if isinstance(bare, str) else bare_item("", bare).decode("ascii")


def _word(bare: object) -> str:
    return _text(bare).strip("'\"").lower()


def _meant(bare: object) -> str | Token | None:
    """A keyword in quotes, an origin without them or with the slash behind it."""
    word = _word(bare)
    if word in _TOKENS:
        return Token(word)
    origin = _text(bare).strip("'\"").removesuffix("/")
    return origin if "://" in origin and names_origins(origin) else None


def _mended(
    key: str, item: InnerItem, items: Sequence[InnerItem], members: Members
) -> str | None:
    """The whole field, in which the item is what was meant; 'none' is the empty list."""
    bare = item.value if isinstance(item, Item) else item
    meant = _meant(bare)
    if isinstance(members[key], InnerList | Item):
        return None
    if meant is not None:
        swapped = tuple(meant if each is item else each for each in items)
        return as_dict({**members, key: swapped})
    if _word(bare) == "none" and len(items) == 1:
        return as_dict({**members, key: ()})
    return None


def _added(inherited: str, own: str) -> str:
    """The origins of both: * allows all, and an empty list, where it is added, none."""
    (old,) = parse_sf_dict(inherited).values()
    ((key, new),) = parse_sf_dict(own).items()
    (items, params), (more, more_params) = _listed(old), _listed(new)
    together = {**params, **more_params}
    if not more:
        return as_dict({key: InnerList((), together)})
    if _ALL in (*items, *more):
        return as_dict({key: Item(_ALL, together)})
    further = [each for each in more if each not in items]
    return as_dict({key: InnerList((*items, *further), together)})


def _listed(
    member: StructuredMember,
) -> tuple[Sequence[InnerItem], Mapping[str, BareItem]]:
    """The origins of an allowlist, of which one may stand alone; and its parameters."""
    items = (member.value,) if isinstance(member, Item) else _parts(member)[0]
    return items, params(member)


def _allowlist(value: Plain) -> StructuredMember:
    """Origins; a mapping of a value and params adds those (RFC 9651)."""
    if isinstance(value, dict) and "value" in value:
        with below("value"):
            inside = _items(value["value"])
        return structured_values.member({**value, "value": inside})
    return structured_values.member(_items(value))


def _items(value: Plain) -> Plain:
    """The structured value of an allowlist."""
    if value == "*":
        return {"token": "*"}
    if isinstance(value, str):
        return [_item(value)]
    if not isinstance(value, list):
        raise expected(_LIST, _WRITE)
    return [*each(value, _item)]


def _item(value: Plain) -> Plain:
    if not isinstance(value, str):
        raise expected("self or an origin as text", _WRITE)
    return {"token": value} if value in _TOKENS else value


_ORIGIN = words(_TOKENS)
_SHARED: dict[str, Plain] = {
    "allowlist": either(several(_ORIGIN), _ORIGIN, {"type": "object"})
}
_ALLOWLIST = Kind(_LIST, named("allowlist"), _allowlist, advice=_WRITE)
_FEATURES = Params(
    tuple(
        Param(name, f"Which origins may use {name}.", _ALLOWLIST) for name in CURRENT
    ),
    other=_ALLOWLIST,
    check=structured_key,
)
_FIELD = "Permissions-Policy"

PERMISSIONS_POLICY = FieldType(
    names=(_FIELD,),
    about="Which origins may use features of the browser (W3C Permissions Policy).",
    kind=Kind(
        "a mapping of features",
        _FEATURES.form,
        _FEATURES.read,
        advice="write {geolocation: [self], camera: []}",
    ),
    encode=sf_dict_value,
    respell=respelt_keys,
    judge=remarks,
    shared=_SHARED,
    merge=replace(MEMBERS, add=_added),
)
PERMISSIONS_POLICY_REPORT_ONLY = replace(
    PERMISSIONS_POLICY,
    names=(f"{_FIELD}-Report-Only",),
    about="A policy that reports which features it would forbid, and forbids nothing.",
    kind=replace(PERMISSIONS_POLICY.kind, form=named(_FIELD)),
)
