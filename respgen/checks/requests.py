"""Reports headers that clients send, declared of a response: R241.

Goes in: a header, whatever its value. Comes out: a finding about its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.diagnostics import Finding
from respgen.rules import r2
from respgen.specs import HeaderSpec

_INSTEAD = {
    "accept": "write media_type:, which is sent as Content-Type",
    "accept-charset": "write charset:, or remove it",
    "accept-language": "write Content-Language, or remove it",
    "access-control-request-headers": "write Access-Control-Allow-Headers",
    "access-control-request-method": "write Access-Control-Allow-Methods",
    "authorization": "write WWW-Authenticate with status_code: 401, or remove it",
    "cookie": "declare a preset under cookies: and list it on the class",
    "cookie2": "declare a preset under cookies: and list it on the class",
    "if-match": "write ETag, or remove it",
    "if-modified-since": "write Last-Modified, or remove it",
    "if-none-match": "write ETag, or remove it",
    "if-range": "write ETag or Last-Modified, or remove it",
    "if-unmodified-since": "write Last-Modified, or remove it",
    "prefer": "write Preference-Applied, or remove it",
    "proxy-authorization": "write Proxy-Authenticate with status_code: 407, or remove it",
    "range": "write Accept-Ranges or Content-Range",
    "referer": "write Referrer-Policy, or remove it",
}
_OTHERS = frozenset(
    {
        *("a-im", "alt-used", "dnt", "early-data", "expect", "from", "host"),
        *("http2-settings", "last-event-id", "max-forwards", "origin"),
        *("ping-from", "ping-to", "sec-fetch-dest", "sec-fetch-mode"),
        *("sec-fetch-site", "sec-fetch-storage-access", "sec-fetch-user", "sec-gpc"),
        *("sec-purpose", "sec-websocket-key", "upgrade-insecure-requests"),
        *("user-agent", "x-requested-with"),
    }
)


def request_findings(header: HeaderSpec) -> Iterator[Finding]:
    """Reports a header that means something in a request alone."""
    lower = header.name.lower()
    if lower in _INSTEAD or lower in _OTHERS:
        message = f"{header.name} is sent by clients: in a response nothing reads it"
        advice = _INSTEAD.get(lower, "remove it")
        yield Finding(r2.REQUEST_FIELD, message, advice)
