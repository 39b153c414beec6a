"""Finds texts that were to be something else: the name of a type, a placeholder of another tool.

Goes in: a header and the text that it would send. Comes out: a finding; the text breaks no rule of
HTTP, and no client can make sense of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, quoted
from respgen.fields import TYPES
from respgen.rules import r2
from respgen.specs import HeaderSpec, Pattern

_LIKELY = frozenset(
    {"token", "json", "enum", "link", "date", "digest", "list", "challenge"}
)
"""Type words that a header may well have for a value."""
_PYTHON = {
    "string": "str",
    "text": "",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "datetime": "date",
    "timedelta": "duration",
    "uuid": "str",
    "uuid.uuid": "str",
    "decimal": "float",
}
_OF_NAMES = frozenset(
    {"vary", "access-control-expose-headers", "access-control-allow-headers"}
)
# shells and compose, Jinja and mustache, Python's percent format, ours
_PLACES = (
    r"\$\{[A-Za-z_][^{}]*\}",
    r"\{\{[^{}]*\}\}",
    r"<%=?[^%]*%>",
    r"%\([A-Za-z_]\w*\)[sdif]",
    r"(?<![\w$])\$[A-Z_][A-Z0-9_]+\b",
    r"\{ *[A-Za-z_][\w.]* *\}",
)
_PLACE = "|".join(_PLACES)
# a constant may have it
_VARIABLE = r"(?<![\w$])\$[A-Za-z_]\w*"
# in the target of a Link, whose URL is percent-encoded by now
_IN_URL = r"%7B([A-Za-z_]\w*)%7D"
_URI_TEMPLATES = frozenset({"link-template"})


def constant_leftovers(header: HeaderSpec, text: str) -> Iterator[Finding]:
    """Reports the first of them in a constant."""
    lower = header.name.lower()
    if word := _type_word(text) if lower not in _OF_NAMES else "":
        message = f"{header.name}: the text {quoted(text)} is sent, which is the name of a type"
        advice = f"write {{type: {word}}} for an argument"
        yield Finding(r2.TYPE_AS_VALUE, message, advice)
    elif lower not in _URI_TEMPLATES and (found := compiled(_PLACE).search(text)):
        yield _place(header, found[0], text[: found.start()])
    elif lower == "link" and (found := compiled(_IN_URL).search(text)):
        yield _place(header, f"{{{found[1]}}}")


def _type_word(text: str) -> str:
    if text in TYPES and text not in _LIKELY:
        return text
    member = text.removeprefix("list[").removesuffix("]")
    if text == f"list[{member}]" and member in TYPES:
        return text
    return _PYTHON.get(text.lower(), "")


_NONCE = "write the policy as a mapping, with nonce: [script-src] in it, and no param"


def _is_nonce(header: HeaderSpec, before: str) -> bool:
    """Whether what stands before a placeholder makes it the nonce of a policy, a secret of its own."""
    is_policy = header.name.lower().startswith("content-security-policy")
    return is_policy and before.rstrip("$").lower().endswith("nonce-")


def _place(header: HeaderSpec, place: str, before: str = "") -> Finding:
    message = f"{header.name}: {quoted(place)} is sent as it is: respgen fills no placeholder in a constant"
    name = "".join(re.findall(r"\w+", place)[:1]).lower() or "name"
    advice = f'write {{template: "...{{{name}}}..."}} with params: {{{name}: str}}, or {{from: "package.module:name"}}'
    advice = _NONCE if _is_nonce(header, before) else advice
    return Finding(r2.PLACEHOLDER, message, advice)


def without_places(header: HeaderSpec) -> Finding:
    """A template that has no place for anything is a constant, and was to be none."""
    message = f"{header.name}: the template has no placeholder, so it is sent as it is"
    advice = "write a placeholder as {name}, with one brace on each side, or value: for a constant"
    return Finding(r2.PLACEHOLDER, message, advice)


def template_leftovers(header: HeaderSpec, pattern: Pattern) -> Iterator[Finding]:
    """Reports what surrounds, or looks like, a placeholder of ours in a template."""
    for text, name in zip(pattern.texts, pattern.parameters, strict=False):
        if text.endswith("$"):
            message = f"{header.name}: the $ before {{{name}}} is sent, too"
            advice = _NONCE if _is_nonce(header, text) else f"write {{{name}}}"
            yield Finding(r2.PLACEHOLDER, message, advice)
            return
    for text in pattern.texts:
        if found := compiled(f"{_PLACE}|{_VARIABLE}").search(text):
            message = f"{header.name}: {quoted(found[0])} is sent as it is"
            advice = "write a placeholder as {name}, with one brace on each side"
            if _is_nonce(header, text[: found.start()]):
                advice = _NONCE
            yield Finding(r2.PLACEHOLDER, message, advice)
            return
    if not pattern.parameters:
        yield without_places(header)
