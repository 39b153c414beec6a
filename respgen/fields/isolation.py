"""Cross-Origin-Opener-Policy, Cross-Origin-Embedder-Policy (HTML 7.1.3, 7.1.4): a Token, and who gets reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from respgen.core.grammar import compiled
from respgen.core.structured import BareItem, Item, Token, sf_item
from respgen.core.structured_text import parse_sf_item
from respgen.diagnostics import Finding, Mend, quoted
from respgen.fields.features import spelt
from respgen.fields.forms import words
from respgen.fields.pasted import unwrapped
from respgen.fields.row import FieldType, text_field
from respgen.fields.slips import Spelling
from respgen.fields.words import Words, advised, meant_word, word_remark
from respgen.rules import r6

_REPORT = "report-to"
_LONGEST = 200
# a word, then maybe the endpoint
_LENIENT = (
    r"(?i)([^;,=]+?)(?:[;, ]+report[-_]to\s*[=: ]\s*[\"']?([^\"';,=\s]+)[\"']?)?[;, ]*"
)


def _respelt(row: Words, text: str) -> str:
    """The token in small letters, then its parameters; another text as it is."""
    token, params = _parsed(text)
    if token.lower() not in row.known:
        return text
    return _serialised(token.lower(), params)


def _serialised(token: str, params: Mapping[str, BareItem]) -> str:
    return sf_item("", Item(Token(token), params)).decode("ascii")


def _parsed(text: str) -> tuple[str, Mapping[str, BareItem]]:
    """The word and its parameters; a text that is no such item is a word by itself."""
    try:
        item = parse_sf_item(text)
    except ValueError:
        return text, {}
    bare, params = (item.value, item.params) if isinstance(item, Item) else (item, {})
    return (bare.value, params) if isinstance(bare, Token) else (text, {})


def reported_remarks(row: Words, text: str) -> Iterator[Finding]:
    """Reports on a field that only reports: somebody has to receive it."""
    yield from remarks(row, text)
    token, params = _parsed(text)
    if token.lower() in row.known and not {*map(spelt, params)} & {_REPORT}:
        message = "the header changes nothing, and nobody receives its reports"
        advice = 'add ; report-to="name" with an endpoint of Reporting-Endpoints'
        yield Finding(r6.UNREPORTED, message, advice)


def remarks(row: Words, text: str) -> Iterator[Finding]:
    """Reports on the word, then on where its reports go."""
    token, params = _parsed(text)
    meant = _meant(row, text)
    fix = Mend(meant if meant != text else None)
    if others := _others(row, text):
        message = f"{quoted(text)} has several values, and browsers take one"
        yield Finding(r6.WORD, message, f"write one of them: {others}", (text,))
        return
    if remark := word_remark(row, token):
        advice = f"write {meant}" if meant else _advice(row, token)
        yield replace(remark, help=advice, at=(text,), fix=fix)
        return
    for name in params:
        if name != _REPORT and spelt(name) == _REPORT:
            message = f"browsers know no parameter {name}"
            yield Finding(r6.WORD, message, f"write {meant}", fix=fix)
    if not isinstance(params.get(_REPORT, ""), str):
        message = "report-to must name an endpoint in double quotes"
        advice = (
            f"write {meant}"
            if meant
            else "write the name of an endpoint in double quotes"
        )
        yield Finding(r6.WORD, message, advice, fix=fix)


def _advice(row: Words, text: str) -> str:
    """A word that is known may stand before an endpoint that no String can be."""
    word = text.partition(";")[0].strip()
    if word == text or word not in row.known:
        return advised(row, text)
    return f'write {word}; report-to="name", with a name of ASCII'


def _others(row: Words, text: str) -> str:
    """The values of a text that has several, whatever stands between them."""
    if len(text) > _LONGEST:
        return ""
    found = re.findall(r"[^\s;,\"']+", text.lower())
    several = [*dict.fromkeys(each for each in found if spelt(each) in row.known)]
    return " or ".join(several) if several[1:] else ""


def _meant(row: Words, text: str) -> str | None:
    """The word and the endpoint, whatever marks stand between and around them."""
    if len(text) > _LONGEST:
        return None
    found = compiled(_LENIENT).fullmatch(unwrapped(row.name, text))
    word = meant_word(row, found[1]) if found else None
    if word is None or found is None:
        return None
    try:
        return _serialised(word, {_REPORT: found[2]} if found[2] else {})
    except ValueError:  # a String is of ASCII (RFC 9651 3.3.3)
        return None


def endpoint(text: str) -> str | None:
    """Finds the endpoint that receives reports of violations."""
    group = _parsed(text)[1].get("report-to")
    return group if isinstance(group, str) else None


_OPENER = (
    "unsafe-none",
    "same-origin",
    "same-origin-allow-popups",
    "noopener-allow-popups",
)
_EMBEDDER = ("unsafe-none", "require-corp", "credentialless")


def _pair(
    name: str, known: tuple[str, ...], about: str
) -> tuple[FieldType[str], FieldType[str]]:
    """The field, and the one that only reports."""
    row = Words(known, folds=False, name=name)
    enforced = text_field(
        name,
        about=f"{about} (HTML).",
        judge=partial(remarks, row),
        respell=partial(_respelt, row),
        form=words(known),
        spelling=Spelling(";", known),
    )
    reported = f"{name}-Report-Only"
    about = f"{about}: only reports."
    judge = partial(reported_remarks, row)
    return enforced, replace(enforced, names=(reported,), about=about, judge=judge)


ISOLATION_FIELDS = (
    *_pair(
        "Cross-Origin-Opener-Policy",
        _OPENER,
        "Which pages that open this one, or that it opens, keep a reference to it",
    ),
    *_pair(
        "Cross-Origin-Embedder-Policy",
        _EMBEDDER,
        "Which responses of other origins the page may embed",
    ),
)
