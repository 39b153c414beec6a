"""Mappings that many requests share."""

NO_STORE = {"Cache-Control": "no-store"}
BASE = {"X-Gravel": "1"}
PAGE = {**BASE, "X-Frame-Options": "DENY"}

BASE["X-Powered-With"] = "gravel"


def base() -> dict[str, str]:
    return dict(BASE)
