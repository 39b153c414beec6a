"""Without a browser, and the library that drives it, these tests are skipped."""

from __future__ import annotations

import pytest

pytest.importorskip("selenium", reason="selenium is not installed")

from tests.browser.chromium import LACKING


@pytest.fixture(autouse=True)
def _needs_a_browser() -> None:
    if LACKING:
        pytest.skip(f"there is no {LACKING} here")
