"""Field names of HTTP as data: the registered ones, others in wide use, and which carry one value or a list.

Nothing goes in; what comes out are tables keyed by the lower-cased name. The names are those of
the HTTP Field Name Registry (RFC 9110 16.3.1, IANA "http-fields"), obsolete ones included: an old
name is known, not mistyped.
"""


def _by_lower(names: str) -> dict[str, str]:
    return {name.lower(): name for name in names.split()}


REGISTERED: dict[str, str] = _by_lower("""
    A-IM Accept Accept-Additions Accept-CH Accept-Charset Accept-Datetime Accept-Encoding
    Accept-Features Accept-Language Accept-Patch Accept-Post Accept-Query Accept-Ranges
    Accept-Signature Access-Control Access-Control-Allow-Credentials Access-Control-Allow-Headers
    Access-Control-Allow-Methods Access-Control-Allow-Origin Access-Control-Expose-Headers
    Access-Control-Max-Age Access-Control-Request-Headers Access-Control-Request-Method
    Activate-Storage-Access Age Allow ALPN Alt-Svc Alt-Used Alternates AMP-Cache-Transform
    Apply-To-Redirect-Ref Authentication-Control Authentication-Info Authorization
    Available-Dictionary C-Ext C-Man C-Opt C-PEP C-PEP-Info Cache-Control Cache-Group-Invalidation
    Cache-Groups Cache-Status Cal-Managed-ID CalDAV-Timezones Capsule-Protocol CDN-Cache-Control
    CDN-Loop Cert-Not-After Cert-Not-Before Clear-Site-Data Client-Cert Client-Cert-Chain Close
    CMCD-Object CMCD-Request CMCD-Session CMCD-Status CMSD-Dynamic CMSD-Static
    Concealed-Auth-Export Configuration-Context Connection Content-Base Content-Digest
    Content-Disposition Content-Encoding Content-ID Content-Language Content-Length
    Content-Location Content-MD5 Content-Range Content-Script-Type Content-Security-Policy
    Content-Security-Policy-Report-Only Content-Style-Type Content-Type Content-Version Cookie
    Cookie2 Cross-Origin-Embedder-Policy Cross-Origin-Embedder-Policy-Report-Only
    Cross-Origin-Opener-Policy Cross-Origin-Opener-Policy-Report-Only Cross-Origin-Resource-Policy
    CTA-Common-Access-Token DASL Date DAV Default-Style Delta-Base Deprecation Depth Derived-From
    Destination Detached-JWS Dictionary-ID Differential-ID Digest DPoP DPoP-Nonce Early-Data
    EDIINT-Features ETag Expect Expect-CT Expires Ext Forwarded From GetProfile Hobareg Host
    HTTP2-Settings If If-Match If-Modified-Since If-None-Match If-Range If-Schedule-Tag-Match
    If-Unmodified-Since IM Include-Referred-Token-Binding-ID Incremental Isolation Keep-Alive
    Label Last-Event-ID Last-Modified Link Link-Template Location Lock-Token Man Max-Forwards
    Memento-Datetime Meter Method-Check Method-Check-Expires MIME-Version Negotiate NEL
    OData-EntityId OData-Isolation OData-MaxVersion OData-Version Opt Optional-WWW-Authenticate
    Ordering-Type Origin Origin-Agent-Cluster OSCORE OSLC-Core-Version Overwrite P3P PEP PEP-Info
    Permissions-Policy PICS-Label Ping-From Ping-To Position Pragma Prefer Preference-Applied
    Priority ProfileObject Protocol Protocol-Info Protocol-Query Protocol-Request
    Proxy-Authenticate Proxy-Authentication-Info Proxy-Authorization Proxy-Features
    Proxy-Instruction Proxy-Status Public Public-Key-Pins Public-Key-Pins-Report-Only Range
    Redirect-Ref Referer Referer-Root Referrer-Policy Refresh Repeatability-Client-ID
    Repeatability-First-Sent Repeatability-Request-ID Repeatability-Result Replay-Nonce
    Reporting-Endpoints Repr-Digest Retry-After Safe Schedule-Reply Schedule-Tag Sec-Fetch-Dest
    Sec-Fetch-Mode Sec-Fetch-Site Sec-Fetch-Storage-Access Sec-Fetch-User Sec-GPC Sec-Purpose
    Sec-Token-Binding Sec-WebSocket-Accept Sec-WebSocket-Extensions Sec-WebSocket-Key
    Sec-WebSocket-Protocol Sec-WebSocket-Version Security-Scheme Server Server-Timing Set-Cookie
    Set-Cookie2 Set-Txn SetProfile Signature Signature-Input SLUG SoapAction Status-URI
    Strict-Transport-Security Sunset Surrogate-Capability Surrogate-Control TCN TE Timeout
    Timing-Allow-Origin Topic Traceparent Tracestate Trailer Transfer-Encoding TTL
    Unencoded-Digest Upgrade Urgency URI Use-As-Dictionary User-Agent Variant-Vary Vary Via
    Want-Content-Digest Want-Digest Want-Repr-Digest Want-Unencoded-Digest Warning
    WWW-Authenticate X-Content-Type-Options X-Frame-Options
""")

