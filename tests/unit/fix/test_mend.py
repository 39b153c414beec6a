"""Mending as a whole: as much as can be, nothing that is worse, and an end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from respgen.diagnostics import Severity
from respgen.fix import mend as module
from respgen.fix import state as states
from respgen.fix.mend import Mended, mend
from respgen.located import Plain
from respgen.pipeline import Judged
from respgen.project import Project
from tests.unit.fix.writing import WRITERS

DENIED = "  Denied{}: {{status_code: 401}} # no\n"
POISON = """  Tagged: {headers: {E-Tag: 'a "b" c'}}\n"""


def mended(**texts: str) -> Mended:
    """Schemas of a project by their stems, after mending."""
    return mended_bytes(
        {f"{stem}.yaml": dedent(text).encode() for stem, text in texts.items()}
    )


def mended_bytes(data: Mapping[str, bytes]) -> Mended:
    """Schemas of a project by their names, after mending."""
    root = Path("/nowhere")
    paths = tuple(root / name for name in sorted(data))
    return mend(Project(root, paths, root / "generated"), data)


def codes(found: Mended) -> list[str]:
    return [outcome.found.code for outcome in found.fixed]


@pytest.fixture
def judgements(monkeypatch: pytest.MonkeyPatch) -> list[Judged]:
    """Every judgement that is made from now on."""
    made: list[Judged] = []
    judge = states.judge

    def noting(*arguments: object) -> Judged:
        made.append(judge(*arguments))  # type: ignore[arg-type]  # passed on as they came
        return made[-1]

    monkeypatch.setattr(states, "judge", noting)
    return made


def test_many_at_once(judgements: list[Judged]) -> None:
    """However many fixes there are, where all are good one more judgement is enough."""
    text = "respgen: 1\nresponses:\n" + "".join(map(DENIED.format, range(100)))
    found = mended(shop=text)
    assert codes(found) == ["R213"] * 100
    assert len(judgements) == 2


def test_one_that_is_no_good(judgements: list[Judged]) -> None:
    """A fix that brings an error is given up, and all others are made."""
    many = "".join(map(DENIED.format, range(50)))
    found = mended(shop=f"respgen: 1\nresponses:\n{many}{POISON}")
    assert [outcome.found.code for outcome in found.refused] == ["R202"]
    assert codes(found).count("R213") == 50
    assert len(judgements) < 20


def test_what_a_fix_uncovers() -> None:
    """An error that was hidden behind another one is fixed along with it, if it can be."""
    found = mended(shop="""\
        respgen: 1
        responses:
          Denied: {status_code: 401} # adds lines or not
          Tagged:
            statusCode: "401" # twice wrong
            headers: {E-Tag: v1}
        """)
    places = [(each.found.code, each.found.span.line) for each in found.fixed]
    assert places == [
        ("R213", 3),
        ("R003", 5),
        ("R006", 5),
        ("R213", 5),
        ("R202", 6),
        ("R223", 6),
    ]
    assert found.data["shop.yaml"].decode().splitlines()[-2:] == [
        "    status_code: 401 # twice wrong",
        "    headers: {ETag: '\"v1\"', WWW-Authenticate: {type: challenge, required: true}}",
    ]


def test_two_at_one_place() -> None:
    """Fixes that get in each other's way are made one after the other, told at the old places."""
    found = mended(shop="""\
        respgen: 1
        cookies:
          a: {key: __Host-a, path: a}
        """)
    assert found.data["shop.yaml"].endswith(b"  a: {key: __Host-a, path: /}\n")
    places = [(each.found.code, each.found.span.line) for each in found.fixed]
    assert places == [("R304", 3), ("R315", 3)]


def test_one_fix_for_two() -> None:
    """Two findings that want the same are both fixed by it."""
    found = mended(shop="""\
        respgen: 1
        cookies:
          a: {samesite: none, partitioned: true, secure: false}
        """)
    assert codes(found) == ["R312", "R313"]
    assert b"secure: true" in found.data["shop.yaml"]


def test_places_are_those_of_before() -> None:
    """What is fixed in a later round is told where it was found, before lines were added."""
    found = mended(shop="""\
        respgen: 1
        responses:
          Denied:
            status_code: 401
            media_type: text/html
          Broken: {status_code: 401}
        """)
    places = [(each.found.code, each.found.span.line) for each in found.fixed]
    assert places == [("R213", 4), ("R220", 5), ("R213", 6)]


def test_a_profile_is_mended_where_it_is() -> None:
    """A fix goes to the file that a header was written in, once for all who use it."""
    found = mended(
        common="respgen: 1\nheaders:\n  old: {ETag: v1} # tag\n",
        shop="""\
            respgen: 1
            uses: [common]
            responses:
              A: {headers: {use: [common.old]}}
              B: {headers: {use: [common.old]}}
            """,
    )
    assert found.data["common.yaml"].endswith(b"  old: {ETag: '\"v1\"'} # tag\n")
    assert codes(found) == ["R223"]


