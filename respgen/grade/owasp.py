"""Headers -> how they differ from the set that the OWASP Secure Headers Project recommends.

Reference: github.com/OWASP/www-project-secure-headers, ci/headers_add.json and
ci/headers_remove.json of 2026-07-19 (Apache-2.0).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from respgen.grade.report import Difference
from respgen.grade.sent import SentFields, field


def _words(text: str) -> list[str]:
    return text.split()


_FEATURES = _words("""
    accelerometer=() autoplay=() camera=() cross-origin-isolated=() display-capture=()
    encrypted-media=() fullscreen=() geolocation=() gyroscope=() keyboard-map=() magnetometer=()
    microphone=() midi=() payment=() picture-in-picture=() publickey-credentials-get=()
    screen-wake-lock=() sync-xhr=(self) usb=() web-share=() xr-spatial-tracking=()
    clipboard-read=() clipboard-write=() gamepad=() hid=() idle-detection=() interest-cohort=()
    serial=() unload=()
""")

RECOMMENDED: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store, max-age=0",
        "Clear-Site-Data": '"cache","cookies","storage"',
        "Content-Security-Policy": (
            "default-src 'self'; form-action 'self'; base-uri 'self'; object-src 'none';"
            " frame-ancestors 'none'; upgrade-insecure-requests"
        ),
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(_FEATURES),
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-DNS-Prefetch-Control": "off",
        "X-Frame-Options": "deny",
        "X-Permitted-Cross-Domain-Policies": "none",
    }
)
"""What to send, by name."""

_WHEN = {
    "Cache-Control": "unless caches may keep the answer",
    "Clear-Site-Data": "only where somebody signs out",
}

# What tells strangers which software answers
REVEALING = frozenset(_words("""
    $wsep Host-Header K-Proxy-Request Liferay-Portal OracleCommerceCloud-Version Pega-Host
    Powered-By Product Server SourceMap X-AspNet-Version X-AspNetMvc-Version X-Atmosphere-error
    X-Atmosphere-first-request X-Atmosphere-tracking-id X-B3-ParentSpanId X-B3-Sampled X-B3-SpanId
    X-B3-TraceId X-BEServer X-Backside-Transport X-CF-Powered-By X-CMS X-CalculatedBETarget
    X-Cocoon-Version X-Content-Encoded-By X-Datadog-Origin X-Datadog-Parent-Id
    X-Datadog-Sampling-Priority X-Datadog-Tags X-Datadog-Trace-Id X-DiagInfo X-Envoy-Attempt-Count
    X-Envoy-External-Address X-Envoy-Internal X-Envoy-Original-Dst-Host
    X-Envoy-Upstream-Service-Time X-FEServer X-Framework X-Generated-By X-Generator X-Gitlab-Meta
    X-Jitsi-Release X-Joomla-Version X-Kong-Admin-Latency X-Kong-Client-Latency
    X-Kong-Proxy-Latency X-Kong-Request-Id X-Kong-Response-Latency X-Kong-Third-Party-Latency
    X-Kong-Total-Latency X-Kong-Upstream-Latency X-Kong-Upstream-Status
    X-Kubernetes-PF-FlowSchema-UI X-Kubernetes-PF-PriorityLevel-UID X-LiteSpeed-Cache
    X-LiteSpeed-Purge X-LiteSpeed-Tag X-LiteSpeed-Vary X-Litespeed-Cache-Control X-Mod-Pagespeed
    X-Nextjs-Cache X-Nextjs-Matched-Path X-Nextjs-Page X-Nextjs-Redirect X-OWA-Version
    X-Old-Content-Length X-OneAgent-JS-Injection X-Page-Speed X-Php-Version X-Powered-By
    X-Powered-By-Plesk X-Powered-CMS X-Redirect-By X-Server-Powered-By X-SourceFiles X-SourceMap
    X-Turbo-Charged-By X-Tyk-Trace-Id X-Umbraco-Version X-Varnish-Backend X-Varnish-Server
    X-Woodpecker-Version X-dtAgentId X-dtHealthCheck X-dtInjectedServlet X-ruxit-JS-Agent
""".lower()))
"""What not to send, in lower case."""


def differences(fields: SentFields) -> Iterator[Difference]:
    """What is not as recommended, in the order of the set; then what should not be sent."""
    for name, recommended in RECOMMENDED.items():
        sent, when = field(fields, name), _WHEN.get(name, "")
        others = [each for each in sent.values if _parts(each) != _parts(recommended)]
        if sent.unknown:
            yield Difference("unknown", name, recommended, "", when)
        elif others:
            yield Difference("different", name, recommended, others[0], when)
        elif not sent.values:
            yield Difference("missing", name, recommended, "", when)
    for name, sent in fields.items():
        if name in REVEALING and (sent.values or sent.unknown):
            yield Difference("remove", sent.name, "", sent.value or "")


def _parts(value: str) -> frozenset[str]:
    """Neither their order, nor their case, nor blanks around them matter."""
    parts = re.split("[;,]", value.lower())
    return frozenset(" ".join(part.split()) for part in parts)
