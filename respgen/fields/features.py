"""The features of Permissions-Policy as data, by where they stand.

Nothing goes in. Names are those of the specification's list of policy-controlled features, what is
proposed and retired included (an old name is known, not mistyped), and of MDN's table.
"""

from __future__ import annotations

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
_EXPERIMENTAL = """
    all-screens-capture browsing-topics interest-cohort captured-surface-control conversion-measurement
    digital-credentials-create digital-credentials-get focus-without-user-activation
    join-ad-interest-group local-fonts monetization run-ad-auction
    shared-storage shared-storage-select-url smart-card sync-script trust-token-redemption unload
    vertical-scroll
"""
RETIRED = {
    "document-domain": "",
    "vr": "xr-spatial-tracking",
    "window-placement": "window-management",
}
"""Those that browsers once had, with what took their place."""

FEATURES = frozenset(
    " ".join((_STANDARD, _PROPOSED, _HINTS, _EXPERIMENTAL, *RETIRED)).split()
)
"""All of them."""

CURRENT = tuple(sorted(f"{_STANDARD} {_PROPOSED}".split()))
"""Those that an editor offers."""
