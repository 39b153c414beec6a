"""The generated classes of every target against the plain answer of the oracle."""

from __future__ import annotations

import inspect
from dataclasses import replace
from itertools import product
from typing import Any, Literal, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.background import BackgroundTask

from respgen.core.statuses import BODYLESS
from respgen.renderers.json import JSON, JsonOptions
from respgen.renderers.text import BYTES
from respgen.specs import (
    ImportPath,
    Inherited,
    OfBody,
    ResponseSpec,
    Target,
    ValueType,
    arguments,
)
from tests.behaviour import authors, labels, strategies
from tests.behaviour.arguments import Call, calls
from tests.behaviour.authors import User
from tests.behaviour.disguises import disguised
from tests.behaviour.labels import AUTHORS
from tests.behaviour.oracle import Refused, Sent, answer
from tests.behaviour.running import TARGETS, classes, made, outcome, sent
from tests.behaviour.strategies import Family, Member, families
from tests.support.headers import argument, constant

# a family takes long to draw: it is a program of its own
few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
many = settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])


def check(expected: Sent | Refused, got: Sent | Exception) -> None:
    """Both send the same, or one refuses for a reason that the other has too."""
    if isinstance(expected, Refused):
        assert isinstance(got, Exception), (expected, got)
        assert expected.allows(got), (expected, got)
    elif isinstance(got, Exception):
        raise AssertionError(f"{expected} was to be sent") from got
    else:
        assert got == expected


@pytest.mark.slow
@many
@given(families(), st.data())
def test_a_class_answers_as_the_oracle(family: Family, data: st.DataObject) -> None:
    """Every call has the oracle's status, header list and body, or an error of its kind.

    The caller's mapping stays as it was.
    """
    for place, member in enumerate(family.members):
        for call in data.draw(st.lists(calls(member.spec), min_size=3, max_size=6)):
            expected, before = answer(member.spec, call), repr(call)
            for cls in classes(family, place):
                check(expected, outcome(cls, call))
                assert repr(call) == before


@few
@given(families(), st.data())
def test_what_values_say_of_themselves(family: Family, data: st.DataObject) -> None:
    """Members of Enums and lying subclasses are answered as the values that they hold."""
    for place, member in enumerate(family.members):
        call = data.draw(calls(member.spec))
        documents = {
            given.parameter
            for header, given in arguments(member.spec.headers)
            if header.type.word == "json"
        }
        keywords = {
            name: value if name in documents else data.draw(disguised(value, True))
            for name, value in call.keywords.items()
        }
        for cls in classes(family, place):
            check(
                answer(member.spec, call),
                outcome(cls, replace(call, keywords=keywords)),
            )


@few
@given(families(), st.data())
def test_header_lists_are_fresh(family: Family, data: st.DataObject) -> None:
    """Instances share no list, and init_headers makes a new one with the same fields."""
    for place, member in enumerate(family.members):
        call = data.draw(calls(member.spec))
        if isinstance(answer(member.spec, call), Refused):
            continue
        for cls in classes(family, place):
            response = made(cls, call)
            fields = [*response.raw_headers]
            response.raw_headers.append((b"x-later", b"1"))
            assert made(cls, call).raw_headers == fields
            if response.status_code in BODYLESS and _of_body(member.spec):
                continue  # the body that they were computed of is gone
            response.init_headers(call.keywords.get("headers"))
            assert response.raw_headers == fields


def _of_body(spec: ResponseSpec) -> bool:
    return any(isinstance(header.origin, OfBody) for header in spec.headers)


LISTS = ["Vary", "Access-Control-Allow-Methods", "Allow", "X-Other"]
MEMBERS = ["Accept", "ACCEPT", "accept", "a", "A", '"b, c"', '"B, c"', '"b', "*", ""]
member_lists = st.lists(st.sampled_from(MEMBERS), max_size=4).flatmap(
    lambda members: st.sampled_from([",", ", ", " ,\t"]).map(
        lambda comma: comma.join(members)
    )
)


