"""Signed values of cookies: what a client changed, or kept too long, is told from what was set.

Goes in: a signer, which is itsdangerous' TimestampSigner or works as it does. Comes out: of a
client's value the one that was signed.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, Protocol

from respgen.core.cookies import COOKIE_OCTETS
from respgen.core.grammar import FieldError, compiled, wrong_type
from respgen.core.values import check_sequence

# Several keys, the newest last: it signs, and the others are still believed.
Secret = str | bytes | Sequence[str] | Sequence[bytes]


class CookieSigner(Protocol):
    """Appends `.time.signature` to a value, and compares signatures in constant time."""

    def sign(self, value: bytes) -> bytes: ...

    def validate(self, signed_value: bytes, max_age: int | None = None) -> bool: ...


class SignerClass(Protocol):
    """The class of a signer: itsdangerous' TimestampSigner."""

    def __call__(
        self,
        secret_key: list[bytes],
        salt: bytes,
        *,
        key_derivation: str,
        digest_method: Callable[..., Any],
    ) -> CookieSigner: ...


def cookie_signer(make: SignerClass, key: str, secret: Secret) -> CookieSigner:
    """The signer of one cookie: HMAC with SHA-256, by a key derived for the cookie's name.

    A value that is signed for one name is none for another. Raises ValueError for an
    empty secret, TypeError for one that is no text, bytes or sequence of them.
    """
    salt = b"cookie " + key.encode("utf-8", "surrogatepass")
    return make(signing_keys(secret), salt, key_derivation="hmac", digest_method=sha256)


def signing_keys(secret: Secret) -> list[bytes]:
    """The keys, the newest last. Messages never quote them."""
    if isinstance(secret, str | bytes):
        return [signing_key(secret)]
    check_sequence("cookie secret", secret)
    if not secret:
        raise FieldError("cookie secret", "no key")
    return [signing_key(key) for key in secret]


def signing_key(key: object) -> bytes:
    """A key as bytes. Raises ValueError for an empty one, TypeError for another type."""
    if not isinstance(key, str | bytes):
        raise wrong_type("cookie secret", "str or bytes", key)
    if not key:
        raise FieldError("cookie secret", "empty")
    return key.encode("utf-8") if isinstance(key, str) else key


def unsigned_value(
    signer: CookieSigner, value: str | None, max_age: int | None
) -> str | None:
    """The value that was signed at most `max_age` seconds ago; None for any other."""
    if value is None or not compiled(COOKIE_OCTETS).fullmatch(value):
        return None
    if not signer.validate(value.encode("ascii"), max_age):
        return None
    return value.rsplit(".", 2)[0]
