"""What is computed of a body: its entity tag (RFC 9110 8.8.3), its digests (RFC 9530)."""

from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256, sha512
from typing import Literal, Protocol

from respgen.core.fields import listed
from respgen.core.grammar import FieldError, typed_bytes
from respgen.core.statuses import BODYLESS
from respgen.core.structured import sf_bytes_value, sf_key
from respgen.core.values import check_mapping

# RFC 9530 5: the two that are in use, and how many bytes their digests have
DIGEST_SIZES = {"sha-256": 32, "sha-512": 64}


class Bodied(Protocol):
    """What may have a body: a class's headers are set on responses of others, too."""

    @property
    def status_code(self) -> int: ...

    @property
    def body(self) -> bytes | memoryview | None: ...


def is_rendered(response: Bodied) -> bool:
    """Whether there is a body to compute something of."""
    return response.body is not None


def has_content(response: Bodied) -> bool:
    """Whether a body is sent."""
    return response.body is not None and response.status_code not in BODYLESS


def body_tag(body: bytes | memoryview) -> str:
    """An opaque tag that another body has not: 128 bits of SHA-256, in base64url."""
    return urlsafe_b64encode(sha256(body).digest()[:16]).rstrip(b"=").decode("ascii")


def body_digest(
    body: bytes | memoryview, algorithm: Literal["sha-256", "sha-512"]
) -> bytes:
    """`sha-256=:base64:`, a dictionary of one digest (RFC 9530 2, 3)."""
    digest = sha256(body) if algorithm == "sha-256" else sha512(body)
    return f"{algorithm}=:{b64encode(digest.digest()).decode('ascii')}:".encode("ascii")


def digest_value(name: str, values: Mapping[str, bytes]) -> bytes:
    """A dictionary of digests by algorithm (RFC 9530 2, 3); an empty one is b"".

    Raises ValueError for an algorithm that is no key (RFC 9651 3.1.2) and for a digest
    that is shorter or longer than its algorithm makes, TypeError for other types.
    """
    check_mapping(name, values)
    return b", ".join(one_digest(name, *pair) for pair in values.items())


digest_fields = listed(digest_value)


def one_digest(name: str, algorithm: str, digest: bytes) -> bytes:
    """`sha-256=:base64:`."""
    key, octets = sf_key(name, algorithm), typed_bytes(name, digest)
    size = DIGEST_SIZES.get(key.decode(), len(octets))
    if len(octets) != size:
        raise FieldError(
            name, f"a {key.decode()} digest must have {size} bytes (RFC 9530)"
        )
    return b"%b=%b" % (key, sf_bytes_value(name, octets))
