"""What is computed of a body: its entity tag (RFC 9110 8.8.3), its digests (RFC 9530)."""

from base64 import b64encode, urlsafe_b64encode
from hashlib import sha256, sha512
from typing import Literal


def body_tag(body: bytes | memoryview) -> str:
    """An opaque tag that another body has not: 128 bits of SHA-256, in base64url."""
    return urlsafe_b64encode(sha256(body).digest()[:16]).rstrip(b"=").decode("ascii")


def body_digest(
    body: bytes | memoryview, algorithm: Literal["sha-256", "sha-512"]
) -> bytes:
    """`sha-256=:base64:`, a dictionary of one digest (RFC 9530 2, 3)."""
    digest = sha256(body) if algorithm == "sha-256" else sha512(body)
    return f"{algorithm}=:{b64encode(digest.digest()).decode('ascii')}:".encode("ascii")
