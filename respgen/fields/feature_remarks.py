"""Checks a Permissions-Policy on the wire (W3C Permissions Policy; RFC 9651): R616, R617.

Goes in: the text of the header. Comes out: findings about its features and their lists, each with
the author's own policy put right where one meaning is certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from respgen.core.structured import (
    BareItem,
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
    bare_item,
)
from respgen.core.structured_text import parse_sf_dict
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.feature_slips import UnclearError, meant_item, meant_policy
from respgen.fields.features import FEATURES, GONE, RENAMED, current, spelt
from respgen.fields.origins import names_origins
from respgen.fields.structured import as_dict, bare, items, params, repeated
from respgen.rules import r6

Members: TypeAlias = Mapping[str, StructuredMember]

TOKENS = ("self", "*")
REPORT = "report-to"
_SMALL = 4_000
"""Characters of a policy that is put right as a whole."""
_APART = 3
"""Letters and hyphens that a slip makes of a name, at most."""
_GRAMMAR = "write = behind each feature, then *, () or a list such as (self), and commas between features"


def remarks(name: str, text: str) -> Iterator[Finding]:
    """Reports on each feature and its list."""
    try:
        members = parse_sf_dict(text)
    except ValueError as error:
        yield _unread(name, text, str(error))
        return
    for key in repeated(text):
        message = f"{key} appears twice: only the last one counts"
        yield Finding(r6.FEATURES, message, "write it once", (key,), at_key=True)
    for key, member in members.items():
        yield from _feature(name, text, key, members)
        if spelt(key) != REPORT:
            yield from _strangers(text, key, member)
        yield from _params(name, text, key, members)


def _unread(name: str, text: str, why: str) -> Finding:
    """Reports a text that is no dictionary, and what it was to be."""
    try:
        meant = meant_policy(name, text)
    except UnclearError:
        return Finding(r6.FEATURES, why, _GRAMMAR)
    said = "; ".join(meant.slips) or why
    message = f"{said}: browsers ignore the whole header"
    mended = _names_mended(meant.text) or meant.text
    fix = Mend(mended, shown=True)
    return Finding(r6.FEATURES, message, f"write {mended}", fix=fix)


# Names of features


def _feature(name: str, text: str, key: str, members: Members) -> Iterator[Finding]:
    """Reports a name that browsers do not know, or no longer."""
    if key in FEATURES:
        return
    if "*" in key:
        message = f"unknown feature {quoted(key)}"
        yield Finding(r6.FEATURE, message, "write = before *", (key,), at_key=True)
        return
    meant = _meant_name(key)
    advice = f"write {meant}"
    if meant in members:
        advice = f"remove it: {meant} is there already"
    if spelt(key) == REPORT:
        message = f"{key} is no feature: it stands behind a semicolon"
        advice = "write it behind the list of a feature"
        whole = Mend(_separated(name, text), shown=True)
        yield Finding(r6.FEATURES, message, advice, (key,), at_key=True, fix=whole)
        return
    if spelt(key) in GONE:
        message, advice = f"{key} is retired: browsers no longer know it", "remove it"
    elif spelt(key) in RENAMED:
        message = f"{key} has been renamed: the old name forbids nothing"
    else:
        message = f"unknown feature {quoted(key)}"
        near = (
            nearest(key, FEATURES) or "remove it, or write a feature that browsers know"
        )
        advice = near if meant not in members else advice
    fix = _renamed(text, key, members)
    yield Finding(r6.FEATURE, message, advice, (key,), at_key=True, fix=fix)


@lru_cache(maxsize=256)
def _meant_name(key: str) -> str:
    """The one name that is meant; '' for a feature that is gone, or anybody's guess."""
    if spelt(key) in GONE:
        return ""
    near = [name for name in FEATURES if abs(len(name) - len(key)) <= _APART]
    return current(key) or meant_word(key, near) or ""


def _renamed(text: str, key: str, members: Members) -> Mend | None:
    """The fix of all names that have one: another name, or none."""
    meant, gone = _meant_name(key), spelt(key) in GONE
    whole = _names_mended(text)
    if not whole or not (meant or gone):
        return None
    removed = gone or meant in members
    return Mend(whole, None if removed else meant, removed)


@lru_cache(maxsize=8)  # for each of its findings
def _names_mended(text: str) -> str | None:
    members = _small(text)
    kept = {key: members[key] for key in members if spelt(key) not in GONE}
    named = {key: _meant_name(key) if key not in FEATURES else "" for key in kept}
    return as_dict(
        {
            named[key] or key: each
            for key, each in kept.items()
            if named[key] not in members
        }
    )


def _small(text: str) -> Members:
    """The members of a policy that is put right as a whole; none of a large one."""
    return parse_sf_dict(text) if len(text) <= _SMALL else {}


# What stands in their lists


def _strangers(text: str, key: str, member: StructuredMember) -> Iterator[Finding]:
    for item in items(member):
        if not _is_right(item):
            yield _stranger(text, key, member, bare(item))


