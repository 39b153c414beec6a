"""Which headers a class has, and in which order: generated-code, "The header list, exactly"."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.resolve.merging import Removed, merged
from respgen.specs import (
    Constant,
    HeaderSpec,
    ResponseSpec,
)
from tests.support.headers import argument_of, constant
from tests.support.schemas import modules

PROFILES = """
headers:
  one: {X-A: "1", X-B: "1"}
  two: {x-b: "2", X-C: "2"}
  none: {X-A: null, X-Z: null}
"""

CASES = {
    "own only": ("Item: {headers: {X-B: b, X-A: a}}", "X-B=b X-A=a"),
    "profiles in order, then own": (
        "Item: {headers: {X-D: d, use: [two, one]}}",
        "X-B=1 X-C=2 X-A=1 X-D=d",
    ),
    "a later profile wins and keeps the place": (
        "Item: {headers: {use: [one, two]}}",
        "X-A=1 x-b=2 X-C=2",
    ),
    "own headers win over profiles": (
        "Item: {headers: {use: [one], X-A: own}}",
        "X-A=own X-B=1",
    ),
    "null removes what a profile has": (
        "Item: {headers: {use: [one], X-A: null}}",
        "X-B=1",
    ),
    "remove: true is null": (
        "Item: {headers: {use: [one], X-A: {remove: true}}}",
        "X-B=1",
    ),
    "a profile can remove": ("Item: {headers: {use: [one, none]}}", "X-B=1"),
    "a profile that removes changes what stands before it only": (
        "Item: {headers: {use: [none, one]}}",
        "X-A=1 X-B=1",
    ),
    "inherited first, the child's keeps the place": (
        """
        Parent: {headers: {X-A: a, X-B: b}}
        Item: {extends: Parent, headers: {X-C: c, X-A: own}}
        """,
        "X-A=own X-B=b X-C=c",
    ),
    "the case of a name does not count": (
        """
        Parent: {headers: {ETag: '"a"', X-B: b}}
        Item: {extends: Parent, headers: {etag: '"b"'}}
        """,
        'etag="b" X-B=b',
    ),
    "removed and declared again stands at the end": (
        """
        First: {headers: {X-A: a, X-B: b}}
        Second: {extends: First, headers: {X-A: null}}
        Item: {extends: Second, headers: {X-C: c, X-A: again}}
        """,
        "X-B=b X-C=c X-A=again",
    ),
    "a child may stand before its parent": (
        """
        Item: {extends: Parent, headers: {X-B: b}}
        Parent: {headers: {X-A: a}}
        """,
        "X-A=a X-B=b",
    ),
    "integers are their digits": (
        "Item: {headers: {X-A: 7, X-B: {value: 8}}}",
        "X-A=7 X-B=8",
    ),
}


def shown(headers: tuple[HeaderSpec, ...]) -> str:
    return " ".join(f"{each.name}={_value(each)}" for each in headers)


def _value(header: HeaderSpec) -> str:
    origin = header.origin
    return (
        origin.text
        if isinstance(origin, Constant)
        else f"<{argument_of(header).parameter}>"
    )


def item(text: str) -> ResponseSpec:
    lines = indent(dedent(text).strip(), "  ")
    shop = modules(shop=f"{PROFILES}\nresponses:\n{lines}")["shop"]
    return next(each for each in shop.responses if each.name == "Item")


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_merged(text: str, expected: str) -> None:
    """A class sends its parent's headers, its profiles' and its own, each name once."""
    assert shown(item(text).headers) == expected


def test_profiles_of_other_modules() -> None:
    """A parent's profiles are those of the parent's module, a child's those of its own."""
    specs = modules(
        common="""
        headers:
          secure: {X-A: common}
        responses:
          Base: {headers: {use: [secure]}}
        """,
        shop="""
        uses: [common]
        headers:
          secure: {X-B: shop}
        responses:
          Item: {extends: common.Base, headers: {use: [secure, common.secure]}}
        """,
    )
    assert shown(specs["shop"].responses[0].headers) == "X-A=common X-B=shop"
    assert shown(specs["shop"].profiles["secure"]) == "X-B=shop"


NAMES = st.sampled_from(["A", "a", "B", "b", "C", "D"])
CHANGES = st.lists(
    st.builds(Removed, NAMES) | st.builds(constant, NAMES, st.sampled_from("xyz"))
)


@given(inherited=CHANGES, changes=CHANGES)
def test_one_declaration_after_the_other(
    inherited: list[HeaderSpec | Removed], changes: list[HeaderSpec | Removed]
) -> None:
    """Merging twice is merging once, the last word on a name holds, and every name stands once."""
    both = merged((), [*inherited, *changes])
    assert merged(merged((), inherited), changes) == both
    last = {change.name.lower(): change for change in [*inherited, *changes]}
    kept = {name: each for name, each in last.items() if not isinstance(each, Removed)}
    assert {each.name.lower(): each for each in both} == kept
    assert len(both) == len(kept)


def test_a_parameter_becomes_a_constant() -> None:
    """The child's declaration replaces its parent's whole: policy, type, name of the parameter."""
    found = item("""
        Parent: {headers: {ETag: {type: etag, required: true, as: tag, policy: locked}}}
        Item: {extends: Parent, headers: {ETag: {type: str}}}
    """)
    (header,) = found.headers
    argument = argument_of(header)
    said = (header.type.word, argument.required, argument.parameter, header.policy)
    assert said == (
        "str",
        False,
        "etag",
        "overridable",
    )
