"""A Permissions-Policy that browsers read, put right as a whole where one meaning is certain.

Goes in: the policy. Comes out: its text with what was meant in names, in lists or behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
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
from respgen.decoder.respelt import meant_word
from respgen.fields.feature_slips import UnclearError, meant_item, meant_policy
from respgen.fields.features import FEATURES, GONE, current, spelt
from respgen.fields.origins import names_origins
from respgen.fields.structured import as_dict, bare, items, params

Members: TypeAlias = Mapping[str, StructuredMember]

TOKENS = ("self", "*")
REPORT = "report-to"
SMALL = 4_000
"""Characters of a policy that is put right as a whole."""
_APART = 3
"""Letters and hyphens that a slip makes of a name, at most."""


@dataclass(frozen=True)
class Policy:
    """A policy that browsers can read; each way to put it right is looked for once."""

    name: str
    text: str
    members: Members

    @property
    def _small(self) -> Members:
        """The members of a policy that is put right as a whole; none of a large one."""
        return self.members if len(self.text) <= SMALL else {}

    @cached_property
    def with_names(self) -> str | None:
        """With the names that are meant."""
        return names_mended(self._small)

    @cached_property
    def with_lists(self) -> str | None:
        """With what was meant in all lists, if that is certain in each."""
        mended = {key: _list_mended(each) for key, each in self._small.items()}
        return as_dict(mended) if mended and _are_right(mended) else None

    @cached_property
    def with_commas(self) -> str | None:
        """With commas between features, and semicolons before report-to."""
        if len(self.text) > SMALL:
            return None
        try:
            return meant_policy(self.name, self.text).text
        except UnclearError:
            return None

    @cached_property
    def with_endpoints(self) -> str | None:
        """With the names of endpoints in quotes."""
        mended = {key: _with_endpoint(each) for key, each in self._small.items()}
        return as_dict(mended) if mended and _are_right(mended) else None


@lru_cache(maxsize=256)
def meant_name(key: str) -> str:
    """The one name that is meant; '' for a feature that is gone, or anybody's guess."""
    if spelt(key) in GONE:
        return ""
    near = [name for name in FEATURES if abs(len(name) - len(key)) <= _APART]
    return current(key) or meant_word(key, near) or ""


def names_mended(members: Members) -> str | None:
    kept = {key: members[key] for key in members if spelt(key) not in GONE}
    named = {key: meant_name(key) if key not in FEATURES else "" for key in kept}
    return as_dict(
        {
            named[key] or key: each
            for key, each in kept.items()
            if named[key] not in members
        }
    )


def is_right(item: InnerItem) -> bool:
    found = bare(item)
    if isinstance(found, Token):
        return found.value in TOKENS
    return isinstance(found, str) and names_origins(found)


def text_of(found: object) -> str:
    if isinstance(found, Token):
        return found.value
    return found if isinstance(found, str) else bare_item("", found).decode("ascii")


def is_none(found: object) -> bool:
    return text_of(found).strip("'\"").lower() in ("none", "false", "()", "?0", "")


def meant_of(found: object) -> BareItem | None:
    """A keyword in quotes, an origin without them or with the slash behind it."""
    try:
        return meant_item(text_of(found).strip("'\""))
    except UnclearError:
        return None


def _are_right(members: Members) -> bool:
    """Tells whether browsers can read all lists."""
    lists = (items(each) for key, each in members.items() if spelt(key) != REPORT)
    return all(map(is_right, chain.from_iterable(lists)))


def _list_mended(member: StructuredMember) -> StructuredMember:
    listed, given = items(member), params(member)
    if len(listed) == 1 and not is_right(listed[0]) and is_none(bare(listed[0])):
        return InnerList((), given)
    right = [*map(_item_mended, listed)]
    if isinstance(member, InnerList):
        return InnerList(right, given)
    return tuple(right) if isinstance(member, tuple) else right[0]


def _item_mended(item: InnerItem) -> InnerItem:
    found = bare(item)
    meant = None if is_right(item) or found is True else meant_of(found)
    if meant is None:
        return item
    return Item(meant, item.params) if isinstance(item, Item) else meant


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
