"""Encoders that give a field whole: its name, in lower case, and the value on the wire.

Goes in: the name as it is sent, and a Python value. Comes out: the pair that a header
list holds; of a value that may be empty, a list of one pair or of none. What is
refused, the encoder of the value says.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from respgen.core.bodies import json_value
from respgen.core.caching import cache_control_value
from respgen.core.challenges import challenge_value
from respgen.core.digests import digest_value
from respgen.core.dispositions import content_disposition_value
from respgen.core.fields import field_value
from respgen.core.links import link_value
from respgen.core.media_types import media_type_value
from respgen.core.ranges import content_range_value
from respgen.core.structured import (
    sf_boolean_value,
    sf_bytes_value,
    sf_date_value,
    sf_decimal_value,
    sf_dict_value,
    sf_integer_value,
    sf_list_value,
    sf_string_value,
    sf_token_value,
)
from respgen.core.values import (
    Member,
    boolean_value,
    date_value,
    duration_value,
    enum_value,
    etag_value,
    imf_fixdate,
    integer_value,
    list_value,
    number_value,
    token_value,
    url_value,
    weak_etag_value,
)

Given = TypeVar("Given")


def text_field(name: bytes, value: str) -> tuple[bytes, bytes]:
    """A field of text, as `field_value` has it: the name is in lower case."""
    if (  # What most values are.
        type(value) is str
        and value.isascii()
        and value.isprintable()
        and value == value.strip(" ")
    ):
        return name, value.encode("ascii")
    return name, field_value(name.decode(), value)


def date_field(name: bytes, value: datetime) -> tuple[bytes, bytes]:
    """A field of a moment, as `date_value` has it."""
    if type(value) is datetime and value.tzinfo is UTC:
        return name, imf_fixdate(value).encode("ascii")
    return name, date_value(name.decode(), value)


def etag_field(name: bytes, value: str) -> tuple[bytes, bytes]:
    """A field of a strong entity tag, as `etag_value` has it."""
    if (  # What most tags are.
        type(value) is str
        and value.isascii()
        and value.isprintable()
        and not (" " in value or '"' in value)
    ):
        return name, f'"{value}"'.encode("ascii")
    return name, etag_value(name.decode(), value)


def enum_field(name: bytes, value: str, values: tuple[str, ...]) -> tuple[bytes, bytes]:
    """A field of one of `values`. Raises as `enum_value` does."""
    return name, enum_value(name.decode(), value, values)


def list_fields(
    name: bytes, values: Sequence[Member], encode: Callable[[str, Member], bytes]
) -> list[tuple[bytes, bytes]]:
    """A list of the one field, or of none without members. Raises as `list_value`."""
    sent = list_value(name.decode(), values, encode)
    return [(name, sent)] if sent else []


def named(
    encode: Callable[[str, Given], bytes],
) -> Callable[[bytes, Given], tuple[bytes, bytes]]:
    """An encoder that gives the whole field: a name in lower case and the value."""

    def field(name: bytes, value: Given) -> tuple[bytes, bytes]:
        return name, encode(name.decode(), value)

    return field


def listed(
    encode: Callable[[str, Given], bytes],
) -> Callable[[bytes, Given], list[tuple[bytes, bytes]]]:
    """An encoder of lists: a list of the one field, or of none where it is empty."""

    def fields(name: bytes, value: Given) -> list[tuple[bytes, bytes]]:
        sent = encode(name.decode(), value)
        return [(name, sent)] if sent else []

    return fields


token_field = named(token_value)
integer_field = named(integer_value)
number_field = named(number_value)
boolean_field = named(boolean_value)
duration_field = named(duration_value)
weak_etag_field = named(weak_etag_value)
url_field = named(url_value)
media_type_field = named(media_type_value)
content_disposition_field = named(content_disposition_value)
sf_string_field = named(sf_string_value)
sf_token_field = named(sf_token_value)
sf_integer_field = named(sf_integer_value)
sf_decimal_field = named(sf_decimal_value)
sf_boolean_field = named(sf_boolean_value)
sf_bytes_field = named(sf_bytes_value)
sf_date_field = named(sf_date_value)
sf_list_fields = listed(sf_list_value)
sf_dict_fields = listed(sf_dict_value)
json_field = named(json_value)
challenge_field = named(challenge_value)
content_range_field = named(content_range_value)
link_fields = listed(link_value)
cache_control_fields = listed(cache_control_value)
digest_fields = listed(digest_value)
