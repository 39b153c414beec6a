"""Checks the bodies that schemas write: rules R810 to R813, and R116 of their placeholders.

Goes in: a response, and what is known of its author's classes. Comes out: findings at the body, or
at the text that has the placeholder.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from respgen.checks.contents import Holdings, unfit
from respgen.checks.places import text_findings
from respgen.diagnostics import Finding, quoted
from respgen.kinds import KINDS
from respgen.renderers import RENDERERS
from respgen.renderers.attributes import Guard, Spot
from respgen.renderers.fillings import JsonFilling, TextFilling
from respgen.rules import r0, r8
from respgen.specs import BodySpec, ResponseSpec, Whole
from respgen.specs.origins import leaves

_BODY = ("body",)


def body_findings(response: ResponseSpec, holdings: Holdings) -> Iterator[Finding]:
    """Reports what is wrong with the form, with constants, then with what placeholders stand for."""
    body = response.body
    if body is None:
        if "omit_none" in response.spans and KINDS[response.kind].templates:
            message = f"omit_none is about a body, and {response.name} has none"
            yield Finding(r0.CONFLICT, message, "leave it out", ("omit_none",))
        return
    yield from _contents(response, body)
    misfit = _misfit(response, body)
    if misfit:
        yield misfit
        return
    if body.is_text:
        yield from _texts(response, body)
        yield from _places(response, body)
    else:
        yield from _numbers(response, body)
        yield from _values(response, body, holdings)
    yield from text_findings(response, body, holdings)


def _contents(response: ResponseSpec, body: BodySpec) -> Iterator[Finding]:
    placed = "content" in body.parameters
    if "content" in response.spans and not placed and not response.drops_content:
        message = f"the body of {response.name} has no place for its content"
        advice = 'write "{content}" in the body, or leave out content'
        yield Finding(r8.BODY_CONTENT, message, advice, ("content",))
    elif placed and response.content is None:
        message = f"the body of {response.name} has a place for its content, which it has dropped"
        advice = "leave out content: null"
        yield Finding(r8.BODY_CONTENT, message, advice, body.spans["content"])


def _misfit(response: ResponseSpec, body: BodySpec) -> Finding | None:
    """The renderer decides: JSON is made of a mapping or a list, everything else of a text."""
    name = response.renderer.name
    filling = RENDERERS[name].filling
    keys = ("body", "render", "media_type")
    place = next(((key,) for key in keys if key in response.spans), _BODY)
    if filling and not filling.fits(response.renderer.options):
        message = f"what {name} makes of parts with these options is not known"
        advice = "leave out {argument: ...} for what indents, and append_newline"
        return Finding(r8.BODY_FORM, message, advice, place)
    if filling is None:
        message = (
            f"render: {name} cannot be used with a body: the body says what is rendered"
        )
        return Finding(r8.BODY_FORM, message, "leave out render, or body", place)
    if isinstance(filling, JsonFilling) and body.is_text:
        message = f"render: {name} makes JSON, so the body must be a mapping or a list"
        advice = (
            "write a mapping such as {message: ...}, or a media_type such as text/plain"
        )
        return Finding(r8.BODY_FORM, message, advice, place)
    if not isinstance(filling, JsonFilling) and not body.is_text:
        what = response.media_type or f"render: {name}"
        message = f"{what} is no JSON, so the body must be a text"
        advice = "write media_type: application/json, or the body as text"
        return Finding(r8.BODY_FORM, message, advice, place)
    return None


def _texts(response: ResponseSpec, body: BodySpec) -> Iterator[Finding]:
    """Text is put together in the charset, a part at a time."""
    charset = response.charset
    try:
        fits = bytes(range(128)).decode("ascii").encode(charset) == bytes(range(128))
    except (LookupError, UnicodeError):
        return  # another rule's
    if not fits:
        message = f"a body cannot be put together in {charset!a}: its ASCII is another"
        yield Finding(r8.BODY_TEXT, message, "charset: utf-8", _BODY)
        return
    for text in body.text.texts:
        try:
            text.encode(charset)
        except UnicodeError as error:
            character = (
                text[error.start] if isinstance(error, UnicodeEncodeError) else ""
            )
            message = f"{charset} has no {character!a}"
            yield Finding(r8.BODY_TEXT, message, "charset: utf-8", _BODY)


def _places(response: ResponseSpec, body: BodySpec) -> Iterator[Finding]:
    """HTML 13.2.5: where a value could begin what its author did not write."""
    filling = RENDERERS[response.renderer.name].filling
    if not isinstance(filling, TextFilling):
        return
    found = filling.spots(body.text, response.media_type)
    for name, spot in zip(body.text.parameters, found, strict=bool(found)):
        if spot.guard is Guard.NONE:
            message = (
                f"{quoted(name)} stands in {spot.what}, where escaping does not help"
            )
            yield Finding(r8.UNGUARDED, message, _instead(spot), body.spans[name])
        elif spot.loads:
            message = (
                f"{quoted(name)} decides from where the page loads what runs in it"
            )
            advice = "write the URL as far as its host, or its folder"
            yield Finding(r8.LOADED, message, advice, body.spans[name])


def _instead(spot: Spot) -> str:
    for words, advice in _INSTEAD.items():
        if spot.what.endswith(words) or spot.what.startswith(words):
            return advice
    return "write it into the text of an element, or a quoted attribute"


_INSTEAD = {
    "without quotes": "put the attribute into quotes",
    "the text of <script>": "write it into an attribute data-..., which the script reads",
    "the attribute on": "write it into an attribute data-..., which a script reads",
    "a character reference": "write &amp; for a literal &",
    "the scheme of a URL": "let the URL begin with its scheme, as in https:, or with /",
    "a URL of the scheme": "link to a page, with a URL that begins with https: or /",
    "does not end": "close the quotes and the tag",
}


def _numbers(response: ResponseSpec, body: BodySpec) -> Iterator[Finding]:
    """Constants that the renderer itself would refuse."""
    filling = RENDERERS[response.renderer.name].filling
    if not isinstance(filling, JsonFilling):
        return
    options = response.renderer.options
    for value in leaves(body.template):
        if isinstance(value, bool) or not isinstance(value, int):
            continue
        if not filling.holds(options, value):
            message = f"{response.renderer.name} does not write {value}: it has too many digits"
            yield Finding(r8.BODY_TEXT, message, "write it as text", _BODY)


def _values(
    response: ResponseSpec, body: BodySpec, holdings: Holdings
) -> Iterator[Finding]:
    """What stands at a place by itself: the renderer has to hold its type."""
    alone = {part.parameter for part in body.parts if isinstance(part, Whole)}
    for param in response.params:
        if param.name in alone:
            reasons = unfit(response.renderer, param.type, holdings)
            for message, advice in islice(reasons, 1):
                found = f"{quoted(param.name)}: {message}"
                yield Finding(r8.BODY_PARAM, found, advice, body.spans[param.name])
