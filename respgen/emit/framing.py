"""init_headers: the usual response in a few lines, every other one through the general rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from respgen.core.media_types import content_type
from respgen.core.statuses import BODYLESS
from respgen.emit.cookies import set_attributes
from respgen.emit.headers import appended, merging, statements
from respgen.emit.layout import call, condition, laid_out, pair
from respgen.emit.names import Names
from respgen.emit.source import Source, code, literal
from respgen.emit.templates import render
from respgen.resolve.specs import CookieUse, ResponseSpec
from respgen.vocabulary.encodings import ENCODINGS

INDENT = 12


def method(
    response: ResponseSpec, names: Names, width: int, overrides: Path | None
) -> Source:
    """The whole of `init_headers`."""
    return render(
        "init_headers",
        overrides,
        mapping=names.imported("collections.abc", "Mapping"),
        declared=list(statements(response.headers, names, width)),
        usual=_usual(response, names, width),
        framing=list(_framing(response, width)),
        general=_general(response, names, width),
        cookies=_always(response, width),
    )


def framing(response: ResponseSpec) -> tuple[object, ...]:
    """What two classes must share for one to inherit the other's `init_headers`."""
    always = [
        (use.cookie, use.always) for use in response.cookies if use.always is not None
    ]
    return (
        response.headers,
        response.kind,
        response.status_code if response.status_code in BODYLESS else None,
        response.media_type,
        response.charset,
        always,
    )


def _usual(response: ResponseSpec, names: Names, width: int) -> Source | None:
    """The condition of the fast path: nothing but what the schema says."""
    if "media_type" in response.inherits:
        return None
    # 200.0 equals 200 and is in a set of it, but no server can send it
    typed = code("type(self.status_code) is int")
    tests = [code("headers is None"), typed, _status_test(response, names)]
    tests.append(_media_test(response.media_type))
    if _charset_shows(response):
        tests.append(code("self.charset == {}", literal(response.charset)))
    return condition(tests, 8, width)


def _status_test(response: ResponseSpec, names: Names) -> Source:
    if response.status_code in BODYLESS:
        return code("self.status_code == {}", literal(response.status_code))
    return code("self.status_code in {}", names.support("WITH_BODY"))


def _media_test(media_type: str | None) -> Source:
    if media_type is None:
        return code("self.media_type is None")
    return code("self.media_type == {}", literal(media_type))


def _charset_shows(response: ResponseSpec) -> bool:
    media_type = response.media_type
    if media_type is None or response.status_code in BODYLESS:
        return False
    return content_type(media_type, "a") != content_type(media_type, "b")


def _framing(response: ResponseSpec, width: int) -> Iterator[Source]:
    if response.status_code == 205:
        yield code('raw_headers.append((b"content-length", b"0"))')
    elif response.status_code not in BODYLESS:
        yield code('raw_headers.append((b"content-length", b"%d" % len(self.body)))')
        if response.media_type is not None:
            value = content_type(response.media_type, response.charset)
            field = pair(literal(b"content-type"), literal(value))
            yield laid_out(call(code("raw_headers.append"), field), INDENT, width)


def _general(response: ResponseSpec, names: Names, width: int) -> Source:
    completed = call(
        names.support("complete_headers"),
        code("self"),
        code("raw_headers"),
        code("headers"),
        *merging(response.headers),
    )
    indent = 8 if "media_type" in response.inherits else INDENT
    space = len("self.raw_headers = ")
    return code("self.raw_headers = {}", laid_out(completed, indent, width, space))


def _always(response: ResponseSpec, width: int) -> list[Source]:
    values = [
        pair(literal(b"set-cookie"), literal(_always_set(use)))
        for use in response.cookies
        if use.always is not None
    ]
    if not values:
        return []
    return [code("self.{}", appended(values, 8, width - len("self.")))]


def _always_set(use: CookieUse) -> bytes:
    encode = ENCODINGS[use.cookie.encoding].encode
    return encode(use.cookie.key, use.always or "") + set_attributes(use.cookie)
