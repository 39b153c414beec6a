"""Link (RFC 8288): a list of `{href, rel, ...}`, its text, and links that say too little.

In a schema a parameter's text may stand without quotes; on the wire it always has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.core.dispositions import quoted_text
from respgen.core.grammar import TOKEN, compiled
from respgen.core.links import RELATIONS, link_value
from respgen.core.values import URL_AS_IT_IS, url_value
from respgen.diagnostics import quoted
from respgen.fields import written_fields
from respgen.fields.directives import QUOTED, unquoted
from respgen.fields.forms import TEXT, about, mapping, several
from respgen.fields.grammar import Grammar, Remark
from respgen.load.tree import Plain
from respgen.rules import r5

_BARE = r"[^ \t;,\"<>]+"
# RFC 8187 3.2.1
_EXTENDED = r"(?i:UTF-8)'[A-Za-z0-9-]*'(?:[A-Za-z0-9!#$&+\-.^_`|~]|%[0-9A-Fa-f]{2})*"
_ONCE = ("rel", "media", "title", "title*", "type")


def _pattern(value: str) -> str:
    param = rf"[ \t]*;[ \t]*{TOKEN}(?:[ \t]*=[ \t]*(?:{value}|{QUOTED}))?"
    return rf"<([^<>]*)>((?:{param})*)[ \t]*(?:,[ \t,]*|$)"


_STRICT, _LOOSE = _pattern(TOKEN), _pattern(_BARE)
_PARAM = rf";[ \t]*({TOKEN})(?:[ \t]*=[ \t]*({QUOTED}|{_BARE}))?"


@dataclass(frozen=True, slots=True)
class _Linked:
    """A link as text has it; names of parameters in small letters, None: without a value."""

    href: str
    params: tuple[tuple[str, str | None], ...]

    def named(self, name: str) -> list[str]:
        """The values of a parameter."""
        return [value or "" for key, value in self.params if key == name]


def _links(text: str, pattern: str) -> Iterator[_Linked]:
    """Raises ValueError for what is none."""
    place = len(text) - len(text.lstrip(" \t,"))
    while place < len(text):
        match = compiled(pattern).match(text, place)
        if match is None:
            raise ValueError(f"{quoted(text[place:])} is no link")
        yield _Linked(match[1], tuple(_params(match[2])))
        place = match.end()


def _params(text: str) -> Iterator[tuple[str, str | None]]:
    for match in re.finditer(_PARAM, text):
        yield match[1].lower(), unquoted(match[2])


def written(value: Plain) -> str:
    """The links in the order written."""
    if not isinstance(value, str):
        return link_value("", written_fields.links(value)).decode("ascii")
    try:
        return ", ".join(map(_canonical, _links(value, _LOOSE)))
    except ValueError:
        return value


def _canonical(link: _Linked) -> str:
    # as links of a list have it: recipients that split at commas find them all
    href = url_value("", link.href).decode("ascii").replace(",", "%2C")
    return "; ".join((f"<{href}>", *(_param(*pair) for pair in link.params)))


def _param(name: str, value: str | None) -> str:
    if value is None:
        return name
    return f"{name}={value if name.endswith('*') else quoted_text(value)}"


def remarks(text: str) -> Iterator[Remark]:
    """Of each link, in their order."""
    try:
        found = list(_links(text, _STRICT))
    except ValueError as error:
        advice = 'write </items?page=2>; rel="next", with commas between links'
        yield Remark(r5.LINK, str(error), advice)
        return
    for place, link in enumerate(found):
        yield from _own(link, f"#{place}")


def _own(link: _Linked, place: str) -> Iterator[Remark]:
    if not compiled(URL_AS_IT_IS).fullmatch(link.href):
        message = f"{link.href!a} has characters that no URI has"
        yield Remark(r5.LINK, message, "percent-encode them", (place, "href"))
    if not link.named("rel"):
        message = f"a link without 'rel': <{link.href}>"
        yield Remark(r5.LINK, message, 'add ; rel="..."', (place,))
    for name in _ONCE:
        if len(link.named(name)) > 1:
            message = f"{name} twice: only the first of them counts"
            yield Remark(r5.LINK, message, "write it once", (place, name), True)
    for relation in link.named("rel"):
        if not compiled(RELATIONS).fullmatch(relation):
            message = f"{relation!a} is no relation"
            advice = "write names or URIs with one space between two"
            yield Remark(r5.LINK, message, advice, (place, "rel"))
    yield from _extended(link, place)


def _extended(link: _Linked, place: str) -> Iterator[Remark]:
    """What a starred name has (RFC 8187 3.2.1)."""
    for name, value in link.params:
        if name.endswith("*") and not compiled(_EXTENDED).fullmatch(value or ""):
            message = f"{name} has a value without its encoding"
            advice = "write UTF-8'' before it, and the rest percent-encoded"
            yield Remark(r5.LINK, message, advice, (place, name))


_FORM = mapping(
    {
        "href": about("Where to.", TEXT),
        "rel": about("How it is related: names or URIs, one space between two.", TEXT),
        "title": about("For people.", TEXT),
        "type": about("The media type of what is there.", TEXT),
        "hreflang": about("The language of what is there.", TEXT),
        "media": about("For which media.", TEXT),
        "anchor": about("Where from, if not this resource.", TEXT),
        "as": about("What a preloaded resource is for.", TEXT),
    },
    TEXT,
)

LINK = Grammar(
    "Link",
    "text or a list of links",
    written,
    remarks,
    "Where this resource is related to (RFC 8288).",
    several(_FORM),
)
