"""Python source as a type of its own: the only place where text becomes code.

Goes in: author text, values and names. Comes out: `Source`, which nothing makes but this module,
and `templates`, which only joins pieces of it. Author text is `str`; the type checker refuses a
`str` where a `Source` is wanted, and the templates refuse to print anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from keyword import iskeyword
from math import isfinite
from typing import TypeAlias

from respgen.core.grammar import compiled


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of Python source. Build it with the encoders below, never from author text."""

    text: str

    def __str__(self) -> str:
        raise TypeError("a Source is composed with code() and joined(), not with str()")


Literal: TypeAlias = "bool | int | float | str | bytes | tuple[Literal, ...] | None"

# Cc, Cf, Zs but the space, Zl, Zp, Cs and noncharacters: what an editor hides, reorders or breaks
# lines at. A fixed table, since str.isprintable() follows the Unicode version of the Python in use.
_INVISIBLE = (
    "[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e"
    "\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escaped(character: str) -> str:
    point = ord(character)
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _visible(text: str) -> str:
    return compiled(_INVISIBLE).sub(
        lambda match: _escaped(match[0]), text.replace("\\", "\\\\")
    )


def _quoted(text: str, body: str, prefix: str = "") -> Source:
    # black prefers double quotes unless single ones need fewer escapes
    quote = "'" if text.count('"') > text.count("'") else '"'
    return Source(prefix + quote + body.replace(quote, "\\" + quote) + quote)


def _bytes_body(value: bytes) -> str:
    # a byte above 0x7F must be escaped in a bytes literal, which is ASCII
    text = value.decode("latin-1")
    return re.sub("[\xa1-\xff]", lambda match: _escaped(match[0]), _visible(text))


def literal(value: Literal) -> Source:
    """The Python literal whose value is `value`, as black would write it."""
    match value:
        case str():
            return _quoted(value, _visible(value))
        case bytes():
            return _quoted(value.decode("latin-1"), _bytes_body(value), "b")
        case tuple():
            return tuple_of([literal(item) for item in value])
        case float() if not isfinite(value):
            return Source(f'float("{value}")')
        case None | bool() | int() | float():
            return Source(repr(value).replace("e+", "e"))  # 1e+16 is 1e16 to black


def identifier(text: str) -> Source:
    """A name; ValueError where `text` is no ASCII identifier (the checks should have said so)."""
    if not (text.isascii() and text.isidentifier()) or iskeyword(text):
        raise ValueError(f"not an identifier: {text!r}")
    return Source(text)


def comment(text: str) -> Source:
    """A comment; ValueError where `text` is no printable ASCII of one line that begins as one."""
    if not compiled("# [ -~]*").fullmatch(text):
        raise ValueError(f"not a comment: {text!r}")
    return Source(text)


def dotted(text: str) -> Source:
    """A dotted name, each part an identifier; a leading dot is kept (relative imports)."""
    bare = text.removeprefix(".")
    for part in bare.split("."):
        identifier(part)
    return Source(text)


def code(template: str, *parts: Source) -> Source:
    """`template` with each `{}` replaced by a piece of source.

    The template must be a literal in our own code: a test reads every call and holds us to it.
    """
    return Source(template.format(*(part.text for part in parts)))


def joined(separator: str, parts: Iterable[Source]) -> Source:
    """Pieces with a separator of ours between them."""
    return Source(separator.join(part.text for part in parts))


def preformatted(text: str) -> Source:
    """What black made of a `Source`: the one text that comes back as code."""
    return Source(text)


def margin(columns: int) -> Source:
    """White space of that width."""
    return Source(" " * columns)


def tuple_of(items: Sequence[Source]) -> Source:
    """`(a, b)`; one item keeps the comma that makes it a tuple."""
    return (
        code("({},)", items[0])
        if len(items) == 1
        else code("({})", joined(", ", items))
    )


def _margin(lines: Iterable[str]) -> int:
    """The white space that all lines with text begin with."""
    texts = [line for line in lines if line.strip(" ")]
    return min((len(line) - len(line.lstrip(" ")) for line in texts), default=0)


def _dedented(text: str) -> list[str]:
    """Lines without the common margin of all but the first, as `inspect.cleandoc` has them."""
    lines = text.expandtabs().split("\n")
    common = _margin(lines[1:])
    kept = [lines[0].lstrip(" "), *(line[common:] for line in lines[1:])]
    while kept and not kept[-1].strip():
        kept.pop()
    while kept and not kept[0]:
        kept.pop(0)
    return kept


def _docstring_line(line: str) -> str:
    body = _visible(line).replace('"""', '\\"\\"\\"')
    if body.startswith(
        '"'
    ):  # black pads a quote at the start of a docstring with a space
        body = "\\" + body
    # trailing blanks are text to us and noise to black
    return body[:-1] + "\\x20" if body.endswith(" ") else body


def docstring(text: str, indent: int) -> Source:
    """A docstring whose cleaned text is the cleaned `text`, indented by `indent` columns."""
    raw = _dedented(text) if text.strip() else [""]
    if len(raw) == 1:
        return Source(f'"""{_closed(raw[0])}"""')
    lines = [_docstring_line(line) for line in raw]
    space = " " * indent
    indented = [space + line if line else "" for line in lines]
    # cleaning takes the margin of all lines but the first from them: where the first one has part
    # in it, it must not stand first
    first = "\n" + indented[0] if _margin(raw[1:]) or raw[0][0].isspace() else lines[0]
    return Source('"""' + "\n".join([first, *indented[1:]]) + f'\n{space}"""')


def _closed(line: str) -> str:
    # a quote before the closing quotes would join them, and black pads even an escaped one
    if line.endswith('"'):
        return _docstring_line(line[:-1]) + "\\x22"
    return _docstring_line(line)
