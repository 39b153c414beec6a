"""The target of a link in a text, which stands between `<` and `>` (RFC 8288 3), or was meant to.

Goes in: a reading. Comes out: the link that begins there, with what stood within its target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from respgen.core.grammar import compiled
from respgen.diagnostics import quoted
from respgen.fields.link.text import BLANKS, KNOWN, Linked, Parameter, Reading

_FURTHER = rf"(?={BLANKS}[;,]?{BLANKS}{KNOWN})"
_ELEMENT = r"(?i)[ \t]*/?link[ \t].*href"
_ATTRIBUTE = r"([A-Za-z-]+)(?:[ \t]*=[ \t]*(\"[^\"]*\"|'[^']*'|[^ \t\"']\S*))?"
_CLOSE = "write > behind the address"
_BRACKETS = "put the target between < and >"


def read_target(reading: Reading) -> Linked | None:
    """What stands in front of a link's parameters; None where nothing more can be read."""
    if not reading.place and reading.take(rf"(?i)link[ \t]*:{BLANKS}(?=<)"):
        message = "the name of the header is not part of its value"
        reading.slip(message, "remove Link: from the value")
    if match := reading.take(r"(<+)([^<>]*)(>+)"):
        return _bracketed(reading, *match.groups())
    if reading.sees("<"):
        return _unclosed(reading)
    return _unopened(reading)


def _bracketed(reading: Reading, opened: str, inside: str, closed: str) -> Linked:
    if compiled(_ELEMENT).match(inside):
        return _element(reading, inside)
    if len(opened) + len(closed) > 2:
        message = f"the brackets of {quoted(inside)} are doubled"
        reading.slip(message, "write one < and one >")
    href = inside.strip(" \t")
    if href[:1] in ('"', "'") and href[-1:] == href[:1] and len(href) > 1:
        href = href[1:-1]
    if href != inside:
        message = f"only the address stands between < and >, not {quoted(inside)}"
        reading.slip(message, f"write <{href}>")
    return Linked(href)


def _element(reading: Reading, inside: str) -> Linked:
    """Reads an element of HTML, which was pasted whole."""
    attributes = re.sub(r"(?i)^[ \t]*/?link|[ \t]/$", "", inside)
    params = dict(_attributes(attributes))
    href = params.pop("href", None) or ""
    message = "an HTML element is not the text of a header"
    advice = "write the address between < and >, and the rest behind semicolons"
    reading.slip(message, advice, certain=bool(href and params.get("rel")))
    return Linked(href, tuple(Parameter(*each) for each in params.items()))


def _attributes(text: str) -> Iterator[tuple[str, str | None]]:
    for match in re.finditer(_ATTRIBUTE, text):
        yield match[1].lower(), match[2] and match[2].strip("\"'")


def _unclosed(reading: Reading) -> Linked | None:
    """A target that nothing closes ends where the first parameter begins."""
    if match := reading.take(rf"<+{BLANKS}([^<>; \t\"]*[^<>;, \t\"]){_FURTHER}"):
        reading.slip(f"no > closes the target {quoted(match[1])}", _CLOSE)
        return Linked(match[1])
    reading.stop(f"no > closes the target in {reading.rest}", _CLOSE)
    return None


def _unopened(reading: Reading) -> Linked | None:
    if match := reading.take(r"([^<>; \t\"']+)>+"):
        reading.slip(f"no < opens the target {quoted(match[1])}", _BRACKETS)
        return Linked(match[1])
    if match := reading.take(rf"([\"'])<?([^\"'<> \t]+)>?\1{_FURTHER}"):
        message = f"quotes are not the brackets of a target: {match[0]}"
        reading.slip(message, _BRACKETS)
        return Linked(match[2])
    if match := reading.take(rf"([^<>; \t\"']*[^<>;, \t\"']){_FURTHER}"):
        certain = "/" in match[1] or match[1][0] in "?#."
        message = f"the target {quoted(match[1])} does not stand between < and >"
        reading.slip(message, _BRACKETS, certain)
        return Linked(match[1])
    first = "write the target first, between < and >"
    advice = first if reading.sees(KNOWN) else _BRACKETS
    reading.stop(f"{reading.rest} is not a link", advice)
    return None
