"""Signed values of cookies: what a client changed, or kept too long, is told from what was set.

Goes in: a signer, which is itsdangerous' TimestampSigner or works as it does. Comes out: of a
client's value the one that was signed.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, Protocol, cast

from respgen.core.cookies import COOKIE_OCTETS
from respgen.core.grammar import FieldError, compiled, exact, wrong_type
from respgen.core.values import check_sequence

# Several keys, the newest last: it signs, and the others are still believed.
Secret = str | bytes | Sequence[str] | Sequence[bytes]
# As long as what SHA-256 makes of it (RFC 7518 3.2, RFC 2104 3): a shorter one is guessed sooner
SECRET_SIZE = 32


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

    A value that is signed for one name is none for another. Raises ValueError for a
    secret of less than 32 bytes, TypeError for one that is no text, bytes or sequence
    of them.
    """
    salt = b"cookie " + key.encode("utf-8", "surrogatepass")
    return make(signing_keys(secret), salt, key_derivation="hmac", digest_method=sha256)


def signing_keys(secret: Secret) -> list[bytes]:
    """The keys, the newest last. Messages never quote them."""
    if type(exact(secret)) in (str, bytes):
        return [signing_key(secret)]
    check_sequence("cookie secret", secret)
    keys = [signing_key(key) for key in cast("Sequence[str | bytes]", secret)]
    if not keys:
        raise FieldError("cookie secret", "no key")
    return keys


def signing_key(key: object) -> bytes:
    """A key as bytes. Raises ValueError for a short one, TypeError for another type."""
    given = exact(key)
    octets = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    if type(octets) is not bytes:
        raise wrong_type("cookie secret", "str or bytes", key)
    if len(octets) < SECRET_SIZE:
        raise FieldError("cookie secret", f"shorter than {SECRET_SIZE} bytes")
    return octets


def unsigned_value(
    signer: CookieSigner, value: str | None, max_age: int | None
) -> str | None:
    """The value that was signed at most `max_age` seconds ago; None for any other."""
    if value is None or not compiled(COOKIE_OCTETS).fullmatch(value):
        return None
    if not signer.validate(value.encode("ascii"), max_age):
        return None
    return value.rsplit(".", 2)[0]
