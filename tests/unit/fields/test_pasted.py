"""Values that were copied from a server's configuration or from a tool: `fields/pasted.py`."""

from __future__ import annotations

import pytest

from respgen.fields.pasted import unwrapped

NAME = "X-Frame-Options"

TEXTS: dict[str, tuple[str, str]] = {
    "value alone": ("DENY", "DENY"),
    "several words": ("default-src 'self'; img-src *", "default-src 'self'; img-src *"),
    "name and colon": ("X-Frame-Options: DENY", "DENY"),
    "name in small letters": ("x-frame-options:DENY", "DENY"),
    "another name": ("X-Frame: DENY", "X-Frame: DENY"),
    "report-only": ("X-Frame-Options-Report-Only: DENY", "DENY"),
    "nginx": ('add_header X-Frame-Options "DENY" always;', "DENY"),
    "nginx without quotes": ("add_header X-Frame-Options DENY;", "DENY"),
    "Apache": ("Header always set X-Frame-Options DENY", "DENY"),
    "Apache, name in quotes": ("Header set 'X-Frame-Options' 'DENY'", "DENY"),
    "always at the end": ("DENY always", "DENY"),
    "always alone": ("always", "always"),
    "double quotes": ('"DENY"', "DENY"),
    "quotes around quotes": ("\"default-src 'self'\"", "default-src 'self'"),
    "quotes that close before": ("'self' a 'none'", "'self' a 'none'"),
    "one quote at an end": ("default-src 'self';\"", "default-src 'self';"),
    "one quote within": ('a "b', 'a "b'),
    "quote alone": ("'", "'"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_the_value_is_left(text: str, expected: str) -> None:
    """Names, commands and quotes around the whole go, and nothing else does."""
    assert unwrapped(NAME, text) == expected
