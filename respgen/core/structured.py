"""Structured fields (RFC 9651): Python values as Items, Lists and Dictionaries.

Goes in: a Python value, with the field's name for messages. Comes out: its bytes on the
wire, in canonical form. A str is a String, an int an Integer, a float or Decimal a
Decimal, bytes a Byte Sequence, an aware datetime a Date; a sequence is an Inner List.
"""

import dataclasses
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import cast
from urllib.parse import quote

from respgen.core.dates import UNIX_EPOCH, aware
from respgen.core.grammar import (
    FieldError,
    compiled,
    exact,
    outside,
    typed_bytes,
    typed_integer,
    typed_number,
    typed_text,
    wrong_type,
)
from respgen.core.values import check_mapping, check_sequence

# RFC 9651 3.3.3: VCHAR and SP
SF_STRING = r"[\x20-\x7e]*"
SF_STRING_CHARACTER = r"[\x20-\x7e]"
# RFC 9651 3.3.4: tchar, ":" and "/" behind a letter or "*"
SF_TOKEN = r"[A-Za-z*][!#$%&'*+\-.^_`|~0-9A-Za-z:/]*"
SF_TOKEN_CHARACTER = r"[!#$%&'*+\-.^_`|~0-9A-Za-z:/]"
# RFC 9651 3.1.2: key
SF_KEY = r"[a-z*][a-z0-9_.*\-]*"
SF_KEY_CHARACTER = r"[a-z0-9_.*\-]"
# RFC 9651 3.3.1: 15 digits; 3.3.2: 12 before the point and 3 behind it
SF_INTEGER_LIMIT = 10**15
SF_DECIMAL_DIGITS = 12
SF_DECIMAL_LIMIT = 10**SF_DECIMAL_DIGITS
SF_THOUSANDTH = Decimal("0.001")
# The caller's own context may have a precision that is too small.
SF_CONTEXT = Context(prec=40)
# RFC 9651 4.1.11: all of 0x20-0x7E but DQUOTE and "%"
SF_DISPLAY_SAFE = " !#$&'()*+,/:;<=>?@[\\]^`{|}"


@dataclasses.dataclass(frozen=True, slots=True)
class Token:
    """A Token (RFC 9651 3.3.4), where a bare str is a String."""

    value: str


@dataclasses.dataclass(frozen=True, slots=True)
class DisplayString:
    """A Display String (RFC 9651 3.3.8): text of any characters."""

    value: str


BareItem = bool | int | float | Decimal | str | bytes | datetime | Token | DisplayString


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """An Item with parameters (RFC 9651 3.1.2); True as a value sends the key alone."""

    value: BareItem
    params: Mapping[str, BareItem] = dataclasses.field(
        default_factory=dict[str, BareItem]
    )


InnerItem = BareItem | Item


@dataclasses.dataclass(frozen=True, slots=True)
class InnerList:
    """An Inner List with parameters (RFC 9651 3.1.1); without, any sequence is one."""

    items: Sequence[InnerItem]
    params: Mapping[str, BareItem] = dataclasses.field(
        default_factory=dict[str, BareItem]
    )


StructuredMember = InnerItem | InnerList | Sequence[InnerItem]


def sf_string_value(name: str, value: str) -> bytes:
    """A String, quoted (RFC 9651 4.1.6).

    Raises ValueError for what is not printable ASCII, TypeError for no text.
    """
    text = typed_text(name, value)
    if not compiled(SF_STRING).fullmatch(text):
        raise outside(name, SF_STRING_CHARACTER, text, "a String (RFC 9651 3.3.3)")
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.encode("ascii")


def sf_token_value(name: str, value: str) -> bytes:
    """A Token (RFC 9651 4.1.7). Raises ValueError, or TypeError for no text."""
    text = typed_text(name, value)
    if compiled(SF_TOKEN).fullmatch(text):
        return text.encode("ascii")
    what = "a Token, which starts with a letter or * (RFC 9651 3.3.4)"
    raise outside(name, SF_TOKEN_CHARACTER, text, what)


def sf_integer_value(name: str, value: int) -> bytes:
    """An Integer of 15 digits at most (RFC 9651 4.1.4).

    Raises ValueError for a longer one, TypeError for no int and for a bool.
    """
    number = typed_integer(name, value)
    if abs(number) < SF_INTEGER_LIMIT:
        return b"%d" % number
    raise FieldError(name, "an Integer has at most 15 digits (RFC 9651 3.3.1)")


def sf_decimal_value(name: str, value: Decimal | float) -> bytes:
    """A Decimal, rounded to three places, half to even (RFC 9651 4.1.5).

    Raises ValueError for 13 digits or more before the point, NaN and infinities,
    TypeError for no number.
    """
    number = exact_decimal(name, value)
    # digits before arithmetic, which the caller's own context may not allow
    if number.is_zero() or (
        number.is_finite() and number.adjusted() < SF_DECIMAL_DIGITS
    ):
        rounded = number.quantize(SF_THOUSANDTH, ROUND_HALF_EVEN, SF_CONTEXT)
        if rounded.copy_abs() < SF_DECIMAL_LIMIT:
            whole, _, places = f"{rounded or rounded.copy_abs():f}".partition(".")
            return f"{whole}.{places.rstrip('0') or '0'}".encode("ascii")
    raise FieldError(
        name, "a Decimal has at most 12 digits before the point (RFC 9651 3.3.2)"
    )


def exact_decimal(name: str, value: Decimal | float) -> Decimal:
    """The number as a Decimal; of a float, what `repr` writes. Raises TypeError."""
    given = exact(value)
    if issubclass(type(given), Decimal):
        return Decimal(cast("Decimal", given))
    number = typed_number(name, given)
    return Decimal(number if type(number) is int else repr(number))