@settings(few, max_examples=200)
@given(st.sampled_from(LISTS), member_lists.map(str.strip), st.booleans())
def test_lists_join(name: str, given: str, parameter: bool) -> None:
    """Declared members, then the caller's new ones; their case counts outside Vary and CORS."""
    declared = 'Accept, a,"b, c"'
    header = constant(name, declared, policy="append")
    keywords: dict[str, Any] = {"headers": {name.lower(): given}}
    if parameter:
        of = ValueType("list", "str")
        header = argument(name, "members", of, required=True, policy="append")
        keywords["members"] = ["Accept", "a", '"b']
    spec = strategies.plain_response("Answer", headers=(header,))
    call = Call(("",), keywords)
    for cls in classes(Family((), (Member(spec, 0, None),)), 0):
        check(answer(spec, call), outcome(cls, call))


DOCUMENTS: list[Any] = [
    None,
    "\xe9\u2028\U0001f600",
    "\ud800",
    [1, 2.5, -0.0, 2**70, True, None],
    {"b": [], "a": {}, "\xe9": {"y": 1, "x": 2}},
    {"n": float("nan"), "i": [float("inf"), (float("-inf"),)]},
    {1: "1", "a": 2},
    {(1, 2): 3},
    User("\xe9"),
    [User("a", float("nan"))],
    {1, 2},
]


@pytest.mark.parametrize("indent", [None, 0, 2])
@pytest.mark.parametrize(
    "default", [None, ImportPath(AUTHORS, "encode")], ids=["", "default"]
)
@pytest.mark.parametrize("nan", ["error", "null"])
@pytest.mark.parametrize("flags", [*product([False, True], repeat=2)], ids=str)
def test_json_options(
    indent: int | None,
    default: ImportPath | None,
    nan: Literal["error", "null"],
    flags: tuple[bool, bool],
) -> None:
    """Options of the json renderer are those of json.dumps, and go together."""
    options = JsonOptions(indent, *flags, default=default, nan=nan)
    renderer = JSON.spec(options)
    spec = strategies.plain_response("Answer", renderer=renderer)
    for cls in classes(Family((), (Member(spec, 0, None),)), 0):
        for content in DOCUMENTS:
            call = Call((content,), {})
            check(answer(spec, call), outcome(cls, call))


@pytest.mark.parametrize("status", [200, 404])
@pytest.mark.parametrize("locked", [True, False])
@pytest.mark.parametrize("above", [True, False], ids=["below locked", "below open"])
def test_a_child_locks_for_itself(status: int, locked: bool, above: bool) -> None:
    """Whether a status is locked is the child's to say, not its parent's."""
    parent = strategies.plain_response("Answer", status_locked=above)
    child = replace(parent, name="Child", status_code=status, status_locked=locked)
    family = Family((), (Member(parent, 0, None), Member(child, 0, 0)))
    for code in (200, 404, 500):
        call = Call(("",), {"status_code": code})
        for cls in classes(family, 1):
            check(answer(child, call), outcome(cls, call))


labels_by_hand = st.fixed_dictionaries(
    {},
    optional={
        "media_type": st.sampled_from(
            [None, "text/x-mine", "a/b", "text/x; charset=y"]
        ),
        "charset": st.sampled_from(["utf-8", "latin-1", "utf-16"]),
    },
)


@few
@given(families(), labels_by_hand, st.data())
def test_a_subclass_written_by_hand(
    family: Family, label: dict[str, Any], data: st.DataObject
) -> None:
    """Attributes that a hand-written subclass changes count as if the schema said them."""
    for place, member in enumerate(family.members):
        spec = replace(member.spec, **label)
        call = data.draw(calls(spec))
        for cls in classes(family, place):
            by_hand = type("ByHand", (cls,), label)
            check(answer(spec, call), outcome(by_hand, call))


BASES = {"fastapi": "Spoken", "starlette": "Spoken", "core": "SpokenCore"}
INHERITED: dict[str, Any] = {
    "media_type": authors.Spoken.media_type,
    "charset": authors.Spoken.charset,
    "render": labels.shout,
}