# Not registered, but sent and understood widely: none of them is anybody's mistake.
UNREGISTERED: dict[str, str] = _by_lower("""
    Cloudflare-CDN-Cache-Control Content-DPR Critical-CH Device-Memory DNT
    Document-Isolation-Policy Document-Isolation-Policy-Report-Only Document-Policy
    Document-Policy-Report-Only Downlink DPR ECT Feature-Policy Idempotency-Key
    Integrity-Policy Integrity-Policy-Report-Only Netlify-CDN-Cache-Control No-Vary-Search
    Observe-Browsing-Topics Permissions-Policy-Report-Only RateLimit RateLimit-Limit RateLimit-Policy
    RateLimit-Remaining RateLimit-Reset Report-To Require-Document-Policy RTT Save-Data
    Secure-Session-Challenge Secure-Session-Registration
    Service-Worker Service-Worker-Allowed Service-Worker-Navigation-Preload Set-Login
    Snapshot-Content-Location SourceMap Speculation-Rules Supports-Loading-Mode Surrogate-Key
    Upgrade-Insecure-Requests Vercel-CDN-Cache-Control Viewport-Width Width X-DNS-Prefetch-Control X-Download-Options
    X-Permitted-Cross-Domain-Policies X-Robots-Tag X-XSS-Protection
""")

KNOWN = {**REGISTERED, **UNREGISTERED}
"""Both."""

# Response fields of one value (RFC 9110 5.5): a second one, or two joined by a comma, mean nothing.
SINGLETON = frozenset(_by_lower("""
    Access-Control-Allow-Credentials Access-Control-Allow-Origin Access-Control-Max-Age Age
    Content-Disposition Content-Length Content-Location Content-Range Content-Type
    Cross-Origin-Embedder-Policy Cross-Origin-Opener-Policy Cross-Origin-Resource-Policy Date
    Deprecation DPoP-Nonce ETag Expires Last-Modified Location Lock-Token Memento-Datetime
    Origin-Agent-Cluster Refresh Replay-Nonce Retry-After Schedule-Tag Server
    Service-Worker-Allowed SourceMap Strict-Transport-Security Sunset
    X-Content-Type-Options X-DNS-Prefetch-Control X-Download-Options X-Frame-Options
    X-Permitted-Cross-Domain-Policies X-XSS-Protection
"""))

# Response fields whose value is a list, or a policy that may be given in several lines.
LIST = frozenset(_by_lower("""
    Accept-CH Accept-Patch Accept-Post Accept-Query Accept-Ranges Access-Control-Allow-Headers
    Access-Control-Allow-Methods Access-Control-Expose-Headers Allow Alt-Svc Authentication-Info
    Cache-Control Cache-Groups Cache-Status CDN-Cache-Control Clear-Site-Data Content-Digest
    Content-Encoding Content-Language Content-Security-Policy Content-Security-Policy-Report-Only
    Critical-CH Link Permissions-Policy Pragma Preference-Applied Proxy-Authenticate Proxy-Status
    RateLimit RateLimit-Policy Referrer-Policy Reporting-Endpoints Repr-Digest Server-Timing
    Set-Cookie Signature-Input Speculation-Rules Surrogate-Control Timing-Allow-Origin Vary Via
    WWW-Authenticate X-Robots-Tag
"""))

# What frames a message belongs to the server (RFC 9110 7.6.1, 8.6; 9112 6; 9113 8.2.2).
FRAMING = frozenset(_by_lower("""
    Connection Content-Length Keep-Alive Proxy-Connection TE Trailer Transfer-Encoding Upgrade
"""))

# Their value is one URI reference (RFC 9110 8.7, 10.2.2)
URLS = frozenset({"content-location", "location"})
