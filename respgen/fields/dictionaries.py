"""Fields that are Dictionaries (RFC 9651 3.2), as text on the wire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from respgen.core.structured import StructuredMember, sf_dict_value
from respgen.core.structured_text import parse_sf_dict
from respgen.fields.directives import split


def respelt(text: str) -> str:
    """The canonical text; one that is no dictionary, or has a key twice, as it is."""
    try:
        return text if [*repeated(text)] else serialised(parse_sf_dict(text))
    except ValueError:
        return text


def serialised(members: Mapping[str, StructuredMember]) -> str:
    return sf_dict_value("", members).decode("ascii")


def repeated(text: str) -> Iterator[str]:
    """The keys that stand there again, of which the last one counts (RFC 9651 4.2.2)."""
    keys = [piece.partition("=")[0].partition(";")[0] for piece in split(text, ",")]
    yield from (key for key, times in Counter(keys).items() if times > 1)
