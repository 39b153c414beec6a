"""A class that declares no header is core's own Response, and the framework's where that is safe."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.responses import Response

from respgen.core import Response as CoreResponse
from respgen.specs import ResponseSpec
from tests.behaviour import strategies
from tests.behaviour.arguments import Call, calls
from tests.behaviour.oracle import Refused, answer
from tests.behaviour.running import classes, made, outcome
from tests.behaviour.strategies import Family, Member

SPECS = [
    strategies.plain_response("Text"),
    strategies.plain_response("Page", media_type="text/html"),
    strategies.plain_response("Latin", charset="latin-1"),
    strategies.plain_response("Bare", media_type=None),
]
FAMILY = Family((), tuple(Member(spec, 0, None) for spec in SPECS))
specs_and_calls = st.sampled_from(SPECS).flatmap(
    lambda spec: st.tuples(st.just(spec), calls(spec))
)


def own(base: type[Any], spec: ResponseSpec) -> type[Any]:
    """The class that an application would write by hand."""
    label = {"media_type": spec.media_type, "charset": spec.charset}
    return type(spec.name, (base,), label)


@settings(max_examples=300)
@given(specs_and_calls)
def test_the_same_as_cores_response(drawn: tuple[ResponseSpec, Call]) -> None:
    """Status, fields and body are core's, or both refuse; core alone also sends 100 to 199."""
    spec, call = drawn
    expected = outcome(own(CoreResponse, spec), call)
    for cls in classes(FAMILY, SPECS.index(spec)):
        got = outcome(cls, call)
        if isinstance(expected, Exception) or expected.status < 200:
            assert isinstance(got, ValueError | TypeError)
        else:
            assert got == expected


@settings(max_examples=300)
@given(specs_and_calls)
def test_the_same_as_the_references(drawn: tuple[ResponseSpec, Call]) -> None:
    """What is accepted, has a body and names no field twice has the reference's fields and body."""
    spec, call = drawn
    headers = call.keywords.get("headers") or {}
    expected = answer(spec, call)
    if isinstance(expected, Refused) or expected.status in (204, 205, 304):
        return
    if len({name.lower() for name in headers}) < len(headers):
        return
    reference = made(own(Response, spec), call)
    for name, value in expected.headers:
        # the reference looks for "charset=" anywhere, and for "text/" in lower case
        if name != b"content-type" or value.startswith((b"text/plain", b"text/html")):
            assert (name, value) in reference.raw_headers
    assert [name for name, _ in reference.raw_headers] == [
        n for n, _ in expected.headers
    ]
    assert bytes(reference.body) == expected.body
