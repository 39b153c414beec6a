"""The plain answer for cookies: what setting, deleting and reading one comes to.

Goes in: a preset, and what callers give. Comes out: the Set-Cookie fields, or the value read.
Settings are read as the author's module has them; nothing is shared with the emitter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from itsdangerous import BadSignature, TimestampSigner

from respgen.core import cookie_attributes, cookie_chunks, cookies, quoting
from respgen.specs import (
    NAME,
    CookieScope,
    CookieSpec,
    ImportPath,
    Read,
)
from tests.behaviour import authors
from tests.support.presets import changed

Fields = list[tuple[bytes, bytes]]


def completed(cookie: CookieSpec, arguments: Mapping[str, Any]) -> CookieSpec:
    """The same cookie when everything is known: from settings, from callers, or by default."""
    found: dict[str, Any] = {n: _value(cookie, n, arguments) for n in cookie.origins}
    key = found.pop(NAME, cookie.key)
    for name, value in arguments.items():
        key = key.replace(f"{{{name}}}", str(value))
    whole = changed(cookie, key=key, origins={}, **found)
    also_delete = tuple(_scope(scope, whole) for scope in cookie.also_delete)
    formerly = tuple(_scope(scope, whole) for scope in cookie.formerly)
    return replace(whole, also_delete=also_delete, formerly=formerly)


def _value(cookie: CookieSpec, name: str, arguments: Mapping[str, Any]) -> object:
    origin = cookie.origins[name]
    if isinstance(origin, Read):
        return setting(origin.path)
    return arguments.get(name, dict[str, Any](cookie.known)[name])


def setting(path: ImportPath) -> Any:
    """What an import path of the author's leads to, called where it can be."""
    found = getattr(authors.SETTINGS, path.name.removeprefix("SETTINGS."))
    return found() if callable(found) else found


def _scope(scope: CookieScope, own: CookieSpec) -> CookieScope:
    known = dict[str, Any](own.known)
    decided = {name: known[name] for name in scope.decided}
    return replace(scope, decided=frozenset(), **decided)


def set_fields(cookie: CookieSpec, value: Any, arguments: Mapping[str, Any]) -> Fields:
    """Older scopes are cleared, parts that are not needed too; then the cookie is set."""
    known = completed(cookie, arguments)
    encoded = _coding(f"{known.encoding}_octets")(known.key, value)
    if known.sign:
        encoded = signer(known).sign(encoded)
    attributes = _attributes(cookie, known)
    olds = [_deleted(known, scope) for scope in known.formerly]
    cleared = [field for fields in olds for field in fields]
    if not known.chunks:
        pair = cookies.cookie_pair(known.key, encoded)
        return _once([*cleared, (b"set-cookie", pair + attributes)])
    past = _past(known, known.scope)
    parts = cookie_chunks.chunk_cookies(known.key, encoded, attributes, past)
    return _once([*cleared, *((b"set-cookie", part) for part in parts)])


def delete_fields(cookie: CookieSpec, arguments: Mapping[str, Any]) -> Fields:
    """Every scope that a preset lists, once, its own first."""
    known = completed(cookie, arguments)
    listed = [cookie.scope, *cookie.also_delete, *cookie.formerly]
    scopes = [_scope(scope, known) for scope in dict.fromkeys(listed)]
    return _once([field for scope in scopes for field in _deleted(known, scope)])


def _once(fields: Fields) -> Fields:
    """The last of each scope, at the place of the first."""
    found: dict[tuple[str, ...], tuple[bytes, bytes]] = {}
    for field in fields:
        pair, *attributes = field[1].decode().split("; ")
        said = dict(each.partition("=")[::2] for each in attributes)
        domain = said.get("Domain", "").lower().lstrip(".")
        found[pair.partition("=")[0], domain, said.get("Path", "")] = field
    return [*found.values()]


def read(
    cookie: CookieSpec, jar: Mapping[str, str], arguments: Mapping[str, Any]
) -> Any:
    """The value, None where there is none that was set."""
    known = completed(cookie, arguments)
    text = jar.get(known.key)
    if known.chunks:
        text = cookie_chunks.joined_chunks(jar, known.key)
    if known.sign and text is not None:
        try:
            unsigned = signer(known).unsign(text.encode("ascii"), known.sign.max_age)
        except (BadSignature, UnicodeEncodeError):
            return None
        text = unsigned.decode("ascii")
    return _coding(f"read_{known.encoding}_cookie")(text)


def _coding(name: str) -> Callable[..., Any]:
    """A function of an encoding."""
    found: Callable[..., Any] = {**vars(cookies), **vars(quoting)}[name]
    return found


def signer(known: CookieSpec) -> TimestampSigner:
    """The one that signs this cookie."""
    assert known.sign
    return TimestampSigner(
        setting(known.sign.secret),
        salt=b"cookie " + known.key.encode(),
        key_derivation="hmac",
        digest_method=sha256,
    )


def _attributes(cookie: CookieSpec, known: CookieSpec) -> bytes:
    checked = known.key if cookie.origins or "{" in cookie.key else None
    return cookie_attributes.cookie_attributes(checked, **known.known)


def _deleted(known: CookieSpec, scope: CookieScope) -> Fields:
    names = cookie_chunks.chunk_keys(known.key) if known.chunks else [known.key]
    past = _past(known, scope)
    return [(b"set-cookie", name.encode() + b"=" + past) for name in names]


def _past(known: CookieSpec, scope: CookieScope) -> bytes:
    """Where it lives and its flags as they are; no age, no hint."""
    words = ("secure", "httponly", "samesite", "partitioned")
    flags = {word: dict[str, Any](known.known)[word] for word in words}
    return cookie_attributes.cookie_attributes(
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path=scope.path,
        domain=scope.domain,
        **flags,
    )
