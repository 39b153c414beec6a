"""The registered structured fields (IANA "http-fields", column Structured Type), one row each.

A text that does not parse is ignored whole by recipients (RFC 9651 4.2), and so is a member that is
none of what the field's own specification says. Nothing goes in; what comes out are rows of `fields`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from respgen.core.structured import Token
from respgen.fields.registered_row import Shape, Structured
from respgen.fields.row import FieldType
from respgen.fields.wanted import (
    ANYTHING,
    BOOLEAN,
    BYTES,
    NAME,
    ORIGIN,
    SECONDS,
    STRING,
    SWITCH,
    TOKEN,
    TRUE_OR_NAMES,
    WHOLE,
    Value,
    Wanted,
    words,
)

_TOKENS = Wanted(TOKEN)
_STRINGS = Wanted(STRING)
_BYTES = Wanted(BYTES)
_SWITCH = Wanted(BOOLEAN)
_TRUE = Wanted(SWITCH)
_SECONDS = Wanted(SECONDS)
# RFC 9209 2.3, and the registry "http-proxy-status"
_ERRORS = (
    *("dns_timeout", "dns_error", "destination_not_found", "destination_unavailable"),
    *("destination_ip_prohibited", "destination_ip_unroutable", "connection_refused"),
    *("connection_terminated", "connection_timeout", "connection_read_timeout"),
    *("connection_write_timeout", "connection_limit_reached", "tls_protocol_error"),
    *("tls_certificate_error", "tls_alert_received", "http_request_error"),
    *("http_request_denied", "http_response_incomplete"),
    *("http_response_header_section_size", "http_response_header_size"),
    *("http_response_body_size", "http_response_trailer_section_size"),
    *("http_response_trailer_size", "http_response_transfer_coding"),
    *("http_response_content_coding", "http_response_timeout", "http_upgrade_failed"),
    *("http_protocol_error", "proxy_internal_response", "proxy_internal_error"),
    *("proxy_configuration_error", "proxy_loop_detected"),
)
# RFC 9211 2
_CACHE_STATUS = Wanted(
    NAME,
    params={
        "hit": BOOLEAN,
        "fwd": words(
            *("bypass", "method", "uri-miss", "vary-miss", "miss"),
            *("request", "stale", "partial"),
        ),
        "fwd-status": WHOLE,
        "ttl": WHOLE,
        "stored": BOOLEAN,
        "collapsed": BOOLEAN,
        "key": STRING,
        "detail": NAME,
    },
)
# RFC 9209 2.1
_PROXY_STATUS = Wanted(
    NAME,
    params={
        # a Token by 2.1.1, a String in an example of 2.1.5
        "error": Value(NAME.said, NAME.types, _ERRORS, open=True),
        "next-hop": NAME,
        "next-protocol": Value("a Token or bytes", (Token, bytes)),
        "received-status": WHOLE,
        "details": STRING,
        # of single errors, RFC 9209 2.3
        "rcode": STRING,
        "info-code": WHOLE,
        "alert-id": WHOLE,
        "alert-message": STRING,
        "status-code": WHOLE,
        "status-phrase": STRING,
        "header-name": STRING,
        "header-size": WHOLE,
        "header-section-size": WHOLE,
        "body-size": WHOLE,
        "trailer-name": STRING,
        "trailer-size": WHOLE,
        "trailer-section-size": WHOLE,
        "coding": TOKEN,
    },
)
# RFC 9421 2.3: an Inner List of component names, which is signed with these
_SIGNED = Wanted(
    None,
    STRING,
    {
        "created": WHOLE,
        "expires": WHOLE,
        "nonce": STRING,
        "alg": STRING,
        "keyid": STRING,
        "tag": STRING,
    },
)
# RFC 9421 5.1: what is asked for may be named without a value
_TO_SIGN = Wanted(None, STRING)
# RFC 9213 2.1: directives of RFC 9111, 5861 and 8246; String arguments are names of fields
_CACHING: Mapping[str, Wanted] = {
    **dict.fromkeys(
        ("max-age", "s-maxage", "stale-while-revalidate", "stale-if-error"), _SECONDS
    ),
    **dict.fromkeys(("no-cache", "private"), Wanted(TRUE_OR_NAMES)),
    **dict.fromkeys(
        (
            *("public", "no-store", "no-transform", "must-revalidate"),
            *("proxy-revalidate", "must-understand", "immutable"),
        ),
        _SWITCH,
    ),
}
_INTEGRITY: Mapping[str, Wanted] = {
    "blocked-destinations": Wanted(None, words("script", "style", others=True)),
    "sources": Wanted(None, words("inline", others=True)),
    "endpoints": Wanted(None, TOKEN),
}
_LOADING = words(
    *("credentialed-prerender", "fenced-frame", "uncredentialed-prefetch"),
    *("uncredentialed-prerender",),
    others=True,
)
_ISOLATION = words(
    "none", "isolate-and-require-corp", "isolate-and-credentialless", others=True
)


def _list(names: str, about: str, member: Wanted) -> Structured:
    return Structured(tuple(names.split()), about, Shape.LIST, member)


def _item(names: str, about: str, member: Wanted) -> Structured:
    return Structured(tuple(names.split()), about, Shape.ITEM, member)


def _dict(
    names: str,
    about: str,
    keys: Mapping[str, Wanted],
    member: Wanted = ANYTHING,
    required: tuple[str, ...] = (),
    needs: Mapping[str, str] = MappingProxyType({}),
) -> Structured:
    return Structured(
        tuple(names.split()), about, Shape.DICTIONARY, member, keys, required, needs
    )


_FIELDS = (
    _list("Accept-CH", "Which client hints are wanted (RFC 8942).", _TOKENS),
    _list("Critical-CH", "Which hints the page cannot do without.", _TOKENS),
    _list(
        "Accept-Query", "Media types of QUERY requests, with parameters.", Wanted(NAME)
    ),
    _dict("Accept-Signature", "What to sign (RFC 9421 5.1).", {}, _TO_SIGN),
    _dict("Signature", "Signatures by their labels (RFC 9421 4.2).", {}, _BYTES),
    _dict("Signature-Input", "What is signed (RFC 9421 4.1).", {}, _SIGNED),
    _item(
        "Activate-Storage-Access",
        "Whether a frame gets its cookies.",
        Wanted(
            words("load", "retry"),
            params={"allowed-origin": ORIGIN},
            demands={"retry": "allowed-origin"},
        ),
    ),
    _list(
        "Cache-Status", "What caches did with the request (RFC 9211).", _CACHE_STATUS
    ),
    _list("Proxy-Status", "What proxies did with it (RFC 9209).", _PROXY_STATUS),
    _list("Cache-Groups", "Groups that it is stored in (RFC 9875).", _STRINGS),
    _list(
        "Cache-Group-Invalidation", "Groups that are out of date (RFC 9875).", _STRINGS
    ),
    _dict(
        "CDN-Cache-Control Cloudflare-CDN-Cache-Control Netlify-CDN-Cache-Control"
        " Vercel-CDN-Cache-Control",
        "How long CDNs may store it (RFC 9213).",
        _CACHING,
    ),
    _item("Capsule-Protocol", "Whether capsules follow (RFC 9297 3.4).", _TRUE),
    _item("Client-Cert", "The client's certificate (RFC 9440).", _BYTES),
    _list("Client-Cert-Chain", "The certificates above it (RFC 9440).", _BYTES),
    _item("Concealed-Auth-Export", "A key for the backend (RFC 9729).", _BYTES),
    _item("Available-Dictionary", "The digest of a dictionary (RFC 9842).", _BYTES),
    _item("Dictionary-ID", "Which dictionary it is (RFC 9842).", _STRINGS),
    _dict(
        "Use-As-Dictionary",
        "Which responses it helps to compress (RFC 9842 2.1).",
        {
            "match": _STRINGS,
            "match-dest": Wanted(None, STRING),
            "id": _STRINGS,
            "type": Wanted(words("raw", others=True)),
        },
        required=("match",),
    ),
    _dict(
        "Document-Policy Document-Policy-Report-Only Require-Document-Policy",
        "What the document may do.",
        {},
    ),
    _item(
        "Document-Isolation-Policy Document-Isolation-Policy-Report-Only",
        "Which resources the page may embed.",
        Wanted(_ISOLATION),
    ),
    _dict(
        "Integrity-Policy Integrity-Policy-Report-Only",
        "What must have an integrity attribute (W3C SRI).",
        _INTEGRITY,
    ),
    _item("Incremental", "Whether parts are of use as they arrive.", _TRUE),
    _list(
        "Link-Template",
        "URI templates of what is related to it (RFC 9652).",
        Wanted(STRING, params=dict.fromkeys(("rel", "anchor", "var-base"), STRING)),
    ),
    _dict(
        "No-Vary-Search",
        "Which parts of a query make no difference.",
        {
            "key-order": _SWITCH,
            "params": Wanted(BOOLEAN, STRING),
            "except": Wanted(None, STRING),
        },
        needs={"except": "params"},
    ),
    _item("Observe-Browsing-Topics", "Whether topics are observed.", _TRUE),
    _dict(
        "Priority",
        "Which response is sent first (RFC 9218).",
        {
            "u": Wanted(Value("a whole number from 0 to 7", (int,), most=7)),
            "i": _SWITCH,
        },
    ),
    _list(
        "Secure-Session-Registration",
        "How a session is bound to a device.",
        Wanted(None, TOKEN),
    ),
    _list("Secure-Session-Challenge", "What the device has to sign.", _STRINGS),
    _item(
        "Set-Login",
        "Whether the user is signed in (W3C FedCM).",
        Wanted(words("logged-in", "logged-out")),
    ),
    _list("Speculation-Rules", "Where rules for prefetching are (HTML).", _STRINGS),
    _list("Supports-Loading-Mode", "How the page may be loaded.", Wanted(_LOADING)),
)

REGISTERED: tuple[FieldType[Any], ...] = tuple(each.row() for each in _FIELDS)
