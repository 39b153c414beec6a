"""What libyaml, a parser of YAML 1.1, takes and YAML 1.2 does not, or reads as something else.

Goes in: the text and an offset at which a part of it begins or ends. Comes out: notes.
"""

from __future__ import annotations

from respgen.core.grammar import compiled
from respgen.load.source import SchemaText
from respgen.load.yaml_places import in_quotes, value_end
from respgen.rules import r0

_NAME = r"[^\s,\[\]{}]*+"


def comment(source: SchemaText, end: int) -> None:
    """Note a comment without the white space that has to stand before it (section 6.6)."""
    if source.text[end : end + 1] == "#":
        message = "a space is missing before the comment"
        advice = "write a space before #, or put it inside the quotes"
        source.note(r0.SYNTAX, source.point(end), message, advice)


def question(source: SchemaText, start: int) -> None:
    """Note a key in braces that begins with `?`, which is lost (section 7.3.3)."""
    glued = source.text[max(start - 1, 0) : start + 1].rstrip()
    if len(glued) == 2 and glued[0] == "?":
        end = value_end(source.text, start)
        key = source.text[start - 1 : end].partition(":")[0].rstrip()
        span = source.span(start - 1, start - 1 + len(key))
        message = "text cannot begin with ? unless it is in quotes"
        source.note(r0.UNQUOTED, span, message, in_quotes(key))


def colon(source: SchemaText, anchor: str, start: int) -> None:
    """Note an anchor with a colon, at which its name ends for libyaml (section 6.9.2)."""
    at = source.text.find("&", start)
    found = compiled(_NAME).match(source.text, at + 1)
    if found and found[0].startswith(f"{anchor}:"):
        span = source.span(at, found.end())
        message = "the name of an anchor cannot contain a colon"
        source.note(r0.SYNTAX, span, message, f"write &{found[0].replace(':', '_')}")
