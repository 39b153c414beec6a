"""Content-Digest, Repr-Digest, and what clients are asked to send of them (RFC 9530).

Goes in: a mapping of algorithms to base64, of preferences to numbers, or the text. Comes out: a
Dictionary, and what the rules say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from respgen.core.digests import DIGEST_SIZES
from respgen.core.structured import BareItem
from respgen.core.structured_text import parse_sf_dict
from respgen.diagnostics import quoted
from respgen.fields import structured, written_fields
from respgen.fields import written_structured as written_sf
from respgen.fields.forms import TEXT, Form, about, mapping
from respgen.fields.grammar import Grammar, Remark
from respgen.fields.written import below, expected
from respgen.load.tree import Plain
from respgen.rules import r5


def _no_digest(algorithm: str, value: BareItem | None) -> str:
    if not isinstance(value, bytes):
        return f"the digest of {algorithm} is bytes, in base64 between colons"
    size = DIGEST_SIZES.get(algorithm, len(value))
    if len(value) != size:
        return f"a digest of {algorithm} has {size} bytes, and this has {len(value)}"
    return ""


def _preferences(value: Plain) -> Mapping[str, BareItem]:
    if not isinstance(value, dict):
        raise TypeError
    return {key: _preference(key, value[key]) for key in value}


def _preference(algorithm: str, value: Plain) -> BareItem:
    with below(algorithm):
        written_sf.check_key(algorithm)
        if isinstance(value, bool) or not isinstance(value, int):
            raise expected("a whole number from 0 to 10")
        return written_sf.bare(value)


def _no_preference(algorithm: str, value: BareItem | None) -> str:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if is_whole and value in range(11):
        return ""
    return f"how much {algorithm} is preferred is a whole number from 0 to 10"


@dataclass(frozen=True, slots=True)
class _Field:
    """`read` is how a schema writes it, `wrong` says what stands beside an algorithm and should not."""

    read: Callable[[Plain], Mapping[str, BareItem]]
    wrong: Callable[[str, BareItem | None], str]

    def written(self, value: Plain) -> str:
        """The algorithms in the order written."""
        if isinstance(value, str):
            return structured.respelt_dict(value)
        return structured.as_dict(self.read(value))

    def remarks(self, text: str) -> Iterator[Remark]:
        """Of each algorithm, in their order."""
        try:
            found = parse_sf_dict(text)
        except ValueError as error:
            yield structured.malformed(error)
            return
        for key, member in found.items():
            if wrong := self.wrong(key, structured.bare(member)):
                yield Remark(r5.DIGEST, wrong, part=(key,))
            if key not in DIGEST_SIZES:
                message = f"{quoted(key)} is no algorithm that is in use"
                advice = "write sha-256, or sha-512"
                yield Remark(r5.DIGEST_ALGORITHM, message, advice, (key,), True)


def _grammar(name: str, field: _Field, sentence: str, form: Form) -> Grammar:
    known = {algorithm: about(sentence, form) for algorithm in DIGEST_SIZES}
    what = "text or a mapping of algorithms"
    return Grammar(
        name, what, field.written, field.remarks, sentence, mapping(known, form)
    )


_OF_BYTES = _Field(written_fields.digests, _no_digest)
_WANTED = _Field(_preferences, _no_preference)
_FROM_0_TO_10: Form = {"type": "integer", "minimum": 0, "maximum": 10}

DIGESTS = (
    _grammar(
        "Content-Digest",
        _OF_BYTES,
        "The digest of the content, in base64 (RFC 9530).",
        TEXT,
    ),
    _grammar(
        "Repr-Digest",
        _OF_BYTES,
        "The digest of the representation, in base64 (RFC 9530).",
        TEXT,
    ),
    _grammar(
        "Want-Content-Digest",
        _WANTED,
        "How much a digest of the content is wanted, 0 to 10 (RFC 9530).",
        _FROM_0_TO_10,
    ),
    _grammar(
        "Want-Repr-Digest",
        _WANTED,
        "How much a digest of the representation is wanted, 0 to 10 (RFC 9530).",
        _FROM_0_TO_10,
    ),
)
