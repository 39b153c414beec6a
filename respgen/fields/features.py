"""The features of Permissions-Policy as data: those of today, and what became of earlier ones.

Nothing goes in. Names are those of the specification's list of policy-controlled features, what is
proposed included, and of MDN's table.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_STANDARD = """
    accelerometer ambient-light-sensor attribution-reporting autoplay battery bluetooth camera
    ch-ua ch-ua-arch ch-ua-bitness ch-ua-full-version ch-ua-full-version-list
    ch-ua-high-entropy-values ch-ua-mobile ch-ua-model ch-ua-platform ch-ua-platform-version
    ch-ua-wow64 compute-pressure cross-origin-isolated direct-sockets display-capture
    encrypted-media execution-while-not-rendered execution-while-out-of-viewport fullscreen
    geolocation gyroscope hid identity-credentials-get idle-detection keyboard-map magnetometer
    mediasession microphone midi navigation-override otp-credentials payment picture-in-picture
    publickey-credentials-create publickey-credentials-get screen-wake-lock serial storage-access
    sync-xhr tools usb web-share window-management xr-spatial-tracking
"""
_PROPOSED = """
    aria-notify autofill clipboard-read clipboard-write deferred-fetch deferred-fetch-minimal
    gamepad language-detector language-model local-network local-network-access loopback-network
    manual-text on-device-speech-recognition private-state-token-issuance
    private-state-token-redemption rewriter speaker-selection summarizer translator writer
"""
# Client hints that a page may hand to others (W3C Client Hints Infrastructure 4)
_HINTS = """
    ch-device-memory ch-downlink ch-dpr ch-ect ch-prefers-color-scheme ch-prefers-reduced-motion
    ch-prefers-reduced-transparency ch-rtt ch-save-data ch-ua-form-factors ch-viewport-height
    ch-viewport-width ch-width
"""
# what Chromium has besides, some of it for isolated applications or in trials alone
_EXPERIMENTAL = """
    all-screens-capture browsing-topics captured-surface-control controlled-frame
    device-attributes digital-credentials-create digital-credentials-get direct-sockets-private
    fenced-unpartitioned-storage-read focus-without-user-activation join-ad-interest-group
    local-fonts media-playback-while-not-visible monetization popins private-aggregation
    record-ad-auction-events run-ad-auction shared-autofill shared-storage
    shared-storage-select-url smart-card sub-apps sync-script unload usb-unrestricted
    vertical-scroll web-app-installation web-printing
"""

RENAMED: Mapping[str, str] = MappingProxyType(
    {
        "conversion-measurement": "attribution-reporting",
        "identity-credential-get": "identity-credentials-get",
        "trust-token-redemption": "private-state-token-redemption",
        "vr": "xr-spatial-tracking",
        "wake-lock": "screen-wake-lock",
        "window-placement": "window-management",
        "xr": "xr-spatial-tracking",
    }
)
"""Names that features had earlier, with those of today."""

# of proposals that were dropped, of Feature-Policy, and what Document-Policy took over
_GONE = """
    animations background-sync document-access document-domain document-write downloads
    downloads-without-user-activation font-display-late-swap forms image-compression
    interest-cohort layout-animations lazyload legacy-image-formats loading-frame-default-eager
    max-downscaling-image modals notifications orientation-lock oversized-images pointer-lock
    popups presentation push scripts speaker top-navigation unoptimized-images
    unoptimized-lossless-images unoptimized-lossless-images-strict unoptimized-lossy-images
    unsized-media vibrate
"""
GONE = frozenset(_GONE.split())
"""Features that browsers once had, or were to have, and for which nothing stands in."""

FEATURES = frozenset(f"{_STANDARD} {_PROPOSED} {_HINTS} {_EXPERIMENTAL}".split())
"""Those of today."""

CURRENT = tuple(sorted(f"{_STANDARD} {_PROPOSED}".split()))
"""Those that an editor offers."""


def spelt(name: str) -> str:
    """The name in small letters, with hyphens."""
    return name.lower().replace("_", "-")


def current(name: str) -> str:
    """The name that a feature has today; '' for one that is gone or unknown."""
    known = RENAMED.get(spelt(name), spelt(name))
    return known if known in FEATURES else ""
