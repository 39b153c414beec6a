"""JSON with places: RFC 8259 and nothing beside it.

Goes in: the text of a file. Comes out: the located tree, or `Halt` after a noted mistake.
"""

from __future__ import annotations

from respgen.core.grammar import compiled
from respgen.load.cursor import Cursor
from respgen.load.entries import Entries
from respgen.load.source import SchemaText, integer
from respgen.load.tree import Mapping, Node, Scalar, Sequence
from respgen.located import WrittenFloat
from respgen.rules import r0

_BLANK = r"[ \t\r\n]*"  # RFC 8259 section 2
_NUMBER = r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?"  # section 6
_PLAIN = r'[^"\\\x00-\x1f]*'  # section 7
_PAIR = r"[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = rf'\\(?:(["\\/bfnrt])|u({_PAIR}|[0-9a-fA-F]{{4}}))'
_WORD = r"[A-Za-z0-9_.+-]+"
_SHORT = {
    '"': '"', "\\": "\\", "/": "/",
    "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}  # fmt: skip
_LITERALS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def read_json(source: SchemaText) -> Node:
    """The tree of a JSON text; a text `$schema` of the root is for editors and left out."""
    cursor = Cursor(source)
    cursor.match(_BLANK)
    root = _value(cursor, 1)
    cursor.match(_BLANK)
    if cursor.peek():
        cursor.wrong("the file continues after its value", _advice(cursor, "remove it"))
    return _without_schema(root)


def _value(cursor: Cursor, depth: int) -> Node:
    match cursor.peek():
        case "{":
            return _mapping(cursor, depth)
        case "[":
            return _sequence(cursor, depth)
        case '"':
            start = cursor.at
            return Scalar(_string(cursor), cursor.span(start))
        case _:
            return _bare(cursor)


def _mapping(cursor: Cursor, depth: int) -> Mapping:
    start = _open(cursor, depth)
    entries = Entries(cursor.source)
    while _more(cursor, "}", first=cursor.at == start + 1):
        key_start = cursor.at
        key = _key(cursor)
        key_span = cursor.span(key_start)
        cursor.match(_BLANK)
        if not cursor.take(":"):
            cursor.wrong("expected `:`", _advice(cursor, 'write "key": value'))
        cursor.match(_BLANK)
        entries.add(key, key_span, _value(cursor, depth + 1))
    return entries.mapping(cursor.span(start))


def _sequence(cursor: Cursor, depth: int) -> Sequence:
    start = _open(cursor, depth)
    items: list[Node] = []
    while _more(cursor, "]", first=cursor.at == start + 1):
        items.append(_value(cursor, depth + 1))
    return Sequence(tuple(items), cursor.span(start))


def _open(cursor: Cursor, depth: int) -> int:
    cursor.source.enter(depth, cursor.at)
    cursor.at += 1
    return cursor.at - 1


def _more(cursor: Cursor, closing: str, *, first: bool) -> bool:
    """Whether another member follows; what stands before it is taken, or the closing bracket."""
    cursor.match(_BLANK)
    if cursor.take(closing):
        return False
    if not first:
        comma = cursor.at
        if not cursor.take(","):
            advice = f"write `,` before another member, or close with `{closing}`"
            cursor.wrong(f"expected `,` or `{closing}`", _advice(cursor, advice))
        cursor.match(_BLANK)
        if cursor.sees(closing):
            cursor.at = comma
            cursor.wrong(f"`,` before `{closing}`", "remove the comma")
    return True


def _key(cursor: Cursor) -> str:
    if cursor.peek() != '"':
        word = compiled(_WORD).match(cursor.text, cursor.at)
        advice = f'quote it: "{word[0]}"' if word else _advice(cursor, _KEY)
        cursor.wrong('expected a key in "quotes"', advice)
    return _string(cursor)


def _string(cursor: Cursor) -> str:
    start = cursor.at
    cursor.at += 1
    parts: list[str] = []
    while not cursor.take('"'):
        if plain := cursor.match(_PLAIN):
            parts.append(plain[0])
        match cursor.peek():
            case '"':
                continue
            case "\\":
                parts.append(_escape(cursor))
            case "\t":
                cursor.wrong("a tab is not allowed inside a string", r"write \t")
            case _:
                message = 'the string does not end on its line: `"` is missing'
                advice = r"write \n for a line break"
                cursor.source.halt(r0.SYNTAX, cursor.span(start), message, advice)
    return "".join(parts)


def _escape(cursor: Cursor) -> str:
    start = cursor.at
    match = cursor.match(_ESCAPE)
    if match is None:
        cursor.wrong("unknown escape", r"\" \\ \/ \b \f \n \r \t \uXXXX are known")
    character = _SHORT[match[1]] if match[1] else _unicode(match[2])
    cursor.check_escape(start, character)
    return character


def _unicode(digits: str) -> str:
    """One code unit, or two that make a pair (RFC 8259 section 7)."""
    high, _, low = digits.partition("\\u")
    if not low:
        return chr(int(high, 16))
    return chr(0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00)


def _bare(cursor: Cursor) -> Scalar:
    """A number or one of the three literals."""
    start = cursor.at
    word = cursor.match(_WORD)
    if word is None:
        cursor.wrong("expected a value", _advice(cursor, _VALUE))
    span = cursor.span(start)
    if word[0] in _LITERALS:
        return Scalar(_LITERALS[word[0]], span)
    number = compiled(_NUMBER).fullmatch(word[0])
    if number is None:
        cursor.no_value(start, "JSON")
    if number[1] or number[2]:
        return Scalar(WrittenFloat.of(float(word[0]), word[0]), span)
    return Scalar(integer(cursor.source, span, word[0]), span)


_KEY = 'write a key in "double quotes", or close the mapping with `}`'
_VALUE = 'write a value: "text", a number, true, false, null, [ ] or { }'


def _advice(cursor: Cursor, otherwise: str) -> str:
    if cursor.peek() in ("/", "#"):
        return "remove the comment: JSON has none"
    return 'write text in "double quotes"' if cursor.sees("'") else otherwise


def _without_schema(root: Node) -> Node:
    if not isinstance(root, Mapping):
        return root
    kept = tuple(entry for entry in root if not _names_schema(entry.key, entry.value))
    return Mapping(kept, root.span)


def _names_schema(key: str, value: Node) -> bool:
    text = isinstance(value, Scalar) and isinstance(value.value, str)
    return key == "$schema" and text
