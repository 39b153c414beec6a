"""What may stand at a place inside a quoted attribute of HTML or XML.

Goes in: the names of tag and attribute, and what stands before and behind the place. Comes out: how a
value is made safe there, or why nothing makes it safe.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from respgen.core.grammar import compiled


class Guard(StrEnum):
    """What makes a value safe at a place; NONE: nothing does.

    TEXT: escaping, or markup that the author's own class says. QUOTED: escaping, of quotes and
    angles in such markup, too. URL: it is escaped, and its scheme is checked. BASE: the same where a
    slash follows. SEGMENT: it is percent-encoded.
    """

    NONE = ""
    TEXT = "text"
    QUOTED = "quoted"
    URL = "url"
    BASE = "base"
    SEGMENT = "segment"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: what guards it, what it is in words, and whether a page loads what it names."""

    guard: Guard
    what: str = ""
    loads: bool = False


# HTML, index of attributes: "valid URL"; SVG 2 16.1
_URLS = frozenset(
    {
        *("action", "background", "cite", "classid", "codebase", "data", "formaction"),
        *("href", "icon", "longdesc", "manifest", "ping", "poster", "profile", "src"),
        *("srcset", "usemap", "xlink:href"),
    }
)
_LOADING = {
    "applet": ("code", "codebase"),
    "base": ("href",),
    "embed": ("src",),
    "frame": ("src",),
    "iframe": ("src",),
    "link": ("href",),
    "object": ("data", "codebase"),
    "script": ("src", "href", "xlink:href"),
}
"""Whoever chooses these URLs chooses what runs in the page, or what it looks like."""
_ANIMATED = ("animate", "animatemotion", "animatetransform", "set")
_CODE = ("javascript", "vbscript", "data")
_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"
# WHATWG URL 4.4: a second slash would begin a host; srcset and ping list URLs
_SLASH = r"(?:\A|[ ,])[/\\]\Z"
_SLASHES = ("/", "\\")
# WHATWG URL 4.4: these go before anything is read
_LEADING = r"^[\x00-\x20]+"
_DROPPED = r"[\t\n\r]"


def attribute_spot(tag: str, name: str, before: str, behind: str, mark: str) -> Spot:
    """The place between `before` and `behind`, in which `mark` stands for other places."""
    what = f"the attribute {name}"
    if name.startswith("on") or name in ("style", "srcdoc"):
        return Spot(Guard.NONE, what)
    if tag in _ANIMATED and name in ("to", "from", "by", "values"):
        return Spot(Guard.NONE, what)
    if name not in _URLS:
        return Spot(Guard.QUOTED)
    return _url_spot(_read(before), _read(behind), mark, _is_loaded(tag, name))


def _is_loaded(tag: str, name: str) -> bool:
    return name in _LOADING.get(tag, ())


def _read(text: str) -> str:
    """What a browser makes of a part of an attribute's text."""
    return compiled(_DROPPED).sub("", unescape(text))


def _url_spot(before: str, behind: str, mark: str, loads: bool) -> Spot:
    start = compiled(_LEADING).sub("", before)
    scheme = compiled(_SCHEME).match(start)
    if scheme and scheme[0][:-1].lower() in _CODE:
        return Spot(Guard.NONE, f"a URL of the scheme {scheme[0].lower()}")
    # what stands before the slash may be empty
    if compiled(_SLASH).search(start.replace(mark, "")):
        return Spot(Guard.SEGMENT)
    if scheme or compiled(r"[/?#\\]").search(start):
        return Spot(Guard.QUOTED, loads=loads and not _has_host(start))
    if start == "":
        return _first(behind, mark, loads)
    begins_code = any(code.startswith(start.lower()) for code in _CODE)
    if mark in start or begins_code:
        return Spot(Guard.NONE, "the scheme of a URL")
    return Spot(Guard.QUOTED)


def _first(behind: str, mark: str, loads: bool) -> Spot:
    """A value that a URL begins with: nothing else may take part in its scheme."""
    rest = compiled(r"[/?#\\]").split(behind)[0]
    if ":" in rest or mark in rest:
        return Spot(Guard.NONE, "the scheme of a URL")
    return Spot(Guard.BASE if behind[:1] in _SLASHES else Guard.URL, loads=loads)


def _has_host(start: str) -> bool:
    """Whether nothing behind it leads to another site."""
    return bool(
        compiled(r"(?:[A-Za-z]+:)?[/\\]{2}[^/\\?#]+[/\\?#]|[/\\]?[^/\\:]+").match(start)
    )
