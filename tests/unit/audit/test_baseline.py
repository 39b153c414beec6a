"""Old findings on record: they do not fail a run, and new ones do, wherever lines move."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.audit.baseline import Baseline, Unusable, encoded, parsed, rewritten
from respgen.audit.statements import Identity
from respgen.diagnostics import Span
from respgen.rules import r9
from tests.support.audits import BASELINE, FOUND, Audits, found_at

FIRST, SECOND, WARNING, *SITES = FOUND
ROWS = """\
[
{"path": "shop/auth.py", "code": "R930", "statement": "response.delete_cookie(\\"sid\\")", "digest": "c82d7707f76b", "count": 2},
{"path": "shop/files.py", "code": "R940", "statement": "FEED = Response(headers={'A': 'b'})", "digest": "105591a1c6c4", "count": 1},
{"respgen": 1}
]
"""


@pytest.fixture
def recorded(audits: Audits) -> Audits:
    """All that is found is on record."""
    assert audits.run("--write-baseline").status == 0
    return audits


def text(audits: Audits) -> str:
    return (audits.shop.root / BASELINE).read_text()


def test_the_file(recorded: Audits) -> None:
    """One line for each finding, sorted, with a count and no line numbers; notes need none."""
    assert text(recorded) == ROWS


def test_what_is_on_record_is_left_out(recorded: Audits) -> None:
    """Text has the new ones alone, documents mark the old ones, and the run passes."""
    ran = recorded.run("--strict")
    assert ran.status == 0
    assert ran.out.startswith("no errors or warnings\n")
    rows = json.loads(recorded.run("--format", "json").out)["diagnostics"]
    assert {r["code"]: r["baseline"] for r in rows} == {
        "R930": True,
        "R940": True,
        "R914": False,
        "R911": False,
    }
    assert recorded.run("--no-baseline").status == 1


def test_lines_may_move(recorded: Audits) -> None:
    """What is found is known by its file, its rule and the text of its statement."""
    call = "    response.delete_cookie(\n        'sid',\n    )\n"
    audits = recorded
    audits.shop.write("shop/auth.py", f"\n\n{call}")
    span = Span("shop/auth.py", 3, 5, 5, 6)
    over_lines = replace(FIRST, span=span, statement=span)
    audits.finds(over_lines)
    audits.run("--write-baseline", "--grow")
    assert """response.delete_cookie( 'sid', )", "digest""" in text(audits)
    audits.shop.write("shop/auth.py", f"# moved\n\n\n{call}".replace("    ", "\t"))
    lower = Span("shop/auth.py", 4, 2, 6, 3)
    audits.finds(replace(FIRST, span=lower, statement=lower))
    assert audits.run("--strict").status == 0


def test_findings_beyond_the_count_are_new(recorded: Audits) -> None:
    """Of three that are the same, two are on record: the third fails."""
    third = found_at(r9.DELETED_ELSEWHERE, "shop/auth.py", 10, message="once more")
    recorded.finds(*FOUND, third)
    ran = recorded.run()
    assert ran.status == 1
    assert "1 error\n" in ran.out
    assert "shop/auth.py:10:5" in ran.out


def test_what_is_gone_is_named(recorded: Audits) -> None:
    """R902 at the line of the entry, until --write-baseline drops it."""
    recorded.finds(FIRST, SECOND)
    ran = recorded.run()
    assert ran.status == 0
    assert (
        f"{BASELINE}:3:1: warning[R902]: R940 is not found in shop/files.py" in ran.out
    )
    assert recorded.run("--strict").status == 1
    assert "R902" not in recorded.run("--ignore", "R902").out
    recorded.run("--write-baseline")
    assert "R940" not in text(recorded)
    assert recorded.run("--strict").status == 0


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--only", "shop/auth.py"], id="files that are reported alone"),
        pytest.param(["shop/auth.py"], id="other paths"),
        pytest.param(["--ignore", "R94"], id="rules that are left out"),
        pytest.param(["--select", "R93"], id="rules that are not chosen"),
    ],
)
def test_nothing_is_said_of_what_was_not_looked_for(
    recorded: Audits, words: list[str]
) -> None:
    recorded.finds(FIRST, SECOND)
    assert "R902" not in recorded.run(*words).out


@pytest.mark.parametrize("words", [["shop/auth.py"], ["--ignore", "R94"]])
def test_nothing_is_dropped_that_was_not_looked_for(
    recorded: Audits, words: list[str]
) -> None:
    recorded.finds(FIRST, SECOND)
    assert recorded.run("--write-baseline", *words).status == 0
    assert text(recorded) == ROWS


def test_it_shrinks_and_grows_on_request_alone(recorded: Audits) -> None:
    """Writing it again drops what is gone and adds nothing; --grow adds."""
    new = found_at(r9.HEADER_TYPE, "shop/files.py", 2)
    recorded.finds(FIRST, new)
    ran = recorded.run("--write-baseline")
    assert ran.status == 1
    assert ran.err == f"{BASELINE} holds 1 finding\n"
    assert "error[R944]" in ran.out
    rows = text(recorded)
    assert ("R940" in rows, "R944" in rows, '"count": 1' in rows) == (
        False,
        False,
        True,
    )
    assert recorded.run("--write-baseline", "--grow").status == 0
    assert "R944" in text(recorded)


def test_what_is_silenced_or_unread_is_not_recorded(audits: Audits) -> None:
    audits.shop.edit(
        "shop/files.py", "'b'})", "'b'})  # respgen: ignore[R940] it is a feed"
    )
    audits.shop.write("shop/broken.py", "def f(:\n")
    audits.run("--write-baseline")
    assert "R940" not in text(audits)
    assert "R900" not in text(audits)


def test_a_link_is_followed(audits: Audits) -> None:
    """The file that it points to is written, and the link stays."""
    audits.shop.write("ci/old.json", encoded({}))
    (audits.shop.root / BASELINE).symlink_to("ci/old.json")
    audits.run("--write-baseline", "--grow")
    assert (audits.shop.root / BASELINE).is_symlink()
    assert (audits.shop.root / "ci/old.json").read_text() == ROWS


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param("", ":1: the baseline cannot be read: it is no JSON", id="empty"),
        pytest.param("[\n<<<<<<< ours\n]", ":2: the baseline cannot be read: it has marks of a conflict", id="a conflict"),
        pytest.param(b"\xff", "it is no JSON", id="no text"),
        pytest.param("[" * 100_000, "it is no JSON", id="deep"),
        pytest.param("{}", 'its last entry must be {"respgen": 1}', id="no list"),
        pytest.param("[]", 'its last entry must be {"respgen": 1}', id="no end"),
        pytest.param('[{"respgen": 2}]', "its last entry", id="a later version"),
        pytest.param(ROWS.replace('"count": 2', '"count": 0'), ":2: the baseline cannot be read: count must be 1 or more", id="none"),
        pytest.param(ROWS.replace('"count": 1', '"count": true'), ":3: the baseline cannot be read: count must be a whole number", id="no number"),
        pytest.param(ROWS.replace('"R930"', "3"), "code must be a string", id="no code"),
        pytest.param(ROWS.replace('"digest"', '"hash"'), "an entry must have the keys path, code,", id="another key"),
    ],
)  # fmt: skip
def test_an_unusable_file(audits: Audits, data: str | bytes, message: str) -> None:
    """Status 2 with the line, and the file stays as it is, even if it was to be written."""
    audits.shop.write(BASELINE, data)
    for words in ([], ["--write-baseline"]):
        ran = audits.run(*words)
        assert ran.status == 2
        assert message in ran.err
        assert "Traceback" not in ran.err
    kept = data.encode() if isinstance(data, str) else data
    assert (audits.shop.root / BASELINE).read_bytes() == kept
    assert audits.run("--no-baseline").status == 1


def test_a_file_that_somebody_laid_out_anew(recorded: Audits) -> None:
    """It says the same, though nobody knows the lines any more."""
    rows = json.loads(text(recorded))
    recorded.shop.write(BASELINE, json.dumps(rows, indent=4))
    assert recorded.run("--strict").status == 0
    recorded.finds(FIRST, SECOND)
    assert f"{BASELINE}:10:" in recorded.run().out


def test_branches_that_add_merge(recorded: Audits) -> None:
    """Every line of a finding ends alike, so that each branch adds whole lines."""
    _, *lines, end, close, empty = text(recorded).split("\n")
    assert all(line.endswith("},") for line in lines)
    assert (end, close, empty) == ('{"respgen": 1}', "]", "")
    twice = text(recorded).replace(lines[0], f"{lines[0]}\n{lines[0]}")
    assert parsed("", twice.encode()).counts == parsed("", ROWS.encode()).counts


IDENTITIES = st.builds(
    Identity,
    path=st.text(max_size=5),
    code=st.sampled_from(["R930", "R940"]),
    statement=st.text(st.characters(), max_size=5),
    digest=st.sampled_from(["a", "b"]),
)
FOUNDS = st.lists(IDENTITIES, max_size=8)


@given(first=FOUNDS, second=FOUNDS, grow=st.booleans())
def test_writing_is_stable(
    first: list[Identity], second: list[Identity], grow: bool
) -> None:
    """It reads what it wrote; writing it again for the same findings changes nothing."""
    old = parsed("", encoded(rewritten(None, first, (), grow)))
    assert old.counts == Counter(first)
    written = encoded(rewritten(old, second, (), grow))
    now = parsed("", written)
    assert encoded(rewritten(now, second, (), grow)) == written
    assert encoded(rewritten(now, reversed(second), (), grow)) == written
    wanted = Counter(second) if grow else Counter(first) & Counter(second)
    assert now.counts == wanted


@given(rows=st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["path", "code", "count", "respgen"]), inner, max_size=3),
))  # fmt: skip
def test_no_other_json_is_a_baseline(rows: object) -> None:
    try:
        made = parsed("", json.dumps(rows).encode())
    except Unusable:
        return
    assert made == Baseline("")
