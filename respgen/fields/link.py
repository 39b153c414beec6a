"""Link (RFC 8288): a list of `{href, rel, ...}`, its text, and links that say too little.

In a schema a parameter's text may stand without quotes; on the wire it always has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from respgen.core.dispositions import quoted_text
from respgen.core.grammar import TOKEN, compiled
from respgen.core.links import RELATIONS, Link, link_value, one_link
from respgen.core.values import URL_AS_IT_IS, url_value
from respgen.diagnostics import Finding, Malformed, quoted
from respgen.fields.addresses import address_remarks
from respgen.fields.directives import QUOTED, unquoted
from respgen.fields.kinds import TEXT, Kind, Param, Params, sendable, several
from respgen.fields.merging import Parts
from respgen.fields.row import FieldType
from respgen.located import Plain
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
    """Reads the links. Raises ValueError for any other text."""
    place = len(text) - len(text.lstrip(" \t,"))
    while place < len(text):
        match = compiled(pattern).match(text, place)
        if match is None:
            raise ValueError(f"{quoted(text[place:])} is not a link")
        yield _Linked(match[1], tuple(_params(match[2])))
        place = match.end()


def _params(text: str) -> Iterator[tuple[str, str | None]]:
    for match in re.finditer(_PARAM, text):
        yield match[1].lower(), unquoted(match[2])


def _respelt(text: str) -> str:
    """The links in canonical form; a text that has others as it is."""
    try:
        return ", ".join(map(_canonical, _links(text, _LOOSE)))
    except ValueError:
        return text


def _by_text(text: str) -> dict[str, str]:
    return {each: each for each in map(_canonical, _links(text, _LOOSE))}


def _canonical(link: _Linked) -> str:
    href = url_value("", link.href).decode("ascii")
    return "; ".join((f"<{href}>", *(_param(*pair) for pair in link.params)))


def _param(name: str, value: str | None) -> str:
    if value is None:
        return name
    return f"{name}={value if name.endswith('*') else quoted_text(value)}"


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each link, in order."""
    try:
        found = list(_links(text, _STRICT))
    except ValueError as error:
        advice = 'write </items?page=2>; rel="next", with commas between links'
        yield Finding(r5.LINK, str(error), advice)
        return
    for place, link in enumerate(found):
        yield from _own(link, f"#{place}")


def _own(link: _Linked, place: str) -> Iterator[Finding]:
    if not compiled(URL_AS_IT_IS).fullmatch(link.href):
        message = f"{link.href!a} contains characters that are not allowed in a URI"
        yield Finding(r5.LINK, message, "percent-encode them", (place, "href"))
    else:
        yield from address_remarks(link.href, (place, "href"))
    if not link.named("rel"):
        message = f"a link must have 'rel': <{link.href}>"
        yield Finding(r5.LINK, message, 'add ; rel="..."', (place,))
    for name in _ONCE:
        if len(link.named(name)) > 1:
            message = f"{name} appears twice: only the first counts"
            yield Finding(r5.LINK, message, "write it once", (place, name), at_key=True)
    for relation in link.named("rel"):
        if not compiled(RELATIONS).fullmatch(relation):
            message = f"{relation!a} is not a link relation"
            advice = "write names or URIs, separated by single spaces"
            yield Finding(r5.LINK, message, advice, (place, "rel"))
    yield from _extended(link, place)


def _extended(link: _Linked, place: str) -> Iterator[Finding]:
    """Checks the values of starred names (RFC 8187 3.2.1)."""
    for name, value in link.params:
        if name.endswith("*") and not compiled(_EXTENDED).fullmatch(value or ""):
            message = f"the value of {name} does not state its encoding"
            advice = "put UTF-8'' in front, and percent-encode the rest"
            yield Finding(r5.LINK, message, advice, (place, name))


_LINK = Params(
    (
        Param("href", "The target.", TEXT),
        Param(
            "rel", "How it is related: names or URIs, separated by single spaces.", TEXT
        ),
        Param("title", "A title for people.", TEXT),
        Param("type", "The media type of what is there.", TEXT),
        Param("hreflang", "The language of what is there.", TEXT),
        Param("media", "Which media it is for.", TEXT),
        Param("anchor", "Where the link starts, if not at this resource.", TEXT),
        Param("as", "What a preloaded resource is for.", TEXT),
    ),
    other=TEXT,
)


_PARAM_HELP = "write a name such as title, and printable text"


def _link(value: Plain) -> Link:
    """`{href, rel, ...}`."""
    if isinstance(value, dict):
        for key in ("href", "rel"):
            if key not in value:
                message = f"a link must have {quoted(key)}"
                raise Malformed(
                    Finding(r5.LINK, message, "write {href: ..., rel: ...}")
                )
    params = _LINK.read(value)
    href, rel = params.pop("href"), params.pop("rel")
    sendable(r5.LINK, one_link, Link("", rel), "write one such as next", "rel")
    for key, text in params.items():
        sendable(r5.LINK, one_link, Link("", rel, {key: text}), _PARAM_HELP, key)
    advice = "write a URL, percent-encoded"
    return sendable(r5.LINK, one_link, Link(href, rel, params), advice)


_EXAMPLE = "write {href: /items?page=2, rel: next}"
_ITEM = Kind(
    "a mapping such as {href: /items?page=2, rel: next}",
    _LINK.form,
    _link,
    r5.LINK,
    advice=_EXAMPLE,
)

LINK = FieldType(
    word="link",
    names=("Link",),
    about="Resources that are related to this one (RFC 8288).",
    kind=replace(
        several(_ITEM, "a list of links"),
        rule=r5.LINK,
        advice="write [{href: /items?page=2, rel: next}]",
    ),
    encode=link_value,
    respell=_respelt,
    judge=remarks,
    plural=True,
    merge=Parts(_by_text),
)
