"""All that comes from the environment."""

import os


def _flag(name: str, default: str = "false") -> bool:
    return os.environ.get(name, default).lower() == "true"


SAME_SITE = os.environ.get("LAGOON_SAME_SITE", os.environ.get("SAME_SITE", "lax"))
SECURE = _flag("LAGOON_SECURE")
ROOT_PATH = os.getenv("LAGOON_ROOT_PATH", "").rstrip("/")


def root_path() -> str:
    return ROOT_PATH or "/"
