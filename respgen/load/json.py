"""JSON with places: RFC 8259 and nothing beside it.

Goes in: the text of a file. Comes out: the located tree, or `Halt` after a noted mistake.
"""

from __future__ import annotations

import re
from typing import NoReturn

from respgen.diagnostics import Span
from respgen.load.entries import Entries
from respgen.load.source import Source, integer, unfit, unfit_message
from respgen.load.tree import Mapping, Node, Scalar, Sequence
from respgen.rules import r0

_BLANK = re.compile(r"[ \t\r\n]*")  # RFC 8259 section 2
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")  # section 6
_PLAIN = re.compile(r'[^"\\\x00-\x1f]*')  # section 7
_PAIR = r"[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(rf'\\(?:(["\\/bfnrt])|u({_PAIR}|[0-9a-fA-F]{{4}}))')
_WORD = re.compile(r"[A-Za-z0-9_.+-]+")
_SHORT = {
    '"': '"', "\\": "\\", "/": "/",
    "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}  # fmt: skip
_LITERALS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def read_json(source: Source) -> Node:
    """The tree of a JSON text; a text `$schema` of the root is for editors and left out."""
    return _Reader(source).document()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._at = 0

    def document(self) -> Node:
        self._skip()
        root = self._value(1)
        self._skip()
        if self._at < len(self._text):
            self._wrong("the file goes on after its value")
        return _without_schema(root)

    def _value(self, depth: int) -> Node:
        match self._peek():
            case "{":
                return self._mapping(depth)
            case "[":
                return self._sequence(depth)
            case '"':
                start = self._at
                return Scalar(self._string(), self._span(start))
            case _:
                return self._bare()

    def _mapping(self, depth: int) -> Mapping:
        start = self._open(depth)
        entries = Entries(self._source)
        while self._more("}", first=self._at == start + 1):
            key_start = self._at
            key = self._key()
            key_span = self._span(key_start)
            self._skip()
            self._take(":")
            self._skip()
            entries.add(key, key_span, self._value(depth + 1))
        return entries.mapping(self._span(start))

    def _sequence(self, depth: int) -> Sequence:
        start = self._open(depth)
        items: list[Node] = []
        while self._more("]", first=self._at == start + 1):
            items.append(self._value(depth + 1))
        return Sequence(tuple(items), self._span(start))

    def _open(self, depth: int) -> int:
        self._source.enter(depth, self._at)
        self._at += 1
        return self._at - 1

    def _more(self, closing: str, *, first: bool) -> bool:
        """Whether another member follows; its blanks and comma are taken, or the bracket."""
        self._skip()
        if self._peek() == closing:
            self._at += 1
            return False
        if not first:
            self._take(",", closing)
            self._skip()
            if self._peek() == closing:
                self._wrong(f"`,` before `{closing}`", "remove the comma")
        return True

    def _key(self) -> str:
        if self._peek() != '"':
            word = _WORD.match(self._text, self._at)
            advice = f'quote it: "{word[0]}"' if word else ""
            self._wrong('expected a key in "quotes"', advice)
        return self._string()

    def _string(self) -> str:
        start = self._at
        self._at += 1
        parts: list[str] = []
        while True:
            plain = self._take_plain()
            parts.append(plain)
            match self._peek():
                case '"':
                    self._at += 1
                    return "".join(parts)
                case "\\":
                    parts.append(self._escape())
                case "\t":
                    self._wrong("a tab inside a string", r"write \t")
                case _:
                    self._source.halt(
                        r0.SYNTAX,
                        self._source.span(start, self._at),
                        'the string does not end on its line: `"` is missing',
                        r"write \n for a line break",
                    )

    def _take_plain(self) -> str:
        match = _PLAIN.match(self._text, self._at)
        plain = match[0] if match else ""
        self._at += len(plain)
        return plain

    def _escape(self) -> str:
        start = self._at
        match = _ESCAPE.match(self._text, start)
        if not match:
            self._wrong("no such escape", r"\" \\ \/ \b \f \n \r \t \uXXXX are known")
        self._at = match.end()
        character = _SHORT[match[1]] if match[1] else _unicode(match[2])
        if unfit(character):
            message = unfit_message(character)
            self._source.note(r0.TEXT, self._span(start), message, "remove it")
        return character

    def _bare(self) -> Scalar:
        """A number or one of the three literals."""
        word = _WORD.match(self._text, self._at)
        if not word:
            self._wrong("expected a value", self._advice())
        span = self._source.span(*word.span())
        self._at = word.end()
        if word[0] in _LITERALS:
            return Scalar(_LITERALS[word[0]], span)
        number = _NUMBER.fullmatch(word[0])
        if number is None:
            message = f"{word[0]} is no JSON value"
            self._source.halt(r0.SYNTAX, span, message, f'quote text: "{word[0]}"')
        if number[2] or number[3]:
            return Scalar(float(word[0]), span)
        return Scalar(integer(self._source, span, word[0]), span)

    def _advice(self) -> str:
        if self._text.startswith(("//", "/*", "#"), self._at):
            return "JSON has no comments"
        return 'text stands in "double quotes"' if self._peek() == "'" else ""

    def _take(self, mark: str, closing: str = "") -> None:
        if self._peek() != mark:
            other = f" or `{closing}`" if closing else ""
            self._wrong(f"expected `{mark}`{other}", self._advice())
        self._at += 1

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip(self) -> None:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at

    def _span(self, start: int) -> Span:
        return self._source.span(start, self._at)

    def _wrong(self, message: str, advice: str = "") -> NoReturn:
        if self._at >= len(self._text):
            message = f"the file ends too early: {message}"
        self._source.halt(r0.SYNTAX, self._source.point(self._at), message, advice)


def _unicode(digits: str) -> str:
    """One code unit, or two that make a pair (RFC 8259 section 7)."""
    high, _, low = digits.partition("\\u")
    if not low:
        return chr(int(high, 16))
    return chr(0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00)


def _without_schema(root: Node) -> Node:
    if not isinstance(root, Mapping):
        return root
    kept = tuple(entry for entry in root if not _names_schema(entry.key, entry.value))
    return Mapping(kept, root.span)


def _names_schema(key: str, value: Node) -> bool:
    text = isinstance(value, Scalar) and isinstance(value.value, str)
    return key == "$schema" and text
