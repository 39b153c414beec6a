"""RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers-10): quotas, and what is left.

Goes in: a mapping of policies, `{burst: {q: 100, w: 1m}}`, a structured list, or its text. Comes
out: a List of Strings with parameters, and what the rules say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from respgen.core.durations import parse_duration
from respgen.core.structured import (
    BareItem,
    Item,
    StructuredMember,
    Token,
    sf_list_value,
)
from respgen.core.structured_text import parse_sf_list
from respgen.diagnostics import Finding, Mend, quoted
from respgen.fields import structured
from respgen.fields.durations import meant_duration
from respgen.fields.forms import LIFETIME, TEXT
from respgen.fields.kinds import DURATION, Kind, Param, Params, structured_key
from respgen.fields.merging import Parts
from respgen.fields.reading import is_count
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.fields.structured_values import BARE, bare, members
from respgen.located import Plain
from respgen.rules import r2, r5


def _is_window(value: BareItem) -> bool:
    return is_count(value) and value != 0


def _is_text(value: BareItem) -> bool:
    return isinstance(value, str)


def _is_bytes(value: BareItem) -> bool:
    return isinstance(value, bytes)


def _seconds(value: Plain) -> BareItem:
    """Turns a duration into seconds; the rules check any other value."""
    return bare(parse_duration(value) if isinstance(value, str) else value)


def _bytes(value: Plain) -> BareItem:
    return bare({"bytes": value} if isinstance(value, str) else value)


_WHOLE = replace(BARE, form={"type": "integer", "minimum": 0})
_LIFETIME = Kind(
    BARE.expected,
    LIFETIME,
    _seconds,
    r5.RATE_LIMIT,
    advice=DURATION.advice,
    meant=meant_duration,
)
_WORD = replace(BARE, form=TEXT)
_BYTES = replace(BARE, form=TEXT, make=_bytes)
_PK = Param("pk", "The key of the partition, in base64.", _BYTES)
# What the draft asks of its parameters, and how that is said
_HOLDS: Mapping[str, tuple[Callable[[BareItem], bool], str]] = {
    "q": (is_count, "a whole number, 0 or more"),
    "w": (_is_window, "seconds or a duration, more than 0"),
    "qu": (_is_text, "a String, such as requests"),
    "r": (is_count, "a whole number, 0 or more"),
    "t": (is_count, "seconds or a duration"),
    "pk": (_is_bytes, "bytes, in base64"),
}


@dataclass(frozen=True, slots=True)
class _Policies:
    """A field of policies; `known` are what the draft defines, the first of them required."""

    known: tuple[Param, ...]
    example: str

    @property
    def required(self) -> str:
        return self.known[0].name

    @property
    def params(self) -> Params:
        """Policies by their names, each a mapping of parameters."""
        policy = Params(self.known, other=BARE, check=structured_key)
        expected = f"a mapping such as {self.example}"
        advice = f"write a mapping that has {self.required}"
        kind = Kind(expected, policy.form, policy.read, advice=advice)
        return Params(other=kind, check=_check_name)

    def read(self, value: Plain) -> tuple[StructuredMember, ...]:
        """The policies in the order written."""
        if isinstance(value, list):
            return members(value)
        given = self.params.read(value)
        return tuple(Item(name, params) for name, params in given.items())

    def remarks(self, text: str) -> Iterator[Finding]:
        """Reports on each policy, in order."""
        try:
            found = parse_sf_list(text)
        except ValueError as error:
            yield structured.malformed(error)
            return
        for member in found:
            yield from self._own(member, found)
        once = [
            member for place, member in enumerate(found) if member not in found[:place]
        ]
        if len(once) < len(found):
            message = "the same policy is there twice"
            fix = Mend(structured.as_list(once))
            yield Finding(r2.LISTED_TWICE, message, "write it once", fix=fix)

    def _own(
        self, member: StructuredMember, found: tuple[StructuredMember, ...]
    ) -> Iterator[Finding]:
        name = structured.bare(member)
        if not isinstance(name, str):
            yield self._nameless(member, found)
            return
        given = structured.params(member)
        if self.required not in given:
            message = f"{quoted(name)} must have {self.required}"
            yield Finding(r5.RATE_LIMIT, message, f"add {self.required}", (name,))
        for param in self.known:
            holds, expected = _HOLDS[param.name]
            if param.name in given and not holds(given[param.name]):
                message = f"{param.name} must be {expected}"
                advice = f"write {expected}"
                yield Finding(r5.RATE_LIMIT, message, advice, (name, param.name))
        for key in given:
            if key == name or self._is_slip(key):
                yield self._unknown(name, key)

    def _is_slip(self, key: str) -> bool:
        """Tells whether a number stands at a known parameter; others are extensions."""
        known = {param.name for param in self.known}
        return key not in known and key.rstrip("0123456789") in known

    def _unknown(self, name: str, key: str) -> Finding:
        message = f"clients do not read the parameter {quoted(key)}"
        known = [param.name for param in self.known]
        advice = f"write {', '.join(known[:-1])} or {known[-1]}"
        return Finding(r5.PARAMETER, message, advice, (name, key), at_key=True)

    def _nameless(
        self, member: StructuredMember, found: tuple[StructuredMember, ...]
    ) -> Finding:
        """Reports a name that is not a String: a Token lacks its quotes, older drafts had others."""
        mended = None
        if isinstance(structured.bare(member), Token):
            mended = structured.as_list([_with_text(each) for each in found])
        message = "the name of a policy must be a String, in quotes"
        advice = f"write {mended}" if mended else "write the name in double quotes"
        return Finding(r5.RATE_LIMIT, message, advice, fix=Mend(mended))


def _with_text(member: StructuredMember) -> StructuredMember:
    name = structured.bare(member)
    return (
        Item(name.value, structured.params(member))
        if isinstance(name, Token)
        else member
    )


def _by_name(text: str) -> dict[str, str]:
    return {
        str(structured.bare(each)): structured.as_list([each])
        for each in parse_sf_list(text)
    }


def _check_name(name: str) -> None:
    bare(name)


def _field(name: str, about: str, policies: _Policies) -> FieldType[Any]:
    return FieldType(
        names=(name,),
        about=about,
        kind=Kind(
            "a mapping of policies",
            policies.params.form,
            policies.read,
            advice="write a mapping of policies by their names, or text",
        ),
        encode=sf_list_value,
        respell=structured.respelt_list,
        judge=policies.remarks,
        merge=Parts(_by_name),
        spelling=Spelling(
            keys=tuple(param.name for param in policies.known), seconds=True
        ),
    )


RATE_LIMIT_POLICY = _field(
    "RateLimit-Policy",
    "How many requests in which time, by the name of the policy (draft).",
    _Policies(
        (
            Param("q", "The quota.", _WHOLE),
            Param("w", "The time window of the quota.", _LIFETIME),
            Param("qu", "What is counted, if not requests.", _WORD),
            _PK,
        ),
        "{q: 100, w: 1m}",
    ),
)
RATE_LIMIT = _field(
    "RateLimit",
    "How much of each quota is left, and for how long (draft).",
    _Policies(
        (
            Param("r", "What is left of the quota.", _WHOLE),
            Param("t", "The time until more is available.", _LIFETIME),
            _PK,
        ),
        "{r: 50, t: 30}",
    ),
)
