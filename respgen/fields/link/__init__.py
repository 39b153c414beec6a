"""Link (RFC 8288): a list of `{href, rel, ...}`, its text, and links that say too little.

In a schema a parameter's text may stand without quotes; on the wire it always has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from respgen.core.dispositions import quoted_text
from respgen.core.grammar import compiled
from respgen.core.links import Link, link_value, one_link, related
from respgen.diagnostics import Finding, Malformed, Mend, quoted
from respgen.fields import forms
from respgen.fields.kinds import TEXT, Kind, Param, Params, sendable, several
from respgen.fields.link.reader import links
from respgen.fields.link.remarks import remarks
from respgen.fields.link.text import canonical, joined
from respgen.fields.merging import Parts
from respgen.fields.reading import expected
from respgen.fields.reading import text as read_text
from respgen.fields.row import FieldType
from respgen.located import Plain
from respgen.rules import r5


def _respelt(text: str) -> str:
    """The links in canonical form; a text that has others as it is."""
    try:
        return joined(links(text))
    except ValueError:
        return text


def _by_text(text: str) -> dict[str, str]:
    return {each: each for each in map(canonical, links(text))}


def _href(value: Plain) -> str:
    href = read_text(value)
    if match := compiled("<+([^<>]*)>+").fullmatch(href):
        message = "the brackets are added when the link is sent"
        fix = Mend(part=match[1])
        raise Malformed(Finding(r5.LINK, message, f"write {match[1]}", fix=fix))
    return href


def _rel(value: Plain) -> str:
    """What the rules judge later, if it can be sent at all."""
    if isinstance(value, list):
        advice = "write the names in one text, separated by single spaces"
        raise expected("text", advice)
    rel = read_text(value)
    if not (rel.isascii() and rel.isprintable()):
        raise ValueError("a relation must be a registered name or a URI (RFC 8288 3.3)")
    return rel


def _said(value: Plain) -> str:
    """`true` sends a parameter that says all by its name."""
    return "" if value is True else read_text(value)


_HREF = replace(TEXT, make=_href)
_REL = replace(
    TEXT, make=_rel, rule=r5.LINK, advice="write a registered name, or a URI"
)
_FLAG = Kind(
    "text or true", forms.either(forms.TEXT, forms.FLAG), _said, advice=TEXT.hint
)
_LINK = Params(
    (
        Param("href", "The target.", _HREF),
        Param(
            "rel", "How it is related: names or URIs, separated by single spaces.", _REL
        ),
        Param("title", "A title for people.", TEXT),
        Param("type", "The media type of what is there.", TEXT),
        Param("hreflang", "The language of what is there.", TEXT),
        Param("media", "Which media it is for.", TEXT),
        Param("anchor", "Where the link starts, if not at this resource.", TEXT),
        Param("as", "What a preloaded resource is for.", TEXT),
        Param("crossorigin", "Whether it is fetched with CORS: true, or how.", _FLAG),
        Param("fetchpriority", "How urgent it is: high, low or auto.", TEXT),
    ),
    other=_FLAG,
)


_PARAM_HELP = "write a name such as title, and printable text"


def _link(value: Plain) -> Link:
    """`{href, rel, ...}`; what is wrong with what it says is left to the rules."""
    if isinstance(value, dict):
        for key in ("href", "rel"):
            if key not in value:
                raise _missing(key, value)
    params = _LINK.read(value)
    href, rel = params.pop("href"), params.pop("rel")
    for key, text in params.items():
        advice = _PARAM_HELP
        if key.endswith("*"):
            advice = f"write {key.rstrip('*')}: what is not ASCII is encoded"
        sendable(r5.LINK, one_link, Link("", "x", {key: text}), advice, key)
    link = Link(href, rel, params)
    return sendable(r5.LINK, _unchecked_link, link, "write a URL, percent-encoded")


def _missing(key: str, given: Mapping[str, Plain]) -> Malformed:
    """A link without its target or its relation, which may be there under another name."""
    message = f"a link must have {quoted(key)}"
    names = _NAMES[key]
    other = next((name for name in given if name.lower() in names), None)
    if other is None:
        return Malformed(Finding(r5.LINK, message, "write {href: ..., rel: ...}"))
    advice, fix = f"write {key} in place of {other}", Mend(part=key)
    return Malformed(Finding(r5.LINK, message, advice, (other,), at_key=True, fix=fix))


_NAMES = {
    "href": ("url", "uri", "target", "src", "link", "hrf", "herf"),
    "rel": ("rels", "relation", "rl", "re", "ref", "rle", "rell"),
}


def _unchecked(name: str, values: Sequence[Link]) -> bytes:
    """Links whose relations the rules judge."""
    return b", ".join(_unchecked_link(name, link) for link in values)


def _unchecked_link(name: str, link: Link) -> bytes:
    return related(name, link, quoted_text(link.rel))


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
    unchecked=_unchecked,
    respell=_respelt,
    judge=remarks,
    plural=True,
    merge=Parts(_by_text),
)
