"""RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers-10): quotas, and what is left.

Goes in: a mapping of policies, `{burst: {q: 100, w: 1m}}`, a structured list, or its text. Comes
out: a List of Strings with parameters, and what the rules say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from respgen.core.structured import BareItem, Item, StructuredMember, Token
from respgen.core.structured_text import parse_sf_list
from respgen.core.values import parse_duration
from respgen.diagnostics import quoted
from respgen.fields import structured
from respgen.fields import written_structured as written_sf
from respgen.fields.forms import LIFETIME, TEXT, Form, about, mapping
from respgen.fields.grammar import Grammar, Remark
from respgen.fields.written import PlacedError, below, expected
from respgen.load.tree import Plain
from respgen.rules import r5

_WHOLE: Form = {"type": "integer", "minimum": 0}


@dataclass(frozen=True, slots=True)
class _Kind:
    """A type of parameter: how a schema writes it, whether a value has it, what it is called."""

    read: Callable[[Plain], BareItem]
    holds: Callable[[BareItem], bool]
    expected: str


def _is_count(value: BareItem) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_window(value: BareItem) -> bool:
    return _is_count(value) and value != 0


def _is_text(value: BareItem) -> bool:
    return isinstance(value, str)


def _is_bytes(value: BareItem) -> bool:
    return isinstance(value, bytes)


def _seconds(value: Plain) -> BareItem:
    """A duration is seconds; what else it may be the rules judge."""
    if not isinstance(value, str):
        return written_sf.bare(value)
    try:
        seconds = parse_duration(value)
    except ValueError as error:
        raise PlacedError(r5.RATE_LIMIT, str(error), "write 1m") from None
    return written_sf.bare(seconds)


def _bytes(value: Plain) -> BareItem:
    return written_sf.bare({"bytes": value} if isinstance(value, str) else value)


_COUNT = _Kind(written_sf.bare, _is_count, "a whole number, 0 or more")
_WINDOW = _Kind(_seconds, _is_window, "seconds or a duration such as 1m, more than 0")
_RESET = _Kind(_seconds, _is_count, "seconds or a duration such as 30s")
_UNIT = _Kind(written_sf.bare, _is_text, "a String, such as requests")
_KEY = _Kind(_bytes, _is_bytes, "bytes, in base64")


@dataclass(frozen=True, slots=True)
class _Field:
    """`params` are those that the draft defines, the first of them required."""

    params: Mapping[str, _Kind]
    example: str

    @property
    def required(self) -> str:
        return next(iter(self.params))

    def written(self, value: Plain) -> str:
        """The policies in the order written."""
        if isinstance(value, str):
            return structured.respelt_list(value)
        if isinstance(value, list):
            return structured.as_list(written_sf.members(value))
        if not isinstance(value, dict):
            raise TypeError
        return structured.as_list([self._policy(*each) for each in value.items()])

    def _policy(self, name: str, params: Plain) -> Item:
        with below(name):
            written_sf.bare(name)
            if not isinstance(params, dict):
                raise expected(f"a mapping such as {self.example}")
            return Item(name, {key: self._param(key, params[key]) for key in params})

    def _param(self, key: str, value: Plain) -> BareItem:
        with below(key):
            written_sf.check_key(key)
            kind = self.params.get(key)
            return kind.read(value) if kind else written_sf.bare(value)

    def remarks(self, text: str) -> Iterator[Remark]:
        """Of each policy, in their order."""
        try:
            found = parse_sf_list(text)
        except ValueError as error:
            yield structured.malformed(error)
            return
        for member in found:
            yield from self._own(member, found)

    def _own(
        self, member: StructuredMember, found: tuple[StructuredMember, ...]
    ) -> Iterator[Remark]:
        name = structured.bare(member)
        if not isinstance(name, str):
            yield self._nameless(member, found)
            return
        given = structured.params(member)
        if self.required not in given:
            message = f"{quoted(name)} has no {self.required}"
            advice = f"write {self.example}"
            yield Remark(r5.RATE_LIMIT, message, advice, (name,))
        for key, kind in self.params.items():
            if key in given and not kind.holds(given[key]):
                message = f"{key} is {kind.expected}"
                yield Remark(r5.RATE_LIMIT, message, part=(name, key))

    def _nameless(
        self, member: StructuredMember, found: tuple[StructuredMember, ...]
    ) -> Remark:
        """A Token is a String without its quotes; numbers and keys stood there in older drafts."""
        mended = None
        if isinstance(structured.bare(member), Token):
            mended = structured.as_list([_with_text(each) for each in found])
        message = "a policy's name is a String, in quotes"
        advice = f"write a mapping of names, such as {{burst: {self.example}}}"
        advice = f"write '{mended}'" if mended else advice
        return Remark(r5.RATE_LIMIT, message, advice, mended=mended)


def _with_text(member: StructuredMember) -> StructuredMember:
    name = structured.bare(member)
    return (
        Item(name.value, structured.params(member))
        if isinstance(name, Token)
        else member
    )


_POLICY = _Field(
    {"q": _COUNT, "w": _WINDOW, "qu": _UNIT, "pk": _KEY}, "{q: 100, w: 1m}"
)
_LEFT = _Field({"r": _COUNT, "t": _RESET, "pk": _KEY}, "{r: 50, t: 30}")
_EXPECTED = "text or a mapping of policies"

RATE_LIMIT_POLICY = Grammar(
    "RateLimit-Policy",
    _EXPECTED,
    _POLICY.written,
    _POLICY.remarks,
    "How many requests in which time, by the policy's name (draft).",
    mapping(
        {},
        mapping(
            {
                "q": about("The quota.", _WHOLE),
                "w": about("The time it is for.", LIFETIME),
                "qu": about("What is counted, if not requests.", TEXT),
                "pk": about("The key of the partition, in base64.", TEXT),
            },
            True,
        ),
    ),
)
RATE_LIMIT = Grammar(
    "RateLimit",
    _EXPECTED,
    _LEFT.written,
    _LEFT.remarks,
    "How much of each quota is left, and for how long (draft).",
    mapping(
        {},
        mapping(
            {
                "r": about("What is left of the quota.", _WHOLE),
                "t": about("When there is more.", LIFETIME),
                "pk": about("The key of the partition, in base64.", TEXT),
            },
            True,
        ),
    ),
)
