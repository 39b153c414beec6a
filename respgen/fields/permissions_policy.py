"""Permissions-Policy (W3C): its mapping, its text, and what browsers skip in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from respgen.core.structured import (
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
    sf_dict_value,
)
from respgen.core.structured_text import parse_sf_dict
from respgen.fields import structured_values
from respgen.fields.feature_mends import TOKENS
from respgen.fields.feature_remarks import remarks
from respgen.fields.features import CURRENT
from respgen.fields.forms import either, named, several, words
from respgen.fields.kinds import Kind, Param, Params, structured_key
from respgen.fields.reading import below, each, expected
from respgen.fields.row import FieldType
from respgen.fields.structured import MEMBERS, as_dict, items, params, respelt_keys
from respgen.located import Plain

Members: TypeAlias = Mapping[str, StructuredMember]

_ALL = Token("*")
_WRITE = "write self, *, or a list such as [self]"
_LIST = 'a list of self and origins, or "*"'


def _added(inherited: str, own: str) -> str:
    """The origins of both: * allows all, and an empty list, where it is added, none."""
    (old,) = parse_sf_dict(inherited).values()
    ((key, new),) = parse_sf_dict(own).items()
    origins, more = _listed(old), _listed(new)
    together = {**params(old), **params(new)}
    if not more:
        return as_dict({key: InnerList((), together)})
    if _ALL in (*origins, *more):
        return as_dict({key: Item(_ALL, together)})
    further = [each for each in more if each not in origins]
    return as_dict({key: InnerList((*origins, *further), together)})


def _listed(member: StructuredMember) -> Sequence[InnerItem]:
    """The origins of an allowlist, without the parameters of the whole."""
    return (member.value,) if isinstance(member, Item) else items(member)


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
    return {"token": value} if value in TOKENS else value


_ORIGIN = words(TOKENS)
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
_REPORTED = f"{_FIELD}-Report-Only"

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
    judge=partial(remarks, _FIELD),
    shared=_SHARED,
    merge=replace(MEMBERS, add=_added),
)
PERMISSIONS_POLICY_REPORT_ONLY = replace(
    PERMISSIONS_POLICY,
    names=(_REPORTED,),
    about="A policy that reports which features it would forbid, and forbids nothing.",
    kind=replace(PERMISSIONS_POLICY.kind, form=named(_FIELD)),
    judge=partial(remarks, _REPORTED),
)
