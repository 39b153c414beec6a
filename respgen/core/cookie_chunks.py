"""Values that are larger than one cookie (RFC 6265bis 5.6: 4096 octets), spread over several.

Goes in: an encoded value. Comes out: the cookies of its parts; of a client's
cookies, the value put together again.
"""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from hashlib import sha256

from respgen.core.cookies import COOKIE_SIZE, cookie_pair, cookie_prefix
from respgen.core.grammar import FieldError, compiled

# All of them come back in one Cookie field of 32 KiB. Servers take 8 (nginx, Apache) to 64
# (uvicorn) unless told otherwise, and browsers keep at least 50 cookies of a domain.
CHUNKS = 8
# The count, the digest, the first part
CHUNK_HEAD = r"([1-8])\.([A-Za-z0-9_\-]{22})\.(.*)"
CHUNK_HEAD_SIZE = len("1..") + 22


def chunk_keys(key: str) -> list[str]:
    """The names of all cookies that a value may be spread over: `key`, `key-1` to `key-7`."""
    return [key, *(f"{key}-{number}" for number in range(1, CHUNKS))]


def chunk_cookies(
    key: str, value: bytes, attributes: bytes, deletion: bytes
) -> list[bytes]:
    """The cookies of a value: `count.digest.part` under the key, then the other parts.

    Parts arrive one by one, and browsers may lose one or keep an older one: only a digest
    of the whole tells the reader, whatever went wrong. The count makes parts of an earlier,
    larger value harmless; they are deleted all the same, first of all, since they would
    travel with every request. Raises ValueError naming the cookie for more than 8 parts.
    """
    parts = chunks(key, value)
    names = chunk_keys(key)
    return [
        *[cookie_prefix(name) + deletion for name in names[len(parts) :]],
        *[
            cookie_pair(*named) + attributes
            for named in zip(names, parts, strict=False)
        ],
    ]


def chunks(key: str, value: bytes) -> list[bytes]:
    """The values of the cookies, each as large as fits."""
    room = COOKIE_SIZE - len(key) - len("-1")
    first = COOKIE_SIZE - len(key) - CHUNK_HEAD_SIZE
    starts = range(first, len(value), room) if first > 0 else range(CHUNKS)
    if len(starts) >= CHUNKS:
        raise FieldError(f"cookie {key!a}", f"too large for {CHUNKS} cookies")
    head = b"%d.%b.%b" % (len(starts) + 1, chunk_digest(value), value[:first])
    return [head, *(value[start : start + room] for start in starts)]


def chunk_digest(value: bytes) -> bytes:
    """128 bits of SHA-256 in base64url: equal by accident never, by intent it is no guard."""
    return urlsafe_b64encode(sha256(value).digest()[:16]).rstrip(b"=")


def joined_chunks(cookies: Mapping[str, str], key: str) -> str | None:
    """The value that `chunk_cookies` spread; None where a part is absent, or of another value."""
    head = compiled(CHUNK_HEAD).fullmatch(cookies.get(key, ""))
    if head is None:
        return None
    others = chunk_keys(key)[1 : int(head[1])]
    value = head[3] + "".join(cookies.get(name, "") for name in others)
    whole = value.isascii() and chunk_digest(value.encode("ascii")).decode() == head[2]
    return value if whole else None
