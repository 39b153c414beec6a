"""The forms of header values on the wire, by core's grammar.

Goes in: a header as a schema declares it, and a text that was sent. Comes out: what was expected
there; nothing where the text is fine.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from respgen.core.dates import parse_date
from respgen.core.grammar import TOKEN, compiled
from respgen.core.lists import list_members
from respgen.core.media_types import parse_media_type
from respgen.core.structured import Item, Token
from respgen.core.structured_text import parse_sf_dict, parse_sf_item, parse_sf_list
from respgen.core.values import URL_AS_IT_IS, parse_etag
from respgen.diagnostics import Finding, Severity
from respgen.fields import TYPES
from respgen.rules import r2, r5
from respgen.specs import HeaderSpec, JsonDocument, Pattern, Template
from respgen.vocabulary.places import is_filled

# RFC 6266 4.1: what stands before the parameters, each of which has a name and a value
_DISPOSITION = rf'{TOKEN}(?:[ \t]*;[ \t]*{TOKEN}=(?:{TOKEN}|"(?:[^"\\]|\\.)*"))*'
_FLOAT = r"-?[0-9]+(?:\.[0-9]+)?(?:e[+\-]?[0-9]+)?"


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: compiled(pattern).fullmatch(text) is not None


def _parses(parse: Callable[[str], object]) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        try:
            parse(text)
        except (ValueError, RecursionError):
            return False
        return True

    return fits


def _tag(weak: bool) -> Callable[[str], bool]:
    def fits(text: str) -> bool:
        try:
            return parse_etag(text)[0] is weak
        except ValueError:
            return False

    return fits


def _item(*kinds: type) -> Callable[[str], bool]:
    """Whether a text is an Item of one of these types; True is no integer."""

    def fits(text: str) -> bool:
        try:
            found = parse_sf_item(text)
        except ValueError:
            return False
        bare = found.value if isinstance(found, Item) else found
        return type(bare) in kinds

    return fits


_FORMS: Mapping[str, tuple[str, Callable[[str], bool]]] = MappingProxyType(
    {
        "str": ("text", lambda text: True),
        "token": ("a token", _matches(TOKEN)),
        "int": ("a whole number", _matches(r"-?[0-9]+")),
        "float": ("a number", _matches(_FLOAT)),
        "bool": ("true or false", _matches("true|false")),
        "date": ("an HTTP date", _parses(parse_date)),
        "duration": ("whole seconds", _matches("[0-9]+")),
        "etag": ("a strong entity tag", _tag(weak=False)),
        "weak_etag": ("a weak entity tag", _tag(weak=True)),
        "url": ("a URL", _matches(URL_AS_IT_IS)),
        "media_type": ("a media type", _parses(parse_media_type)),
        "content_disposition": ("a disposition", _matches(_DISPOSITION)),
        "json": ("JSON", _parses(json.loads)),
        "sf_string": ("a structured string", _item(str)),
        "sf_token": ("a structured token", _item(Token)),
        "sf_integer": ("a structured integer", _item(int)),
        "sf_decimal": ("a structured decimal", _item(Decimal, float)),
        "sf_boolean": ("?1 or ?0", _item(bool)),
        "sf_bytes": ("structured bytes", _item(bytes)),
        "sf_date": ("a structured date", _item(datetime)),
        "sf_list": ("a structured list", _parses(parse_sf_list)),
        "sf_dict": ("a structured dictionary", _parses(parse_sf_dict)),
    }
)


def expectation(header: HeaderSpec) -> str:
    """What the header has, in words."""
    match header.origin:
        case Template(pattern) if _is_verbatim(header, pattern):
            return pattern.shown
        case JsonDocument():
            return "JSON"
    of = header.type.sent
    return _expected(of.word, of.member, of.values)


def _expected(word: str, member: str | None, values: tuple[str, ...]) -> str:
    if word == "list":
        return f"a list, each {_expected(member or 'str', None, values)}"
    if word == "enum":
        return f"one of {', '.join(values)}"
    if word in _FORMS:
        return _FORMS[word][0]
    return f"a value of type {word}" if word else "a value"


def _is_verbatim(header: HeaderSpec, pattern: Pattern) -> bool:
    """Whether the texts of a template are sent as they stand: some types quote or encode theirs."""
    if header.type.word == "url":
        return is_plain_url(pattern)
    return header.type.word in ("", "str", "token", "media_type")


def is_plain_url(pattern: Pattern) -> bool:
    """Whether nothing in the texts of a template is percent-encoded when it is sent."""
    return all(map(_matches(URL_AS_IT_IS), pattern.texts))


def leads(pattern: Pattern, url: str) -> bool:
    """Whether a URL is a template's: what stands at a place is percent-encoded, and no delimiter."""
    own = "".join(pattern.texts)
    return filled(pattern, url) and all(own.count(c) == url.count(c) for c in "/?#")


def fits(header: HeaderSpec, text: str) -> bool:
    """Whether a text has the form that is declared."""
    match header.origin:
        case Template(pattern) if _is_verbatim(header, pattern):
            is_url = header.type.word == "url"
            return leads(pattern, text) if is_url else filled(pattern, text)
        case JsonDocument():
            return _FORMS["json"][1](text)
    of = header.type.sent
    if of.word != "list":
        return _fits(of.word, of.values, text)
    mark = of.separator.strip() or " "
    # a member that the class sends has no comma; one that others add may have some in quotes
    others = members(text) if mark == "," else []
    lists = ([each.strip(" \t") for each in text.split(mark)], others)
    member = of.member or "str"
    # a list that is sent has members (RFC 9110 5.6.1)
    return any(
        each and all(_fits(member, of.values, part) for part in each) for each in lists
    )


def members(text: str) -> list[str]:
    """The members of a list on the wire."""
    found = list_members(text.encode("latin-1", "replace"))
    return [each.decode("latin-1") for each in found]


def _fits(word: str, values: tuple[str, ...], text: str) -> bool:
    if word == "enum":
        return text in values
    if word in _FORMS and not _FORMS[word][1](text):
        return False
    row = TYPES.get(word)
    if row is None:
        return True
    return not any(map(_is_malformed, row.judge(text)))


def _is_malformed(finding: Finding) -> bool:
    """Whether no class sends such a value.

    A warning is advice to authors: the value can be sent, and may be meant. An address
    is sent as RedirectResponse would, whatever a parser of it says, and so is what a link
    says of its target.
    """
    rule = finding.rule
    return rule.severity is Severity.ERROR and rule not in (r2.ADDRESS, r5.LINK_VALUE)


def filled(pattern: Pattern, text: str) -> bool:
    """Whether a text is a pattern with something at each place."""
    return is_filled(pattern.texts, text)
