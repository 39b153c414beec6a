"""The directives of Content-Security-Policy as data: what each takes, and what replaced the old ones.

Nothing goes in. Names are those of CSP3, of the specifications that add directives (Trusted Types,
Upgrade Insecure Requests, Fenced Frame), and of drafts that browsers no longer follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType


class Takes(Enum):
    """Says what values a directive takes."""

    SOURCES = auto()
    ANCESTORS = auto()
    NOTHING = auto()
    SANDBOX = auto()
    TYPES = auto()
    SINKS = auto()
    RTC = auto()
    GROUP = auto()
    ANYTHING = auto()


@dataclass(frozen=True, slots=True)
class KnownDirective:
    """A directive. `instead` is what to write in its place if it is out of date."""

    name: str
    takes: Takes
    about: str
    instead: str = ""


_FETCHED = {
    "default-src": "What applies where a more specific directive is missing.",
    "script-src": "Scripts.",
    "script-src-elem": "Script elements.",
    "script-src-attr": "Scripts in attributes, such as onclick.",
    "style-src": "Style sheets.",
    "style-src-elem": "Style elements and linked style sheets.",
    "style-src-attr": "Styles in attributes.",
    "img-src": "Images and icons.",
    "font-src": "Fonts.",
    "connect-src": "What scripts may connect to.",
    "media-src": "Audio and video.",
    "object-src": "Plug-ins: object and embed.",
    "frame-src": "Frames within the page.",
    "child-src": "Frames and workers, if frame-src or worker-src is missing.",
    "worker-src": "Workers.",
    "manifest-src": "The manifest of an application.",
    "fenced-frame-src": "Fenced frames within the page.",
    "base-uri": "Which URLs the base element may have.",
    "form-action": "Where forms may be sent.",
}
_OTHERS = (
    KnownDirective(
        "frame-ancestors", Takes.ANCESTORS, "Which pages may frame this one."
    ),
    KnownDirective("sandbox", Takes.SANDBOX, "A sandbox, and what it still allows."),
    KnownDirective(
        "upgrade-insecure-requests",
        Takes.NOTHING,
        "Addresses that start with http: are read as https:.",
    ),
    KnownDirective("webrtc", Takes.RTC, "Whether scripts may open WebRTC connections."),
    KnownDirective(
        "trusted-types", Takes.TYPES, "Which trusted type policies may be created."
    ),
    KnownDirective(
        "require-trusted-types-for",
        Takes.SINKS,
        "Where a trusted type is required instead of plain text.",
    ),
    KnownDirective(
        "report-to", Takes.GROUP, "Which of Reporting-Endpoints receives the reports."
    ),
)
_OLD = (
    KnownDirective(
        "report-uri",
        Takes.ANYTHING,
        "Where reports are sent; out of date.",
        "write report-to, and send Reporting-Endpoints",
    ),
    KnownDirective(
        "block-all-mixed-content",
        Takes.NOTHING,
        "Out of date: browsers block or upgrade mixed content by themselves.",
        "remove it, or write upgrade-insecure-requests",
    ),
    KnownDirective(
        "plugin-types",
        Takes.ANYTHING,
        "Out of date: browsers have no plug-ins.",
        "write object-src: [\"'none'\"]",
    ),
    KnownDirective(
        "prefetch-src",
        Takes.ANYTHING,
        "Out of date: default-src applies instead.",
        "remove it: default-src applies to what is prefetched",
    ),
    KnownDirective(
        "navigate-to",
        Takes.ANYTHING,
        "Out of date: no browser supports it.",
        "remove it: no browser supports it",
    ),
    KnownDirective(
        "require-sri-for",
        Takes.ANYTHING,
        "Out of date: see Integrity-Policy.",
        "remove it, and send Integrity-Policy",
    ),
    KnownDirective(
        "referrer",
        Takes.ANYTHING,
        "Out of date: see Referrer-Policy.",
        "remove it, and send Referrer-Policy",
    ),
    KnownDirective(
        "reflected-xss",
        Takes.ANYTHING,
        "Out of date: no browser has such a filter.",
        "remove it: no browser supports it",
    ),
)

OFF = frozenset(
    ["0", "false", "no", "none", "off", "never", "disable", "disabled", "?0"]
)
"""Words behind a directive that is to be switched off."""
NO_SWITCH = "remove the directive: whatever stands behind it, it is on"

KNOWN: Mapping[str, KnownDirective] = MappingProxyType(
    {
        **{
            name: KnownDirective(name, Takes.SOURCES, text)
            for name, text in _FETCHED.items()
        },
        **{row.name: row for row in (*_OTHERS, *_OLD)},
    }
)

FORMER: Mapping[str, str] = MappingProxyType(
    {
        "allow": "did you mean 'default-src'?",
        "xhr-src": "did you mean 'connect-src'?",
        "options": "browsers have keywords of script-src and style-src for it",
        "policy-uri": "browsers read only the policy itself",
    }
)
"""What to write for directives of X-Content-Security-Policy."""

INLINE = (
    "script-src",
    "script-src-elem",
    "script-src-attr",
    "style-src",
    "style-src-elem",
    "style-src-attr",
    "default-src",
)
"""The directives that inline snippets have (CSP3 6.8.2)."""
_FETCHED_ALONE = (
    *("script-src", "style-src", "object-src", "img-src", "font-src", "connect-src"),
    *("media-src", "child-src", "manifest-src", "fenced-frame-src"),
)
FALLBACKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(_FETCHED_ALONE, ("default-src",)),
        **dict.fromkeys(
            ("script-src-elem", "script-src-attr"), ("script-src", "default-src")
        ),
        **dict.fromkeys(
            ("style-src-elem", "style-src-attr"), ("style-src", "default-src")
        ),
        "frame-src": ("child-src", "default-src"),
        "worker-src": ("child-src", "script-src", "default-src"),
    }
)
"""What browsers fall back to if a directive is missing (CSP3 6.8.3)."""

# CSP3 2.3.1, and what Speculation Rules add
KEYWORDS = (
    "'self'",
    "'none'",
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'strict-dynamic'",
    "'unsafe-hashes'",
    "'report-sample'",
    "'wasm-unsafe-eval'",
    "'trusted-types-eval'",
    "'inline-speculation-rules'",
    "'unsafe-allow-redirects'",
    "'unsafe-webtransport-hashes'",
    "'report-sha256'",
    "'report-sha384'",
    "'report-sha512'",
)

# HTML 7.1.5, and what the Storage Access API adds
SANDBOX = (
    "allow-downloads",
    "allow-forms",
    "allow-modals",
    "allow-orientation-lock",
    "allow-pointer-lock",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
    "allow-presentation",
    "allow-same-origin",
    "allow-scripts",
    "allow-storage-access-by-user-activation",
    "allow-top-navigation",
    "allow-top-navigation-by-user-activation",
    "allow-top-navigation-to-custom-protocols",
)
