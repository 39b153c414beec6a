"""Mending as a whole: as much as can be, nothing that is worse, and an end."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from respgen.fix import mend as module
from respgen.fix.mend import Mended, mend
from respgen.judgement import Judgement
from respgen.project import Project

DENIED = "  Denied{}: {{status_code: 401}} # no\n"
POISON = "  Tagged: {headers: {E-Tag: v1}}\n"


def mended(**texts: str) -> Mended:
    """Schemas of a project by their stems, after mending."""
    data = {f"{stem}.yaml": dedent(text).encode() for stem, text in texts.items()}
    root = Path("/nowhere")
    schemas = tuple(root / name for name in sorted(data))
    return mend(Project(root, schemas, root / "generated"), data)


def codes(found: Mended) -> list[str]:
    return [outcome.found.code for outcome in found.fixed]


@pytest.fixture
def judgements(monkeypatch: pytest.MonkeyPatch) -> list[Judgement]:
    """Every judgement that is made from now on."""
    made: list[Judgement] = []
    judge = module.judge

    def noting(*arguments: object) -> Judgement:
        made.append(judge(*arguments))  # type: ignore[arg-type]  # passed on as they came
        return made[-1]

    monkeypatch.setattr(module, "judge", noting)
    return made


def test_many_at_once(judgements: list[Judgement]) -> None:
    """However many fixes there are, where all are good one more judgement is enough."""
    text = "respgen: 1\nresponses:\n" + "".join(map(DENIED.format, range(100)))
    found = mended(shop=text)
    assert codes(found) == ["R213"] * 100
    assert len(judgements) == 2


def test_one_that_is_no_good(judgements: list[Judgement]) -> None:
    """A fix that brings an error is given up, and all others are made."""
    many = "".join(map(DENIED.format, range(50)))
    found = mended(shop=f"respgen: 1\nresponses:\n{many}{POISON}")
    assert [outcome.found.code for outcome in found.refused] == ["R202"]
    assert codes(found).count("R213") == 50
    assert codes(found).count("R223") == 0
    assert len(judgements) < 20


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


def test_a_damaged_file_stays() -> None:
    """A file with a key twice is not edited: the tree does not show all of it. Others are."""
    twice = "respgen: 1\ncookies:\n  a: {domain: .shop.example, path: /, path: /}\n"
    found = mended(shop=twice, cart="respgen: 1\ncookies:\n  a: {domain: .x.example}\n")
    assert found.data["shop.yaml"] == twice.encode()
    assert b"{domain: x.example}" in found.data["cart.yaml"]
    assert [outcome.found.code for outcome in found.refused] == ["R306"]


def test_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rounds are bounded, and what was not reached is left."""
    monkeypatch.setattr(module, "_ROUNDS", 0)
    found = mended(shop=f"respgen: 1\nresponses:\n{DENIED.format(1)}")
    assert (found.fixed, found.before) == ((), found.after)


def test_nothing_to_do() -> None:
    """Clean schemas are the same bytes."""
    text = "respgen: 1\nresponses:\n  Item: {}\n"
    assert mended(shop=text).data == {"shop.yaml": text.encode()}
