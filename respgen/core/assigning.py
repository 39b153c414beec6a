"""Headers that change after construction: what is assigned is what is sent.

Goes in: a response and an argument of its constructor. Comes out: its fields, with the value.
"""

from collections.abc import Mapping
from copy import copy
from typing import Any

from respgen.core.applying import FRAMING, initialised
from respgen.core.lists import joined_list


def reassign(response: Any, name: str, value: object) -> None:
    """Keep the value, and send what it makes of the headers.

    Raises as the constructor does, and keeps the one before. A field that callers gave
    in its place gives way: they said so before.
    """
    if "raw_headers" not in vars(response):  # under construction
        setattr(response, name, value)
        return
    changed = copy(response)
    setattr(changed, name, value)
    before, after = declared(response), declared(changed)
    setattr(response, name, value)
    for each in before.keys() | after.keys():
        if before.get(each) != after.get(each):
            replace_field(response.raw_headers, each, before.get(each), after.get(each))


def declared(response: Any) -> Mapping[bytes, bytes]:
    """The fields that the class of a response sends, without what frames the body."""
    fields = initialised(copy(response), {})
    return {k: v for k, v in fields if k not in (*FRAMING, b"set-cookie")}


def replace_field(
    fields: list[tuple[bytes, bytes]],
    name: bytes,
    before: bytes | None,
    after: bytes | None,
) -> None:
    """The field at the place where it was, else before those about the body."""
    places = [place for place, field in enumerate(fields) if field[0] == name]
    others = (place for place, field in enumerate(fields) if field[0] in FRAMING)
    place = places[0] if places else next(others, len(fields))
    # what a caller has added to a list stays
    more = b""
    if places and before is not None and fields[place][1].startswith(before + b", "):
        more = fields[place][1][len(before) + 2 :]
    for each in reversed(places):
        del fields[each]
    if after is not None or more:
        fields.insert(place, (name, joined_list(name, after or b"", more)))
