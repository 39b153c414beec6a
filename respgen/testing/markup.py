"""HTML elements from Python values: every text is escaped, whoever wrote it.

Goes in: texts and elements. Comes out: Markup, which nothing else here makes.
"""

from __future__ import annotations

from html import escape
from typing import NewType, TypeAlias

Markup = NewType("Markup", bytes)
"""HTML that is well-formed. Bytes, since a text is always text, and so never taken for it."""
Child: TypeAlias = "str | int | Markup | None"

_VOID = frozenset({"meta"})


def element(name: str, *children: Child, **attributes: str | None) -> Markup:
    """`<name class="...">children</name>`; `kind` is its class, and None leaves things out."""
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    start = _encoded(f"<{name}{given}>")
    if name in _VOID:
        return Markup(start)
    return Markup(start + joined(*children) + f"</{name}>".encode())


def _attribute(key: str, value: str | None) -> str:
    name = "class" if key == "kind" else key.rstrip("_").replace("_", "-")
    return "" if value is None else f' {name}="{escape(value)}"'


def joined(*children: Child) -> Markup:
    """Children without an element around them."""
    return Markup(b"".join(_child(each) for each in children if each is not None))


def _child(child: str | int | Markup) -> bytes:
    if isinstance(child, bytes):
        return child
    return _encoded(escape(str(child)))


def _encoded(text: str) -> bytes:
    """A text as it is sent; a lone surrogate is no character that UTF-8 has."""
    return text.encode("utf-8", "replace")


def style(rules: str) -> Markup:
    """Our own style sheet."""
    return Markup(b"<style>" + rules.encode() + b"</style>")
