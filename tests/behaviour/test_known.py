"""What `specs.wire` knows of a class is what its responses send."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from respgen.core.statuses import BODYLESS
from respgen.fields import TYPES
from respgen.specs import Argument, HeaderSpec, OfBody, Read, wire
from respgen.specs.wire import Known, Presence
from tests.behaviour.arguments import Call, calls
from tests.behaviour.oracle import Refused, answer
from tests.behaviour.strategies import Family, families


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(families(), st.data())
def test_what_is_known_is_sent(family: Family, data: st.DataObject) -> None:
    """Of each field that the caller does not replace."""
    for member in family.members:
        call = data.draw(calls(member.spec))
        sent = answer(member.spec, call)
        if isinstance(sent, Refused):
            continue
        replaced = {name.lower() for name in call.keywords.get("headers") or {}}
        found = {name.decode(): value.decode("latin-1") for name, value in sent.headers}
        for name, known in wire.fields(member.spec.headers).items():
            if name not in replaced:
                check(known, found.get(name), call, sent.status)


def check(known: Known, text: str | None, call: Call, status: int) -> None:
    if known.constant is not None:
        assert text == known.constant
    elif _silent(known.header, call):
        is_empty = known.text == "" and _may_be_empty(known.header, status)
        assert text == (None if is_empty else known.text)
        assert (text is None) or known.presence is Presence.DEFAULT
    elif known.presence is Presence.ALWAYS and not _may_be_empty(known.header, status):
        assert text is not None
        assert text in (known.choices or (text,))


def _silent(header: HeaderSpec, call: Call) -> bool:
    """Whether the caller says nothing of an argument."""
    origin = header.origin
    return isinstance(origin, Argument) and origin.parameter not in call.keywords


def _may_be_empty(header: HeaderSpec, status: int) -> bool:
    """Of an empty list nothing is sent, and no status without a body has a digest of it."""
    if isinstance(header.origin, OfBody):
        return status in BODYLESS
    typed = isinstance(header.origin, Argument | Read)
    return typed and TYPES[header.type.word].plural
