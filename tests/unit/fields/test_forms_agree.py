"""However a constant is written, it is the same on the wire, and the same is found in it."""

from __future__ import annotations

from json import dumps
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from remarked import mend as mending
from remarked import remarks, wire

from respgen.checks.constants import undone
from respgen.diagnostics import Finding, Malformed, Problems
from respgen.fields import FIELDS
from respgen.fields.csp.policies import NONCE_PLACE
from respgen.fix.mend import mend
from respgen.located import Plain
from respgen.pipeline import compiled
from respgen.project import Project
from tests.support.message_forms import message_texts
from tests.support.own_forms import own_forms
from tests.support.trees import schema_file


def _written(name: str, value: Plain) -> str:
    """The text on the wire; none where the form has what no text says."""
    try:
        return wire(name, value)
    except Malformed:
        return ""


@given(own_forms)
def test_what_was_written_is_read_again(form: tuple[str, Plain]) -> None:
    """A form becomes canonical text, which as text becomes itself."""
    name, value = form
    text = _written(name, value)
    assert wire(name, text) == text


def _codes(name: str, value: Plain) -> set[tuple[str, str]]:
    problems = Problems()
    entry: Plain = {"headers": {name: value}, "media_type": "text/plain"}
    file = schema_file("shop", {"respgen": 1, "responses": {"Page": entry}})
    compiled([file], "core", problems)
    # R255 is about numbers that no text has: how a form writes them
    found = {(problem.code, problem.message) for problem in problems}
    return {each for each in found if each[0] != "R255"}


@given(own_forms)
@example(("Vary", ["*", "*"]))
@example(("Accept-Ranges", ["*", "a b"]))  # a slip, and a warning of another member
def test_all_forms_have_the_same_findings(form: tuple[str, Plain]) -> None:
    """Rules judge what is sent: they find the same in a mapping and in the text that it becomes.

    Of a text that is one slip away from a right one, the slip stands for what it leads to.
    """
    name, value = form
    if text := _written(name, value):
        of_form, of_text = _codes(name, value), _codes(name, text)
        assert of_text <= of_form
        assert of_text == of_form or undone(name, FIELDS[name.lower()], text)


_TEXTS = (
    st.lists(
        st.sampled_from(
            [
                *(
                    "img-src",
                    "script-src",
                    "Default-Src",
                    "'self'",
                    "self",
                    "'none'",
                    "*",
                ),
                *(
                    " ",
                    "  ",
                    ";",
                    ",",
                    "=",
                    "(",
                    ")",
                    '"',
                    "'",
                    "a",
                    "camera",
                    "usb=",
                    "()",
                ),
                *(
                    "same-origin",
                    "Deny",
                    "cache",
                    "get",
                    "1h",
                    "-1",
                    "https://A.example/",
                ),
                *(
                    "report-to",
                    "nonce-YWJj",
                    "{",
                    "}",
                    ":",
                    "[",
                    "max_age",
                    '"a"',
                    "\xe9",
                    "\x80",
                ),
            ]
        ),
        max_size=8,
    ).map("".join)
    | st.text(max_size=9)
    | message_texts
)
_NAMED = st.sampled_from([name for row in FIELDS.values() for name in row.names])


@given(_NAMED, _TEXTS)
def test_canonical_text_stays(name: str, text: str) -> None:
    """What a text becomes is not changed again, and any text becomes one."""
    if NONCE_PLACE not in text.lower():
        assert wire(name, wire(name, text)) == wire(name, text)


@given(_NAMED, _TEXTS)
def test_any_text_is_judged(name: str, text: str) -> None:
    """Remarks are printable, and of the same ones there are fewer where one was mended."""
    found = remarks(name, text)
    for remark in found:
        assert (remark.message + remark.help).isprintable()
        if (whole := mending(remark).whole) is not None:
            left = remarks(name, whole)
            assert len(_like(remark, left)) < len(_like(remark, found))


def _like(remark: Finding, others: list[Finding]) -> list[Finding]:
    said = (remark.message, remark.at)
    return [each for each in others if (each.message, each.at) == said]


@given(_NAMED, _TEXTS)
def test_a_promised_fix_is_made(name: str, text: str) -> None:
    """Where a finding of a text has a fix, fixing makes it, and the finding is gone."""
    entry = {"media_type": "text/html", "headers": {name: text}}
    schema = {"respgen": 1, "responses": {"Page": entry}}
    root = Path("/nowhere")
    project = Project(root, (root / "api.json",), root / "generated")
    assert not mend(project, {"api.json": dumps(schema).encode()}).refused
