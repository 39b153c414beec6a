"""Structured fields (RFC 9651) as text: the strict parser, for what a schema writes raw.

Goes in: the text of a field. Comes out: Python values that `respgen.core.structured`
puts on the wire in canonical form: an Item without parameters is its value, an Inner
List without is a tuple.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from respgen.core.dates import UNIX_EPOCH
from respgen.core.grammar import compiled
from respgen.core.structured import (
    SF_KEY,
    SF_TOKEN,
    BareItem,
    DisplayString,
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
)

# RFC 9651 4.2.4: as many digits as there may be, and no more behind them
SF_DECIMAL_TEXT = r"-?[0-9]{1,12}\.[0-9]{1,3}(?![0-9.])"
SF_INTEGER_TEXT = r"-?[0-9]{1,15}(?![0-9.])"
SF_STRING_TEXT = r'"((?:[ !#-\[\]-~]|\\["\\])*)"'
SF_BYTES_TEXT = r":([A-Za-z0-9+/]*={0,2}):"
SF_BOOLEAN_TEXT = r"\?([01])"
SF_DATE_TEXT = r"@(-?[0-9]{1,15})(?![0-9.])"
SF_DISPLAY_TEXT = r'%"((?:[ !#$&-~]|%[0-9a-f]{2})*)"'
NO_VALUE = (ValueError, OverflowError)


@dataclass(slots=True)
class StructuredText:
    """A text, and how much of it is read."""

    text: str
    place: int = 0

    def ended(self) -> bool:
        """Whether nothing is left."""
        return self.place == len(self.text)

    def read(self, pattern: str) -> re.Match[str] | None:
        """What stands here if it is of that form; it is read then."""
        match = compiled(pattern).match(self.text, self.place)
        if match:
            self.place = match.end()
        return match

    def expected(self, what: str) -> ValueError:
        """The error for what stands here."""
        return ValueError(f"{what} expected at {self.place + 1} (RFC 9651 4.2)")


def parse_sf_item(text: str) -> InnerItem:
    """An Item (RFC 9651 4.2.3). Raises ValueError."""
    source = StructuredText(text.strip(" "))
    item = read_item(source)
    if not source.ended():
        raise source.expected("the end")
    return item


def parse_sf_list(text: str) -> tuple[StructuredMember, ...]:
    """A List (RFC 9651 4.2.1). Raises ValueError."""
    source = StructuredText(text.strip(" "))
    return tuple(read_member(source) for _ in members_of(source))


def parse_sf_dict(text: str) -> dict[str, StructuredMember]:
    """A Dictionary; of a key that comes twice the last member counts (RFC 9651 4.2.2).

    Raises ValueError.
    """
    source = StructuredText(text.strip(" "))
    found: dict[str, StructuredMember] = {}
    for _ in members_of(source):
        key = read_key(source)
        if source.read("="):
            found[key] = read_member(source)
        else:
            params = read_params(source)
            found[key] = Item(True, params) if params else True
    return found


def members_of(source: StructuredText) -> Iterator[None]:
    """One turn for each member, which is read in it; then the comma behind it."""
    while not source.ended():
        yield
        source.read(r"[ \t]*")
        if source.ended():
            return
        if not source.read(r",[ \t]*"):
            raise source.expected("a comma")
        if source.ended():
            raise source.expected("a member after the comma")


def read_member(source: StructuredText) -> StructuredMember:
    """An Item or an Inner List."""
    if not source.read(r"\("):
        return read_item(source)
    items = tuple(inner_items(source))
    params = read_params(source)
    return InnerList(items, params) if params else items


def inner_items(source: StructuredText) -> Iterator[InnerItem]:
    """The Items of an Inner List, behind its parenthesis (RFC 9651 4.2.1.2)."""
    while not source.read(r" *\)"):
        source.read(" *")
        yield read_item(source)
        if not source.read(r"(?=[ )])"):
            raise source.expected("a space or )")


def read_item(source: StructuredText) -> InnerItem:
    """An Item with its parameters."""
    value = read_bare_item(source)
    params = read_params(source)
    return Item(value, params) if params else value


def read_params(source: StructuredText) -> dict[str, BareItem]:
    """Parameters; of a key that comes twice the last one counts (RFC 9651 4.2.3.2)."""
    found: dict[str, BareItem] = {}
    while source.read("; *"):
        key = read_key(source)
        found[key] = read_bare_item(source) if source.read("=") else True
    return found


def read_key(source: StructuredText) -> str:
    """A key (RFC 9651 4.2.3.3)."""
    match = source.read(SF_KEY)
    if match is None:
        raise source.expected("a key, which starts with a lowercase letter or *,")
    return match[0]


def read_bare_item(source: StructuredText) -> BareItem:
    """A value without parameters (RFC 9651 4.2.3.1)."""
    if match := source.read(SF_DECIMAL_TEXT):
        return Decimal(match[0])
    if match := source.read(SF_INTEGER_TEXT):
        return int(match[0])
    if match := source.read(SF_STRING_TEXT):
        return re.sub(r"\\(.)", r"\1", match[1])
    if match := source.read(SF_TOKEN):
        return Token(match[0])
    if match := source.read(SF_BOOLEAN_TEXT):
        return match[1] == "1"
    return read_encoded(source)


def read_encoded(source: StructuredText) -> BareItem:
    """A Byte Sequence, a Date or a Display String."""
    start = source.place
    try:
        if match := source.read(SF_BYTES_TEXT):
            return decoded_bytes(match[1])
        if match := source.read(SF_DATE_TEXT):
            return decoded_date(match[1])
        if match := source.read(SF_DISPLAY_TEXT):
            return DisplayString(decoded_display(match[1]))
    except NO_VALUE:
        source.place = start
    raise source.expected("a value")


def decoded_bytes(text: str) -> bytes:
    """RFC 9651 4.2.7: padding that is missing is no error. Raises ValueError."""
    bare = text.rstrip("=")
    return b64decode(bare + "=" * (-len(bare) % 4), validate=True)


def decoded_date(text: str) -> datetime:
    """RFC 9651 4.2.9. Raises OverflowError outside the years 1 to 9999."""
    return UNIX_EPOCH + timedelta(seconds=int(text))


def decoded_display(text: str) -> str:
    """RFC 9651 4.2.10. Raises ValueError for what is no UTF-8."""
    octets = re.sub(
        rb"%(..)", lambda match: bytes([int(match[1], 16)]), text.encode("ascii")
    )
    return octets.decode("utf-8")
