"""Which class a generated class derives from: generated-code, "A class"."""

from __future__ import annotations

import pytest

from respgen.specs import ImportPath, Ref
from tests.support.schemas import modules, responses

FAMILIES = {
    "both JSON": (
        "{media_type: application/json}",
        "{media_type: application/a+json}",
        True,
    ),
    "both binary": ("{media_type: image/png}", "{media_type: image/gif}", True),
    "HTML below text": ("{media_type: text/plain}", "{media_type: text/html}", False),
    "JSON below text": (
        "{media_type: text/plain}",
        "{media_type: application/json}",
        False,
    ),
    "empty below JSON": ("{media_type: application/json}", "{status_code: 204}", False),
    "empty below text": ("{media_type: text/plain}", "{status_code: 204}", False),
    "text below no media type": ("{}", "{media_type: text/csv}", True),
    "plain text below no media type": ("{}", "{media_type: text/plain}", False),
    "another content": ("{content: bytes}", "{content: str}", True),
    "a parameter more": ("{}", "{headers: {X-A: {type: int}}}", True),
    "a parameter becomes a constant": (
        "{headers: {X-A: {type: int}}}",
        "{headers: {X-A: a}}",
        True,
    ),
    "a parameter of the same Python type": (
        "{headers: {X-A: {type: str}}}",
        "{headers: {X-A: {type: token, policy: locked}}}",
        True,
    ),
    "a parameter of another type": (
        "{headers: {X-A: {type: str}}}",
        "{headers: {X-A: {type: int}}}",
        False,
    ),
    "a parameter that must be given": (
        "{headers: {X-A: {type: str}}}",
        "{headers: {X-A: {type: str, required: true}}}",
        False,
    ),
    "an enum of other values": (
        "{headers: {X-A: {type: enum, values: [a]}}}",
        "{headers: {X-A: {type: enum, values: [b]}}}",
        False,
    ),
    "another header, the same parameter": (
        "{headers: {X-A: {type: str, as: a}}}",
        "{headers: {X-A: null, X-B: {type: int, as: a}}}",
        False,
    ),
}


@pytest.mark.parametrize(
    ("parent", "child", "derives"), FAMILIES.values(), ids=FAMILIES
)
def test_derives(parent: str, child: str, derives: bool) -> None:
    """A child derives from its parent's class where mypy and pyright let it."""
    keys = child.removeprefix("{").removesuffix("}")
    text = f"Parent: {parent}\nItem: {{extends: Parent, {keys}}}"
    assert responses(text)["Item"].parent == (
        Ref("shop", "Parent") if derives else None
    )


GRANDCHILDREN = {
    "the attribute has another type": "{extends: Child, headers: {X-A: {type: int}}}",
    "a method has the attribute's name": "{extends: Child, cookies: [session]}",
}


@pytest.mark.parametrize("item", GRANDCHILDREN.values(), ids=GRANDCHILDREN)
def test_removed_attributes(item: str) -> None:
    """What a child removes is still an attribute of the Python class above it."""
    found = modules(shop=f"""
        cookies:
          session: {{}}
        responses:
          Top: {{headers: {{X-A: {{type: str}}, X-B: {{type: str, as: set_session_cookie}}}}}}
          Child: {{extends: Top, headers: {{X-A: null, X-B: null}}}}
          Item: {item}
        """)["shop"]
    parents = {response.name: response.parent for response in found.responses}
    assert parents == {"Top": None, "Child": Ref("shop", "Top"), "Item": None}


def test_core_has_one_base() -> None:
    """With target core everything derives from Response."""
    found = responses("Item: {media_type: application/json}", target="core")
    assert found["Item"].base == "Response"


def test_targets_do_not_mix() -> None:
    """A parent of another target is merged, but not derived from; an author's own class is both."""
    shop = modules(
        common="""
        target: starlette
        responses:
          Base: {headers: {X-A: a}}
          Own: {extends: "pkg.mod:Base"}
        """,
        shop="""
        uses: [common]
        responses:
          Item: {extends: common.Base}
          Mine: {extends: common.Own}
        """,
    )["shop"]
    item, mine = shop.responses
    assert (shop.target, item.parent, item.base) == ("fastapi", None, "Response")
    assert [header.name for header in item.headers] == ["X-A"]
    assert (mine.parent, mine.base) == (None, ImportPath("pkg.mod", "Base"))


def test_parents_come_first() -> None:
    """Classes stand in the order of the schema, but never before their parents."""
    found = responses("""
        Last: {extends: Middle}
        Other: {}
        Middle: {extends: First}
        First: {}
    """)
    assert list(found) == ["First", "Middle", "Last", "Other"]


def test_modules_are_sorted() -> None:
    """Modules come by name; what one uses stands in its own order, each once."""
    found = modules(b="uses: [c, a, c]", a="", c="")
    assert list(found) == ["a", "b", "c"]
    assert found["b"].uses == ("c", "a")
