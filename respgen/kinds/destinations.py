"""Where a URL may lead: what `url:` of a redirect says, or `allow` and `fallback` of a header.

Goes in: an entry of the tree. Comes out: a Destination.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from respgen.core.grammar import compiled
from respgen.core.redirects import SAME_ORIGIN, serialised_url_origin
from respgen.decoder.keys import Keys, KeysOf, required, row
from respgen.decoder.plain import TEXT, Shape
from respgen.decoder.shapes import ListOf, Parsed, either
from respgen.diagnostics import Finding, Malformed, Span, nearest, quoted
from respgen.located import Located, Written
from respgen.rules import r0, r1, r7
from respgen.specs.destinations import ORIGIN_NAME, Destination
from respgen.specs.origins import Argument, Constant, Pattern, Template
from respgen.vocabulary.identifiers import is_identifier
from respgen.vocabulary.members import MEMBERS
from respgen.vocabulary.templates import template

_NAMES = frozenset({"url", ORIGIN_NAME, "self", *MEMBERS})
"""What the parameter of a fallback cannot be called."""


def _template(text: str) -> Pattern | Finding:
    if not text:
        message = "an empty URL leads back to the page that redirects"
        return Finding(r0.WRONG_TYPE, message, "write a path such as /")
    try:
        return template(text)
    except Malformed as refused:
        return refused.found


def _origin(text: str) -> str | Finding:
    """An origin as browsers compare it, or the word for the page's own."""
    found = serialised_url_origin(text)
    if text == SAME_ORIGIN or (found and text.count("/") == 2):
        return found or text
    message = f"{quoted(text)} is not an origin that a URL can be allowed to lead to"
    return Finding(r7.ALLOWED_ORIGIN, message, _meant(text, found))


def _meant(text: str, found: str | None) -> str:
    if found:
        return f"write {found!r}: an origin has no path"
    if near := nearest(text, (SAME_ORIGIN,)):
        return near
    host = serialised_url_origin(f"https://{text}")
    if host and "." in text and "/" not in text:
        return f"write {host!r}"
    bare = compiled(r":[0-9]+\Z").sub("", text)
    if bare != text and serialised_url_origin(bare):
        return "write a port from 1 to 65535, without zeros in front"
    return "write same_origin, or one such as 'https://login.example'"


def _parameter(name: str) -> str | Finding:
    if is_identifier(name) and name not in _NAMES:
        return name
    message = f"{quoted(name)} cannot be the name of the parameter"
    return Finding(r1.PARAMETER_NAME, message, "argument: fallback")


_ARGUMENT = Parsed(TEXT, _parameter, {})


class FallbackKeys(Keys):
    """An address that callers give."""

    example: ClassVar[str] = "{argument: fallback}"

    argument: Located[str] = required(_ARGUMENT, "The keyword parameter.", "fallback")


_TEMPLATE = Parsed(TEXT, _template, {})
_SUCH = "write same_origin, or one such as 'https://login.example'"
_ORIGIN = Parsed(TEXT, _origin, {})
_ALLOW: Shape[str | tuple[Located[str], ...]] = either(
    "an origin or a list of them",
    _ORIGIN,
    ListOf(_ORIGIN, _SUCH),
    advice=_SUCH,
)
_FALLBACK: Shape[str | FallbackKeys] = either(
    "a URL as text or a mapping",
    TEXT,
    KeysOf(FallbackKeys),
    advice="write a path such as /",
)


class AllowKeys(Keys):
    """Where URLs may lead."""

    allow: Written[str | tuple[Located[str], ...]] = row(
        _ALLOW, "same_origin, and origins such as https://login.example."
    )
    fallback: Written[str | FallbackKeys] = row(
        _FALLBACK, "What is sent in place of a URL that leads elsewhere."
    )

    def mistake(self) -> Finding | None:
        if self.allow or not self.fallback:
            return None
        message = "a fallback stands for URLs that allow refuses, and there is none"
        return Finding(r0.CONFLICT, message, "allow: same_origin", ("fallback",))


class UrlKeys(AllowKeys):
    """Where a redirect may lead."""

    example: ClassVar[str] = "{allow: same_origin}"

    template: Written[Pattern] = row(
        _TEMPLATE, "A URL with places for params, {item_id}: there is no url then."
    )

    def mistake(self) -> Finding | None:
        if self.allow or self.fallback or self.template:
            return AllowKeys.mistake(self)
        return Finding(r0.MISSING_KEY, "missing key 'allow'", "allow: same_origin")


def _destination(written: Pattern | UrlKeys) -> Destination:
    if isinstance(written, Pattern):
        return Destination(Template(written, "url"))
    template = written.template
    made = Template(template.value, "url") if template else None
    return replace(allowed(written), template=made)


def allowed(keys: AllowKeys) -> Destination:
    """Where what callers give may lead."""
    allow = keys.allow.value if keys.allow else ()
    origins = (allow,) if isinstance(allow, str) else (each.value for each in allow)
    return Destination(
        allow=tuple(dict.fromkeys(origins)),
        fallback=_fallback(keys.fallback.value) if keys.fallback else None,
        spans=dict(_spans(keys)),
    )


def _spans(written: AllowKeys) -> Iterator[tuple[str, Span]]:
    if isinstance(written, UrlKeys) and written.template:
        yield "template", written.template.span
    if written.fallback:
        yield "fallback", written.fallback.span
    if written.allow:
        allow = written.allow.value
        listed = (written.allow,) if isinstance(allow, str) else allow
        yield from ((str(each.value), each.span) for each in listed)


def _fallback(written: str | FallbackKeys) -> Constant | Argument:
    if isinstance(written, str):
        return Constant(written)
    return Argument(written.argument.value, required=True)


_WRITTEN: Shape[Pattern | UrlKeys] = either(
    "a template as text or a mapping",
    _TEMPLATE,
    KeysOf(UrlKeys),
    advice="write a template such as '/items/{item_id}', or {allow: same_origin}",
)
URL_KEY = Parsed(_WRITTEN, _destination, {})
