"""Content-Digest, Repr-Digest, and what clients are asked to send of them (RFC 9530).

Goes in: a mapping of algorithms to base64, of preferences to numbers, or the text. Comes out: a
Dictionary, and what the rules say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

from respgen.core.digests import DIGEST_SIZES, digest_value
from respgen.core.structured import BareItem, sf_dict_value, sf_integer_value
from respgen.core.structured_text import parse_sf_dict
from respgen.diagnostics import Finding, quoted
from respgen.fields import structured
from respgen.fields.forms import TEXT
from respgen.fields.kinds import Kind, Param, Params, structured_key
from respgen.fields.reading import checked, integer, octets
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.rules import r5

Made = TypeVar("Made")


def _no_digest(algorithm: str, value: BareItem | None) -> str:
    if not isinstance(value, bytes):
        return f"the {algorithm} digest must be bytes: base64 between colons"
    size = DIGEST_SIZES.get(algorithm, len(value))
    if len(value) != size:
        return f"a {algorithm} digest has {size} bytes, and this has {len(value)}"
    return ""


def _no_preference(algorithm: str, value: BareItem | None) -> str:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if is_whole and value in range(11):
        return ""
    return f"the preference for {algorithm} must be a whole number from 0 to 10"


def _remarks(
    wrong: Callable[[str, BareItem | None], str], advice: str, text: str
) -> Iterator[Finding]:
    """Reports on each algorithm in order; `wrong` says what is wrong in its value."""
    try:
        found = parse_sf_dict(text)
    except ValueError as error:
        yield structured.malformed(error)
        return
    for key, member in found.items():
        value = structured.bare(member)
        if message := wrong(key, value):
            yield Finding(r5.DIGEST, message, advice, (key,))
        for param in structured.params(member).keys() & DIGEST_SIZES.keys():
            message = f"{param} is a parameter of {key}, which nobody reads"
            yield Finding(r5.DIGEST, message, "put a comma between the two", (key,))
        # a preference of 0 asks that nobody use it (RFC 9530 4)
        if key not in DIGEST_SIZES and value != 0:
            message = f"{quoted(key)} is not an algorithm in current use"
            current = "write sha-256 or sha-512"
            yield Finding(r5.DIGEST_ALGORITHM, message, current, (key,), at_key=True)


def _by_algorithm(about: str, kind: Kind[Made], example: str) -> Kind[dict[str, Made]]:
    """A mapping of algorithms to values of that kind."""
    known = tuple(Param(algorithm, about, kind) for algorithm in DIGEST_SIZES)
    params = Params(known, other=kind, check=structured_key)
    advice = f"write a mapping such as {{sha-256: {example}}}"
    return Kind("a mapping of algorithms", params.form, params.read, advice=advice)


_ENCODE = "write the bytes of the digest in base64"
_DIGEST = Kind("the digest in base64", TEXT, octets, r5.DIGEST, advice=_ENCODE)
_FROM_0_TO_10 = Kind(
    "a whole number from 0 to 10",
    {"type": "integer", "minimum": 0, "maximum": 10},
    checked(integer, sf_integer_value),
    r5.STRUCTURED_RANGE,
    advice="write a number from 0 to 10, without quotes",
)


def _digest(name: str, of: str, word: str = "") -> FieldType[dict[str, bytes]]:
    about = f"The digest of the {of}, in base64 (RFC 9530)."
    return FieldType(
        word=word,
        names=(name,),
        about=about,
        kind=_by_algorithm(about, _DIGEST, "base64"),
        encode=digest_value,
        unchecked=sf_dict_value,
        respell=structured.respelt_dict,
        judge=partial(_remarks, _no_digest, _ENCODE),
        merge=structured.MEMBERS,
        plural=True,
        spelling=Spelling(",", tuple(DIGEST_SIZES)),
    )


def _wanted(name: str, of: str) -> FieldType[dict[str, int]]:
    about = f"How much a digest of the {of} is wanted, from 0 to 10 (RFC 9530)."
    return FieldType(
        names=(name,),
        about=about,
        kind=_by_algorithm(about, _FROM_0_TO_10, "10"),
        encode=sf_dict_value,
        respell=structured.respelt_dict,
        judge=partial(_remarks, _no_preference, "write a number from 0 to 10"),
        merge=structured.MEMBERS,
        spelling=Spelling(",", tuple(DIGEST_SIZES)),
    )


DIGESTS: tuple[FieldType[Any], ...] = (
    _digest("Content-Digest", "content", "digest"),
    _digest("Repr-Digest", "representation"),
    _digest("Unencoded-Digest", "content before it is encoded"),
    _wanted("Want-Content-Digest", "content"),
    _wanted("Want-Repr-Digest", "representation"),
    _wanted("Want-Unencoded-Digest", "content before it is encoded"),
)
