"""Reads a structured field as people misspell it: quotes, separators, brackets, capitals, `true`.

Goes in: a text that recipients would ignore, and what its field may hold. Comes out: the field that
was certainly meant, in canonical form, or None. Each part keeps its letters and its place; what a
part can be is known from the specification, so that `/rules.json` is a String and `DPR` a Token.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence

from respgen.core.grammar import compiled
from respgen.core.structured import (
    SF_KEY,
    SF_TOKEN,
    BareItem,
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
)
from respgen.core.structured_text import parse_sf_item
from respgen.decoder.respelt import meant_word
from respgen.fields.durations import meant_seconds
from respgen.fields.pasted import QUOTES, TYPOGRAPHIC
from respgen.fields.wanted import Value, Wanted

# a quote that nothing closes reaches to the end, so that none behind it is looked at again
_CLOSED = r""""(?:[^"\\]|\\.)*("|\\?\Z)|'[^']*'|\([^()]*\)|\[[^\[\]]*\]"""
_NAMED = r"[\"']?([A-Za-z*][\w.*-]*)[\"']?[ \t]*(?:[=:][ \t]*|[ \t]+|$)(.*)"
# RFC 3986 3.3: commas and semicolons of its own, unless another address starts there
_ADDRESS = (
    r"(?:(?<![^\s,;=(])\.{0,2}/|://)[^\s,;\0]*[,;](?=\S)(?!(?:[\w.*-]+=)?https?://)"
)
_ASSIGNED = r"([A-Za-z*][\w.*-]*)[ \t]*=[ \t]*([(\[]?)"
YES = ("?1", "1", "true", "yes", "on", "?t")
NO = ("?0", "0", "false", "no", "off", "?f")


def _unclear(part: str) -> ValueError:
    """The error for a part that may mean several things, or nothing."""
    return ValueError(f"{part!a} is unclear")


def pieces(text: str, separator: str) -> list[str]:
    """What stands between separators outside of quotes and brackets; empty pieces go.

    Raises ValueError where one may be a part of an address, which has no quotes.
    """
    masked = re.sub(_CLOSED, _masked, text)
    if compiled(_ADDRESS).search(masked):
        raise _unclear(text)
    ends = [match.span() for match in re.finditer(separator, masked)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    found = (text[a:b].strip() for a, b in zip(starts, stops, strict=True))
    return [piece for piece in found if piece]


def _masked(match: re.Match[str]) -> str:
    is_open = match[0][0] == '"' and match[1] != '"'
    return match[0] if is_open else "\0" * len(match[0])


def loose_list(wanted: Wanted, text: str) -> list[StructuredMember]:
    """The members of a List. Raises ValueError."""
    found = pieces(text, _between(wanted))
    return [loose_member(wanted, piece) for piece in _rejoined(found, wanted)]


def _rejoined(found: Sequence[str], wanted: Wanted) -> list[str]:
    """The members, where a comma stands for a semicolon: before a parameter of the one in front."""
    if not wanted.params:
        return [*found]
    whole = [*found[:1]]
    for piece in found[1:]:
        named = compiled(_ASSIGNED).match(piece)
        if named is None or named[2]:
            if meant_word(piece.split(";")[0].strip(), wanted.params):
                raise _unclear(piece)
            whole.append(piece)
        elif meant_word(named[1], wanted.params):
            whole[-1] += f"; {piece}"
        else:
            raise _unclear(piece)
    return whole


def _between(wanted: Wanted) -> str:
    """What people write between members: a semicolon, too, where none has parameters."""
    if wanted.params:
        return ","
    return r"[,;\s]" if wanted.is_word else "[,;]"


def loose_dict(
    keys: Mapping[str, Wanted], other: Wanted, text: str
) -> dict[str, StructuredMember]:
    """The members of a Dictionary. Raises ValueError."""
    if text.count("(") != text.count(")") and "," in text:
        raise _unclear(text)  # nobody knows where the list ends
    if text[:1] == "{" and text[-1:] == "}":
        text = text[1:-1]
    plain = not any(each.params for each in (*keys.values(), other))
    names = "|".join(map(re.escape, keys)) or "(?!)"
    between = rf"[,;]|(?<!\s)\s+(?=(?:{names})\s*(?:[=:,;]|$))" if plain else ","
    found: dict[str, StructuredMember] = {}
    for piece in _rejoined(pieces(text, between), other):
        key, rest = _named(piece, keys)
        wanted = keys.get(key, other)
        if key in found:
            raise _unclear(piece)
        found[key] = loose_member(wanted, rest) if rest else _nothing(wanted, piece)
    return found


def _nothing(wanted: Wanted, piece: str) -> bool:
    """A name alone is true, where it may be; one whose value is missing is unclear."""
    if wanted.value is None:
        raise _unclear(piece)
    return _flag(wanted.value, piece)


def _named(piece: str, known: Mapping[str, object]) -> tuple[str, str]:
    """A key, spelt as it is known, and what stands behind it."""
    match = compiled(_NAMED).fullmatch(piece)
    if match is None or match[2].startswith("//"):  # https://
        raise _unclear(piece)
    key = meant_word(match[1], known) or match[1].lower()
    if not compiled(SF_KEY).fullmatch(key):
        raise _unclear(piece)
    return key, match[2]


def loose_member(wanted: Wanted, text: str) -> StructuredMember:
    """An Item or an Inner List, with its parameters. Raises ValueError."""
    first, *rest = pieces(text, ";") or [""]
    given = {}
    for piece in rest:
        key, written = _named(piece, wanted.params)
        if key in given:
            raise _unclear(piece)
        value = wanted.params.get(key, Value())
        given[key] = loose_value(value, written) if written else _flag(value, piece)
    if wanted.inner and _is_bracketed(first, alone=wanted.value is None):
        inside = _inside(wanted.inner, first)
        return InnerList(inside, given) if given else inside
    if wanted.value is None or (wanted.params and compiled(_ASSIGNED).match(first)):
        raise _unclear(text)
    made = loose_value(wanted.value, first)
    return Item(made, given) if given else made


def _flag(value: Value, piece: str) -> bool:
    if piece[-1] in "=:" or not value.holds(True):
        raise _unclear(piece)
    return True


def _is_bracketed(text: str, *, alone: bool) -> bool:
    return alone or text[:1] in ("(", "[") or text[-1:] in (")", "]")


def _inside(wanted: Value, text: str) -> tuple[InnerItem, ...]:
    inside = text.removeprefix("(").removeprefix("[")
    inside = inside.removesuffix(")").removesuffix("]")
    return tuple(loose_value(wanted, each) for each in pieces(inside, r"[,;\s]"))


def loose_value(wanted: Value, text: str) -> BareItem:
    """A bare item of what is wanted. Raises ValueError."""
    try:
        strict = parse_sf_item(text)
    except ValueError:
        strict = None
    candidates: Sequence[BareItem | InnerItem | None] = [strict, *_read(wanted, text)]
    held = [each for each in candidates if isinstance(each, BareItem)]
    held = [each for each in held if wanted.holds(each)]
    usual = [each for each in held if wanted.is_usual(each)]
    if not held:
        raise _unclear(text)
    return (usual or held)[0]


def _read(wanted: Value, text: str) -> Iterator[BareItem]:
    """What the text may be, of each type that is wanted."""
    raw = text.strip(QUOTES + TYPOGRAPHIC)
    small = raw.lower()
    number = meant_seconds(raw) if wanted.seconds else raw
    if int in wanted.types and compiled("[0-9]{1,15}").fullmatch(number):
        yield int(number)
    if bool in wanted.types and small in (*YES, *NO):
        yield small in YES
    if Token in wanted.types and compiled(SF_TOKEN).fullmatch(raw):
        yield Token(meant_word(raw, wanted.known) or raw)
    if str in wanted.types and not raw.isdigit() and _is_plain(raw, bare=raw == text):
        yield raw
    if bytes in wanted.types:
        yield from _bytes(raw.strip(":"))


def _is_plain(raw: str, *, bare: bool) -> bool:
    """Tells whether a String is certain: a bare text with a space in it may be two, one in `<>` another."""
    clear = compiled(r"[!#-;=?-\[\]-~]+" if bare else r"[ !#-\[\]-~]+")
    return clear.fullmatch(raw) is not None


def _bytes(text: str) -> Iterator[bytes]:
    try:
        yield b64decode(text, validate=True)
    except ValueError:
        return