def sf_boolean_value(name: str, value: bool) -> bytes:
    """`?1` or `?0` (RFC 9651 4.1.9). Raises TypeError for anything but a bool."""
    flag = exact(value)
    if flag is True:
        return b"?1"
    if flag is False:
        return b"?0"
    raise wrong_type(name, "bool", value)


def sf_bytes_value(name: str, value: bytes) -> bytes:
    """A Byte Sequence, in base64 (RFC 9651 4.1.8). Raises TypeError for no bytes."""
    return b":%b:" % b64encode(typed_bytes(name, value))


def sf_date_value(name: str, value: datetime) -> bytes:
    """A Date: whole seconds since 1970 (RFC 9651 4.1.10).

    Raises ValueError for a naive datetime, TypeError for no datetime.
    """
    since = datetime.__sub__(aware(name, value), UNIX_EPOCH)
    return b"@%d" % (since // timedelta(seconds=1))


def sf_display_value(name: str, value: str) -> bytes:
    """A Display String, percent-encoded (RFC 9651 4.1.11).

    Raises ValueError for a lone surrogate, TypeError for no text.
    """
    try:
        text = quote(typed_text(name, value), safe=SF_DISPLAY_SAFE)
    except UnicodeEncodeError:
        raise FieldError(name, "a lone surrogate is not a character") from None
    # quote() writes digits in upper case
    head, *rest = text.split("%")
    lower = (part[:2].lower() + part[2:] for part in rest)
    return f'%"{"%".join((head, *lower))}"'.encode("ascii")


def bare_item(name: str, value: object) -> bytes:
    """An Item without parameters (RFC 9651 4.1.3.1). Raises ValueError and TypeError."""
    match exact(value):
        # Before int, since it is one.
        case bool(flag):
            return sf_boolean_value(name, flag)
        case int(number):
            return sf_integer_value(name, number)
        case float(number):
            return sf_decimal_value(name, number)
        case str(text):
            return sf_string_value(name, text)
        case bytes(octets):
            return sf_bytes_value(name, octets)
        case Decimal() as decimal:
            return sf_decimal_value(name, decimal)
        case datetime() as moment:
            return sf_date_value(name, moment)
        case Token(text):
            return sf_token_value(name, text)
        case DisplayString(text):
            return sf_display_value(name, text)
        case _:
            raise wrong_type(name, "a structured field value", value)


def sf_key(name: str, key: str) -> bytes:
    """The key of a parameter or member (RFC 9651 4.1.1.3).

    Raises ValueError, or TypeError for no text.
    """
    text = typed_text(name, key)
    if compiled(SF_KEY).fullmatch(text):
        return text.encode("ascii")
    what = "a key, which starts with a lowercase letter or * (RFC 9651 3.1.2)"
    raise outside(name, SF_KEY_CHARACTER, text, what)


def sf_params(name: str, params: Mapping[str, BareItem]) -> bytes:
    """Parameters, each behind a semicolon (RFC 9651 4.1.1.2)."""
    check_mapping(name, params)
    return b"".join(sf_param(name, key, value) for key, value in params.items())


def sf_param(name: str, key: str, value: BareItem) -> bytes:
    """A parameter: its key alone where it is the Boolean true."""
    start = b";" + sf_key(name, key)
    return start if exact(value) is True else b"%b=%b" % (start, bare_item(name, value))


def sf_item(name: str, value: InnerItem) -> bytes:
    """An Item, with parameters or without (RFC 9651 4.1.3)."""
    if isinstance(value, Item):
        return bare_item(name, value.value) + sf_params(name, value.params)
    return bare_item(name, value)


def sf_inner_list(name: str, value: InnerList) -> bytes:
    """An Inner List, in parentheses (RFC 9651 4.1.1.1)."""
    check_sequence(name, value.items)
    items = b" ".join(sf_item(name, each) for each in value.items)
    return b"(%b)%b" % (items, sf_params(name, value.params))


def sf_member(name: str, value: StructuredMember) -> bytes:
    """A member of a List or Dictionary: an Item or an Inner List."""
    if isinstance(value, InnerList):
        return sf_inner_list(name, value)
    if isinstance(value, Item | str | bytes) or not isinstance(value, Sequence):
        return sf_item(name, value)
    return sf_inner_list(name, InnerList(value))


def sf_list_value(name: str, values: Sequence[StructuredMember]) -> bytes:
    """A List (RFC 9651 4.1.1); an empty one is b"".

    Raises ValueError for what its members cannot hold, TypeError for a lone text or
    bytes, for what is no sequence and for members of wrong types.
    """
    check_sequence(name, values)
    return b", ".join(sf_member(name, value) for value in values)


def sf_dict_value(name: str, values: Mapping[str, StructuredMember]) -> bytes:
    """A Dictionary (RFC 9651 4.1.2); an empty one is b"".

    Raises ValueError for keys that are none and for what members cannot hold, TypeError
    for no mapping and for members of wrong types.
    """
    check_mapping(name, values)
    return b", ".join(sf_entry(name, key, value) for key, value in values.items())


def sf_entry(name: str, key: str, value: StructuredMember) -> bytes:
    """A key with its member; of the Boolean true, the key and parameters alone."""
    start = sf_key(name, key)
    if exact(value) is True:
        return start
    if isinstance(value, Item) and exact(value.value) is True:
        return start + sf_params(name, value.params)
    return b"%b=%b" % (start, sf_member(name, value))