def _is_right(item: InnerItem) -> bool:
    found = bare(item)
    if isinstance(found, Token):
        return found.value in TOKENS
    return isinstance(found, str) and names_origins(found)


def _stranger(text: str, key: str, member: StructuredMember, found: object) -> Finding:
    """Reports what an allowlist cannot hold."""
    if found is True:
        message = f"{key} has no list, so browsers skip it"
        advice = f"write {key}=(), {key}=(self) or {key}=*"
        return Finding(r6.FEATURES, message, advice, (key,))
    shown = _text(found)
    message = f"{key}: {quoted(shown)} is not self, * or an origin"
    meant = _meant(found)
    fix = None
    advice = "write self, *, or an origin with its scheme, without a path"
    if meant is not None:
        part = _text(meant)
        advice = f"write {bare_item('', meant).decode('ascii')}"
        fix = Mend(_lists_mended(text), part, shown=True)
    elif _is_none(found):
        alone = len(items(member)) == 1
        advice = "write an empty list, []" if alone else "remove it, or all others"
        fix = Mend(_lists_mended(text), shown=True)
    elif len(shown.split()) > 1:
        advice = "write each as a separate item of a list"
    return Finding(r6.FEATURES, message, advice, (key, shown), fix=fix)


def _text(found: object) -> str:
    if isinstance(found, Token):
        return found.value
    return found if isinstance(found, str) else bare_item("", found).decode("ascii")


def _is_none(found: object) -> bool:
    return _text(found).strip("'\"").lower() in ("none", "false", "()", "?0", "")


def _meant(found: object) -> BareItem | None:
    """A keyword in quotes, an origin without them or with the slash behind it."""
    try:
        return meant_item(_text(found).strip("'\""))
    except UnclearError:
        return None


@lru_cache(maxsize=8)  # for each of its findings
def _lists_mended(text: str) -> str | None:
    """The whole field with what was meant in all lists, if that is certain in each."""
    mended = {key: _list_mended(member) for key, member in _small(text).items()}
    return as_dict(mended) if mended and _are_right(mended) else None


def _are_right(members: Members) -> bool:
    """Tells whether browsers can read all lists."""
    lists = (items(each) for key, each in members.items() if spelt(key) != REPORT)
    return all(map(_is_right, chain.from_iterable(lists)))


def _list_mended(member: StructuredMember) -> StructuredMember:
    listed, given = items(member), params(member)
    if len(listed) == 1 and not _is_right(listed[0]) and _is_none(bare(listed[0])):
        return InnerList((), given)
    right = [*map(_item_mended, listed)]
    if isinstance(member, InnerList):
        return InnerList(right, given)
    return tuple(right) if isinstance(member, tuple) else right[0]


def _item_mended(item: InnerItem) -> InnerItem:
    found = bare(item)
    meant = None if _is_right(item) or found is True else _meant(found)
    if meant is None:
        return item
    return Item(meant, item.params) if isinstance(item, Item) else meant


# What stands behind them


def _params(name: str, text: str, key: str, members: Members) -> Iterator[Finding]:
    """A parameter is only report-to; a feature is one where a semicolon stands for a comma."""
    given = params(members[key])
    for other in given:
        if current(other) or spelt(other) in GONE:
            message = f"{key}: a semicolon makes {other} a parameter of it, so browsers skip it"
            advice = "separate features with commas"
        elif other != REPORT and spelt(other) == REPORT:
            message = f"{key}: browsers know no parameter {other}"
            advice = f"write {REPORT}"
        else:
            continue
        fix = Mend(_separated(name, text), shown=True)
        yield Finding(r6.FEATURES, message, advice, (key,), fix=fix)
    endpoint = given.get(REPORT, "")
    if not isinstance(endpoint, str):
        message = f"{key}: report-to must name an endpoint in double quotes"
        advice = f'write ;report-to="{_text(endpoint)}"'
        fix = Mend(_quoted_endpoints(text), shown=True)
        yield Finding(r6.FEATURES, message, advice, (key,), fix=fix)


@lru_cache(maxsize=8)  # for each of its findings
def _separated(name: str, text: str) -> str | None:
    if len(text) > _SMALL:
        return None
    try:
        return meant_policy(name, text).text
    except UnclearError:
        return None


@lru_cache(maxsize=8)  # for each of its findings
def _quoted_endpoints(text: str) -> str | None:
    mended = {key: _with_endpoint(each) for key, each in _small(text).items()}
    return as_dict(mended) if mended and _are_right(mended) else None


def _with_endpoint(member: StructuredMember) -> StructuredMember:
    given = dict(params(member))
    if isinstance(token := given.get(REPORT), Token):
        given[REPORT] = token.value
    match member:
        case InnerList(items):
            return InnerList(items, given)
        case Item(value):
            return Item(value, given)
    return member
