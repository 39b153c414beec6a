"""What a class sends is what it declares: no response of it fails a test, and one that lost a field does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from respgen.specs import ResponseSpec, wire
from respgen.testing.declared import Declared
from respgen.testing.messages import from_wire
from tests.behaviour.arguments import Call, calls
from tests.behaviour.oracle import Sent, answer
from tests.behaviour.strategies import Family, families

many = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
MAY_BE_EMPTY = (
    *("list", "sf_list", "sf_dict", "link", "digest"),
    *("cache_control", "server_timing"),
)
OVERRIDING = ("headers", "media_type", "status_code")


def plain(call: Call) -> Call:
    """The call without what replaces declarations."""
    kept = {name: v for name, v in call.keywords.items() if name not in OVERRIDING}
    return replace(call, keywords=kept)


def differences(spec: ResponseSpec, sent: Sent) -> dict[str, str]:
    """What differs beside the body, whose type is the type checker's business, and what was sent there."""
    declared = Declared(f"shop.{spec.name}", spec, [use.cookie for use in spec.cookies])
    message = from_wire(sent.status, sent.headers, sent.body, "GET")
    found = {each.where: each.sent for each in declared.differences(message)}
    return {where: text for where, text in found.items() if where[:4] != "body"}


def is_always_sent(known: wire.Known) -> bool:
    """Whether every response has it, be it a list without members."""
    may_be_empty = known.header.type.word in MAY_BE_EMPTY or known.constant == ""
    return known.presence is wire.Presence.ALWAYS and not may_be_empty


@pytest.mark.slow
@many
@given(families(), st.data())
def test_what_is_sent_is_declared(family: Family, data: st.DataObject) -> None:
    """Nothing differs in a response that the oracle makes of any arguments."""
    for member in family.members:
        sent = answer(member.spec, plain(data.draw(calls(member.spec))))
        if isinstance(sent, Sent):
            assert differences(member.spec, sent) == {}


@pytest.mark.slow
@many
@given(families(), st.data())
def test_a_lost_field_is_missed(family: Family, data: st.DataObject) -> None:
    """Without one of the fields that every response has, that field is what differs."""
    for member in family.members:
        sent = answer(member.spec, plain(data.draw(calls(member.spec))))
        known = wire.fields(member.spec.headers)
        lost = [name for name, each in known.items() if is_always_sent(each)]
        if not isinstance(sent, Sent):
            continue
        for name in lost:
            kept = [field for field in sent.headers if field[0] != name.encode()]
            found = differences(member.spec, replace(sent, headers=kept))
            assert found == {name: "nothing"}