SILENT: dict[str, Any] = {
    "media_type": None,
    "charset": "utf-8",
    "render": BYTES.spec(),
}


def changed(
    spec: ResponseSpec, values: dict[str, Any], keys: frozenset[str]
) -> ResponseSpec:
    """The spec with these of the values; the renderer goes by the word of schemas."""
    names = {"render": "renderer"}
    return replace(spec, **{names.get(key, key): values[key] for key in keys})


def below_spoken(
    family: Family, inherits: list[frozenset[Inherited]], target: Target
) -> Family:
    """The classes below the author's own base, which leave some of what they are to it."""
    base = ImportPath(AUTHORS, BASES[target])
    members = [
        replace(
            member,
            spec=replace(changed(member.spec, SILENT, kept), base=base, inherits=kept),
        )
        for member, kept in zip(family.members, inherits, strict=True)
    ]
    return replace(family, members=tuple(members))


@st.composite
def silences(draw: st.DrawFn, family: Family) -> list[frozenset[Inherited]]:
    """What each class leaves to the base: no more than its parent, and an empty one nothing."""
    drawn: list[frozenset[Inherited]] = []
    for member in family.members:
        kept = draw(st.frozensets(st.sampled_from(get_args(Inherited))))
        above = kept if member.parent is None else drawn[member.parent]
        drawn.append(kept & above if member.spec.kind == "body" else frozenset())
    return drawn


@settings(few, max_examples=80)
@given(families(most=2), st.data())
def test_classes_below_an_authors_own(family: Family, data: st.DataObject) -> None:
    """What the schema does not say is as the import-path base has it."""
    inherits = data.draw(silences(family))
    packages = [below_spoken(family, inherits, target) for target in TARGETS]
    for place, member in enumerate(family.members):
        effective = changed(member.spec, INHERITED, inherits[place])
        call = data.draw(calls(effective))
        for below, number in zip(packages, range(3), strict=True):
            cls = classes(below, place)[number]
            check(answer(effective, call), outcome(cls, call))


@few
@given(families())
def test_constructors_keep_the_references_order(family: Family) -> None:
    """content, status_code, headers, media_type, background; what is more is keyword-only."""
    for place, member in enumerate(family.members):
        content = [member.spec.content.parameter] if member.spec.content else []
        content = ["content"] if member.spec.kind == "empty" else content
        names = [*content, "status_code", "headers", "media_type", "background"]
        for cls in classes(family, place):
            parameters = inspect.signature(cls).parameters.values()
            keyword = [p for p in parameters if p.kind is p.KEYWORD_ONLY]
            assert [p.name for p in parameters if p not in keyword] == names
            assert inspect.signature(cls).parameters["status_code"].default == (
                member.spec.status_code
            )


@few
@given(families(most=1), st.data())
def test_background_runs_after_the_body(family: Family, data: st.DataObject) -> None:
    """The task of a response runs once, when the response is sent."""
    call, ran = data.draw(calls(family.members[0].spec)), []

    async def task() -> None:
        ran.append(True)

    if isinstance(answer(family.members[0].spec, call), Refused):
        return
    for cls in classes(family, 0):
        ran.clear()
        keywords = {**call.keywords, "background": BackgroundTask(task)}
        response = made(cls, Call(call.content, keywords))
        assert not ran
        sent(response)
        assert ran == [True]


@few
@given(families(most=1), st.data())
def test_an_empty_response_sends_no_content(
    family: Family, data: st.DataObject
) -> None:
    """Whatever FastAPI hands to an empty class as content, no byte of it is sent."""
    spec = family.members[0].spec
    empty = replace(spec, base="Response", **labels.EMPTY)
    call = data.draw(calls(empty))
    content = data.draw(st.sampled_from([None, {}, b"x", "x"]))
    alone = Family(family.cookies, (replace(family.members[0], spec=empty),))
    for cls in classes(alone, 0):
        check(answer(empty, call), outcome(cls, Call((content,), call.keywords)))