def test_a_damaged_file_keeps_its_mistakes() -> None:
    """Where a key is there twice, the rest is mended, and both stay: only the author knows which counts."""
    twice = "respgen: 1\ncookies:\n  a: {domain: .shop.example, path: /, path: /}\n"
    found = mended(shop=twice)
    assert found.data["shop.yaml"] == twice.replace(".shop", "shop").encode()
    assert [outcome.found.code for outcome in found.refused] == []
    assert [each.code for each in found.after.problems] == ["R004"]


def test_what_cannot_be_read() -> None:
    """Where no tree comes of a file, the fix of one mistake waits for the others."""
    text = "respgen: 1\nresponses:\n  A: {headers: `X-A: a: b}}\n"
    found = mended(shop=text)
    assert found.data == {"shop.yaml": text.encode()}
    assert [each.found.code for each in found.refused] == ["R016"]


def test_what_others_make_room_for() -> None:
    """A value that an alias repeats is mended once the alias was."""
    found = mended(shop="""\
        respgen: 1
        cookies:
          one: {samesite: none, secure: &no false}
          two: {partitioned: true, secure: *no}
        """)
    assert codes(found) == ["R312", "R313"]
    assert [*found.refused] == []


def test_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounds are bounded, and what was not reached is left."""
    monkeypatch.setattr(module, "_ROUNDS", 0)
    found = mended(shop=f"respgen: 1\nresponses:\n{DENIED.format(1)}")
    assert (found.fixed, found.before) == ((), found.after)


def test_nothing_to_do() -> None:
    """Clean schemas are the same bytes."""
    text = "respgen: 1\nresponses:\n  Item: {}\n"
    assert mended(shop=text).data == {"shop.yaml": text.encode()}


# Schemas full of mistakes, most of which have a fix

_HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "ETag",
            "E-Tag",
            "Accept-Range",
            "Last-Modified",
            "Connection",
            "Retry-After",
            "Vary",
            "X-A",
            "use",
            "WWW-Authenticate",
            "www-authenticate",
            "Location",
            "Referrer-Policy",
        ]
    ),
    st.sampled_from(
        ["v1", '"v1"', "2024-02-29", "2 m", " edge ", "close", "a, *", 7, False, {}]
    )
    | st.sampled_from(
        [{"type": "str"}, {"Type": "STR", "Required": "true"}, {"value": "v1"}]
    ),
    max_size=3,
)
_PRESETS = st.fixed_dictionaries(
    {},
    optional={
        "key": st.sampled_from(["__Host-a", "__Secure-a", "__http-a", "sid", ""]),
        "path": st.sampled_from(["/", "shop", "/shop"]),
        "domain": st.sampled_from([".shop.example", "https://x.example/", "x.example"]),
        "secure": st.sampled_from([False, "false", True]),
        "samesite": st.sampled_from(["none", "Lax", "unset", "x"]),
        "max_age": st.sampled_from(["2y", "1d", 99_999_999, "x"]),
        "Max-Age": st.just("2y"),
        "partitioned": st.just(True),
    },
)
_RESPONSES = st.fixed_dictionaries(
    {},
    optional={
        "status_code": st.sampled_from([401, 405, "401", 201, 206, {"value": 407}, 9]),
        "statusCode": st.sampled_from([401, "405"]),
        "media_type": st.sampled_from(
            ["text/html", "application/json; charset=utf-8", "application/json"]
        ),
        "charset": st.sampled_from(["utf-8", "latin-1"]),
        "extends": st.sampled_from(["A", "B"]),
        "headers": _HEADERS,
        "cookies": st.lists(st.sampled_from(["a", "b"]), max_size=2),
    },
)
_SCHEMAS = st.fixed_dictionaries(
    {"respgen": st.just(1)},
    optional={
        "headers": st.fixed_dictionaries({"common": _HEADERS}),
        "cookies": st.dictionaries(st.sampled_from(["a", "b"]), _PRESETS),
        "responses": st.dictionaries(st.sampled_from("ABC"), _RESPONSES),
    },
)


@pytest.mark.parametrize("name", WRITERS)
@given(tree=_SCHEMAS, seed=st.integers(0, 10**9))
def test_whatever_is_written(name: str, tree: Plain, seed: int) -> None:
    """No error is new, every comment stays, and once is enough."""
    text = WRITERS[name](tree, Random(seed))
    found = mended_bytes({name: text.encode()})
    event(f"{len(found.fixed)} fixed, {len(found.refused)} refused")
    assert not errors(found.after) - errors(found.before)
    new = found.data[name].decode()
    assert re.findall(r"#\d+", new) == re.findall(r"#\d+", text)
    assert mended_bytes(found.data).data == found.data


def errors(seen: Judged) -> Counter[str]:
    return Counter(
        each.code for each in seen.problems if each.severity is Severity.ERROR
    )
