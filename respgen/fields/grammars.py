"""Fields that have a grammar and no form but their text: Alt-Svc, Content-Language and others.

Goes in: the text of a constant. Comes out: what of it no recipient can read, and the text that was
certainly meant, where a known slip explains all of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, Mend, quoted
from respgen.fields.directives import QUOTED, split
from respgen.fields.merging import listed
from respgen.fields.row import FieldType, as_it_is, text_field
from respgen.rules import r2

_WORD = rf"(?:{TOKEN}|{QUOTED})"
# RFC 9110 5.6.6, and the semicolon too many that MDN's examples have
_PARAMETERS = rf"(?:[ \t]*;[ \t]*{TOKEN}={_WORD})*[ \t]*;?"
_MEDIA_TYPE = rf"{TOKEN}/{TOKEN}{_PARAMETERS}"
_AUTHORITY = r"""=["']*([^\s"';,=:]*:\d+)["']*(?=\s*(?:[;,]|$))"""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a text is made of: members between commas where `listed`, of which `member` is the pattern.

    `what` names a member, `advice` says how it is written. `meant` takes the usual slips out of a text.
    """

    member: str
    what: str
    source: str
    advice: str
    meant: Callable[[str], str] = as_it_is
    listed: bool = True

    def strangers(self, text: str) -> Iterator[str]:
        """The members that do not fit."""
        parts = split(text, ",") if self.listed else [text]
        yield from (part for part in parts if not compiled(self.member).fullmatch(part))


def remarks(grammar: Grammar, text: str) -> Iterator[Finding]:
    """Reports the first member that does not fit."""
    stranger = next(grammar.strangers(text), None)
    if stranger is None:
        return
    message = f"{quoted(stranger)} is not {grammar.what} ({grammar.source})"
    mended = grammar.meant(text)
    if mended != text and not [*grammar.strangers(mended)]:
        yield Finding(r2.GRAMMAR, message, f"write {mended}", fix=Mend(mended))
    else:
        yield Finding(r2.GRAMMAR, message, grammar.advice)


def _services(text: str) -> str:
    """With quotes around authorities, and semicolons before ma and persist."""
    if text.lower() == "clear":
        return "clear"
    behind = re.sub(r"(?:,|(?<=[\"'\d])(?=\s))(?=\s*(?:ma|persist)=)", ";", text)
    named = re.sub(r"\b(h[23][\w-]*):(?=\d)", r"\1=:", behind)
    return compiled(_AUTHORITY).sub(r'="\1"', named)


def _tags(text: str) -> str:
    """With hyphens and commas, and without the weights that belong to Accept-Language.

    Behind a blank alone a whole tag is another one, and a word may be the region of the first.
    """
    tags = re.sub(r"\s*;\s*q=[\d.]+", "", text).replace("_", "-")
    return re.sub(r"\s*[,;][\s,;]*|\s+(?=[A-Za-z]{2,3}-)", ", ", tags)


def _types(text: str) -> str:
    """With commas before types."""
    return re.sub(r"\s*;\s*(?=[\w.+*-]+/)", ", ", text)


def _seconds(text: str) -> str:
    return re.sub(r"^(\d+)\s*s(?:ec(?:onds?)?)?(?=[;,\s]|$)", r"\1", text)


_ALT_SVC = Grammar(
    rf"clear|{TOKEN}={QUOTED}{_PARAMETERS}",
    "an alternative service",
    "RFC 7838 3",
    "write the protocol, = and the host with its port in double quotes; or clear",
    _services,
)
_LANGUAGE = Grammar(
    r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    "a language tag",
    "RFC 9110 8.5.1",
    "write letters and digits, with hyphens between the parts",
    _tags,
)
_TYPES = Grammar(
    _MEDIA_TYPE,
    "a media type",
    "RFC 9110 8.3.1",
    "write type/subtype, with commas between several",
    _types,
)
_PREFERENCE = Grammar(
    rf"{TOKEN}(?:[ \t]*=[ \t]*{_WORD})?{_PARAMETERS}",
    "a preference",
    "RFC 7240 3",
    "write its name alone, or its name, = and its value",
    lambda text: re.sub(r":\s*", "=", text),
)
_AUTHENTICATION = Grammar(
    rf"{TOKEN}[ \t]*=[ \t]*{_WORD}",
    "a parameter",
    "RFC 9110 11.6.3",
    "write its name, = and its value",
)
_COMPLIANCE = Grammar(
    rf"{TOKEN}|<[^<>\s]+>",
    "a compliance class",
    "RFC 4918 10.1",
    "write a number, a name, or a URL between < and >",
    lambda text: text.replace(";", ","),
)
_LOCK = Grammar(
    r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]+>",
    "a lock token",
    "RFC 4918 10.5",
    "write an absolute URI between < and >",
    lambda text: f"<{text}>",
    listed=False,
)
_DPOP_NONCE = Grammar(
    r"[!#-\[\]-~]+",
    "a nonce",
    "RFC 9449 8.1",
    "write visible ASCII without quotes and backslashes",
    lambda text: text.strip('"'),
    listed=False,
)
_REPLAY_NONCE = Grammar(
    r"[A-Za-z0-9_-]+",
    "a nonce",
    "RFC 8555 6.5.1",
    "write it in base64url, without padding",
    lambda text: text.rstrip("="),
    listed=False,
)
_REFRESH = Grammar(
    r"[\d.]+(?:[;,\s].*)?",
    "a time to wait",
    "HTML, the Refresh header",
    "begin with the seconds",
    _seconds,
    listed=False,
)


def _field(grammar: Grammar, about: str, *names: str) -> FieldType[str]:
    row = text_field(*names, about=about, judge=partial(remarks, grammar))
    return (
        replace(row, merge=listed(partial(split, separator=",")))
        if grammar.listed
        else row
    )


GRAMMARS = (
    _field(_ALT_SVC, "Where else the origin is served (RFC 7838).", "Alt-Svc"),
    _field(
        _LANGUAGE,
        "For whom the content is written, such as de-DE (RFC 9110 8.5).",
        "Content-Language",
    ),
    _field(
        _TYPES,
        "Which media types a client may send (RFC 5789 3.1, Linked Data Platform 7.1).",
        *("Accept-Patch", "Accept-Post"),
    ),
    _field(
        _PREFERENCE,
        "Which preferences of the client were honoured (RFC 7240 3).",
        "Preference-Applied",
    ),
    _field(
        _AUTHENTICATION,
        "What follows from a successful authentication (RFC 9110 11.6.3, 11.7.3).",
        *("Authentication-Info", "Proxy-Authentication-Info"),
    ),
    _field(_COMPLIANCE, "What of WebDAV is supported (RFC 4918 10.1).", "DAV"),
    _field(_LOCK, "The lock that was made (RFC 4918 10.5).", "Lock-Token"),
    _field(_DPOP_NONCE, "The nonce of the next proof (RFC 9449 8.1).", "DPoP-Nonce"),
    _field(
        _REPLAY_NONCE, "The nonce of the next request (RFC 8555 6.5.1).", "Replay-Nonce"
    ),
    _field(
        _REFRESH, "When browsers load this page, or another, anew (HTML).", "Refresh"
    ),
)
