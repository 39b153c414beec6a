"""Checks headers that take one word of a few: X-Frame-Options, Cross-Origin-Resource-Policy and others.

Each is a row: its words as they are sent, and whether browsers read them without case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from respgen.core.grammar import compiled
from respgen.decoder import respelt as spelling
from respgen.diagnostics import Finding, Mend, Rule, nearest, quoted
from respgen.fields.forms import words
from respgen.fields.loose import NO, YES
from respgen.fields.pasted import QUOTES, unwrapped
from respgen.fields.row import FieldType, text_field
from respgen.fields.slips import Spelling
from respgen.rules import r6

_NEAR = 0.85
"""How near a known word must be to be named: many have a half in common."""
# RFC 7034 2.1 had a third form
_ALLOW_FROM = r"(?i:[\"']?allow[-_ ]?from\b)"


@dataclass(frozen=True, slots=True)
class Words:
    """Lists what a header takes. `meant`: other texts whose meaning is certain.

    `wide`: texts for what is so without the header; it has to go.
    """

    known: tuple[str, ...]
    folds: bool = True
    meant: Mapping[str, str] = field(default_factory=dict)
    wide: frozenset[str] = frozenset()
    rule: Rule = r6.WORD
    advice: str = ""
    name: str = ""


def respelt(row: Words, text: str) -> str:
    """The word as its specification spells it."""
    return _by_letters(row).get(text.lower(), text)


def _by_letters(row: Words) -> dict[str, str]:
    return {word.lower(): word for word in row.known}


def meant_word(row: Words, text: str) -> str | None:
    """Finds the word that the text certainly means: with marks around it, or one slip in it."""
    bare = unwrapped(row.name, text).strip(f" ;,{QUOTES}").lower()
    pieces = {piece.strip(" ") for piece in bare.split(",")}
    word = pieces.pop() if len(pieces) == 1 else bare
    known = _by_letters(row).get(word) or row.meant.get(word)
    return known or spelling.meant_word(word, row.known)


def word_remark(row: Words, text: str) -> Finding | None:
    """Reports a text that is not one of the words."""
    known = _by_letters(row).get(text.lower())
    if known == text or (known and row.folds):
        return None
    meant = meant_word(row, text)
    message = f"{quoted(text)} is not a value that browsers know"
    advice = f"write {meant}" if meant else advised(row, text)
    return Finding(row.rule, message, advice, (text,), fix=Mend(meant, part=meant))


def advised(row: Words, text: str) -> str:
    """What there is to write, without a guess at what was meant."""
    if text.strip(QUOTES).lower() in row.wide:
        return "remove the header: it is so without it"
    near = nearest(text, row.known, _NEAR) or row.advice
    return near or f"browsers know {_listed(row.known)}"


def _listed(known: tuple[str, ...]) -> str:
    *others, last = known
    return f"{', '.join(others)} and {last}" if others else f"only {last}"


def remarks(row: Words, text: str) -> Iterator[Finding]:
    remark = word_remark(row, text)
    yield from [remark] if remark else ()


def _frames(row: Words, text: str) -> Iterator[Finding]:
    """Reports ALLOW-FROM with what took its place."""
    if former := compiled(_ALLOW_FROM).match(text):
        origin = text[former.end() :].strip(f" \t:=;{QUOTES}")
        message = (
            "no current browser knows ALLOW-FROM, so every site may frame the page"
        )
        advice = f"write Content-Security-Policy: frame-ancestors {origin}"
        if not (origin and advice.isprintable()):
            advice = "write frame-ancestors in Content-Security-Policy"
        yield Finding(r6.ALLOW_FROM, message, advice)
    else:
        yield from remarks(row, text)


def _filter(row: Words, text: str) -> Iterator[Finding]:
    """Allows only the value that switches the filter off, since all others do harm."""
    if text != "0":
        message = "browsers have dropped the filter, which had holes of its own: only 0 is safe"
        yield Finding(r6.OUTDATED, message, "write 0", fix=Mend("0", part="0"))


def _field(
    name: str,
    about: str,
    row: Words,
    judge: Callable[[Words, str], Iterator[Finding]] = remarks,
) -> FieldType[str]:
    named = replace(row, name=name)
    return text_field(
        name,
        about=about,
        judge=partial(judge, named),
        respell=partial(respelt, named),
        form=words(row.known),
        spelling=Spelling(words=row.known),
    )


_FRAMES = Words(
    ("DENY", "SAMEORIGIN"),
    meant={"none": "DENY", "self": "SAMEORIGIN", "same": "SAMEORIGIN"},
    wide=frozenset({"allow", "allowall", "allow-all", "all", "*"}),
)
_ON = {"true": "on", "1": "on", "yes": "on", "false": "off", "0": "off", "no": "off"}

WORD_FIELDS = (
    _field(
        "X-Frame-Options",
        "Who may frame the page, for browsers without frame-ancestors.",
        _FRAMES,
        _frames,
    ),
    _field(
        "X-Content-Type-Options",
        "Browsers use the declared media type.",
        Words(("nosniff",)),
    ),
    _field(
        "Cross-Origin-Resource-Policy",
        "Which sites may embed the response (Fetch).",
        Words(
            ("same-origin", "same-site", "cross-origin"),
            folds=False,
            meant={"*": "cross-origin"},
        ),
    ),
    _field(
        "Origin-Agent-Cluster",
        "Whether the origin has a process of its own (HTML).",
        Words(
            ("?1", "?0"),
            folds=False,
            meant={**dict.fromkeys(YES, "?1"), **dict.fromkeys(NO, "?0")},
        ),
    ),
    _field(
        "X-Permitted-Cross-Domain-Policies",
        "Which policy files Adobe's clients may follow.",
        Words(
            (
                "none",
                "master-only",
                "by-content-type",
                "by-ftp-filename",
                "all",
                "none-this-response",
            )
        ),
    ),
    _field(
        "X-DNS-Prefetch-Control",
        "Whether browsers look up the names of links.",
        Words(("on", "off"), meant=_ON),
    ),
    _field(
        "X-XSS-Protection",
        "A filter that browsers had; 0 switches it off.",
        Words(("0",)),
        _filter,
    ),
    _field(
        "Access-Control-Allow-Credentials",
        "Other origins may read responses to requests with cookies (Fetch).",
        Words(
            ("true",),
            folds=False,
            meant={"yes": "true", "1": "true", "on": "true"},
            wide=frozenset({"false", "0", "no", "off", "none"}),
            rule=r6.SHARING,
            advice="write true, or remove the header",
        ),
    ),
)
