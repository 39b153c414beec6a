"""Set-Cookie fields of a response, one for each scope (RFC 6265bis 4.1.1).

Goes in: a response, and the values of its fields. Comes out: the response, where each replaces what
a preset wrote for the same scope before.
"""

from collections.abc import Container

from respgen.core.deferring import Sending

# The name of what presets wrote. It is known as this very object: the base's own
# `set_cookie` writes another one of the same bytes.
PRESET_COOKIE = bytes(bytearray(b"set-cookie"))


def cookie_fields(*cookies: bytes) -> list[tuple[bytes, bytes]]:
    """The fields of cookies that live in different scopes."""
    return [(PRESET_COOKIE, cookie) for cookie in cookies]


def put_cookies(response: Sending, cookie: bytes, *others: bytes) -> None:
    """Set and delete cookies; of several in one scope the last one counts.

    What the base's own `set_cookie` wrote stays.
    """
    fields = response.raw_headers
    if not others:
        # one is set on most responses: a loop takes a third of the time of `any`
        for field in fields:
            if field[0] is PRESET_COOKIE:
                break
        else:
            fields.append((PRESET_COOKIE, cookie))
            return
    latest = {scope(each): each for each in (cookie, *others)}
    replace_cookies(fields, latest)
    fields += cookie_fields(*latest.values())


def yield_cookies(response: Sending) -> None:
    """Leave out what a class sets by itself where its caller's headers set the same cookie."""
    fields = response.raw_headers
    own = [field for field in fields if field[0] is not PRESET_COOKIE]
    given = {scope(value) for name, value in own if name == b"set-cookie"}
    if given:
        replace_cookies(fields, given)


def replace_cookies(
    fields: list[tuple[bytes, bytes]], scopes: Container[tuple[bytes, ...]]
) -> None:
    """Remove what presets wrote for the scopes."""
    fields[:] = [
        field
        for field in fields
        if field[0] is not PRESET_COOKIE or scope(field[1]) not in scopes
    ]


def scope(cookie: bytes) -> tuple[bytes, ...]:
    """Name, domain and path: what makes two cookies the same one (RFC 6265bis 5.7).

    Of an attribute that is repeated the last one counts, and a leading dot never does.
    """
    pair, *attributes = cookie.split(b";")
    said: dict[bytes, bytes] = {}
    for attribute in attributes:
        name, _, value = attribute.partition(b"=")
        said[name.strip().lower()] = value.strip()
    domain = said.get(b"domain", b"").lower().removeprefix(b".")
    return pair.partition(b"=")[0].strip(), domain, said.get(b"path", b"")
