"""Permissions-Policy (W3C): its mapping, its text, and what browsers skip in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, cast

from respgen.core.structured import (
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
    bare_item,
)
from respgen.core.structured_text import parse_sf_dict
from respgen.diagnostics import nearest, quoted
from respgen.fields.dictionaries import repeated, respelt, serialised
from respgen.fields.feature_policy import as_permissions
from respgen.fields.features import CURRENT, FEATURES
from respgen.fields.forms import about, either, mapping, named, several, words
from respgen.fields.grammar import Grammar, Remark
from respgen.fields.origins import names_origins
from respgen.fields.written import below, each, expected
from respgen.fields.written_structured import sf_dict
from respgen.load.tree import Plain
from respgen.rules import r6

Members: TypeAlias = Mapping[str, StructuredMember]

_TOKENS = ("self", "*")
_LIST = 'a list of self and origins, or "*"'


def written(value: Plain) -> str:
    """The features in the order written; a text that browsers cannot read as it is."""
    if isinstance(value, str):
        return respelt(value)
    if not isinstance(value, dict):
        raise TypeError
    lists: dict[str, Plain] = {}
    for key, inside in value.items():
        with below(key):
            lists[key] = _allowlist(inside)
    return serialised(cast("Members", sf_dict(lists)))  # what its mapping makes


def _allowlist(value: Plain) -> Plain:
    """The structured value (RFC 9651) of an allowlist."""
    if isinstance(value, dict) and "value" in value:
        with below("value"):
            return {**value, "value": _allowlist(value["value"])}
    if value == "*":
        return {"token": "*"}
    if isinstance(value, str):
        return [_item(value)]
    if not isinstance(value, list):
        raise expected(_LIST)
    return [*each(value, _item)]


def _item(value: Plain) -> Plain:
    if not isinstance(value, str):
        raise expected("self or an origin as text")
    return {"token": value} if value in _TOKENS else value


def remarks(text: str) -> Iterator[Remark]:
    """Of each feature and its list."""
    try:
        members = parse_sf_dict(text)
    except ValueError as error:
        yield _unread(text, str(error))
        return
    for key in repeated(text):
        message = f"{key} twice: the last one counts"
        yield Remark(r6.FEATURES, message, "write it once", (key,), True)
    for key, member in members.items():
        if key not in FEATURES:
            advice = nearest(key, FEATURES) or "a feature such as geolocation"
            message = f"unknown feature {quoted(key)}"
            yield Remark(r6.FEATURE, message, advice, (key,), True)
        yield from _member(key, member, members)


def _unread(text: str, why: str) -> Remark:
    meant = as_permissions(text)
    if meant is None:
        advice = 'write camera=(), geolocation=(self "https://maps.example")'
        return Remark(r6.FEATURES, why, advice)
    message = "the syntax of Feature-Policy, of which browsers ignore the whole"
    return Remark(r6.FEATURES, message, f"write {meant}", mended=meant)


def _member(key: str, member: StructuredMember, members: Members) -> Iterator[Remark]:
    items, params = _parts(member)
    for item in items:
        bare = item.value if isinstance(item, Item) else item
        if not _is_right(bare):
            yield _stranger(key, bare, _mended(key, item, items, members))
    if "report-to" in params and not isinstance(params["report-to"], str):
        message = f"{key}: report-to has the name of an endpoint in double quotes"
        advice = f'write {key}=();report-to="default"'
        yield Remark(r6.FEATURES, message, advice, (key,))


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


def _stranger(key: str, bare: object, mended: str | None) -> Remark:
    """What an allowlist does not have; `mended` is the whole with what was meant."""
    if bare is True:
        message = f"{key} has no list, so browsers skip it"
        advice = f"write {key}=(), {key}=(self) or {key}=*"
        return Remark(r6.FEATURES, message, advice, (key,))
    shown = _text(bare)
    message = f"{key}: {quoted(shown)} is neither self nor * nor an origin"
    meant = _meant(bare)
    advice = 'write self, *, or an origin such as "https://maps.example"'
    if meant is not None:
        advice = f"write {bare_item('', meant).decode('ascii')}"
    elif _word(bare) == "none":
        advice = "write an empty list"
    instead = _text(meant) if meant is not None else None
    return Remark(
        *(r6.FEATURES, message, advice, (key, shown)),
        mended=mended,
        instead=instead,
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
        return serialised({**members, key: swapped})
    if _word(bare) == "none" and len(items) == 1:
        return serialised({**members, key: ()})
    return None


_ORIGIN = words(("self", "*"))
_SHARED: dict[str, Plain] = {
    "allowlist": either(several(_ORIGIN), _ORIGIN, {"type": "object"})
}
_FORM = mapping(
    {
        name: about(f"Which origins may use {name}.", named("allowlist"))
        for name in CURRENT
    },
    named("allowlist"),
)

PERMISSIONS_POLICY = Grammar(
    "Permissions-Policy",
    "text or a mapping of features",
    written,
    remarks,
    "Which origins may use the features of a device (W3C Permissions Policy).",
    _FORM,
    shared=_SHARED,
)
PERMISSIONS_POLICY_REPORT_ONLY = replace(
    PERMISSIONS_POLICY,
    name="Permissions-Policy-Report-Only",
    about="A policy of features that reports what it would forbid, and forbids nothing.",
    form=named(PERMISSIONS_POLICY.name),
)
