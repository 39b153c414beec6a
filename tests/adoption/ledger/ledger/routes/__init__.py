from ..envelope import created, fail, ok
from . import accounts, auth, entries, years

__all__ = ["accounts", "auth", "created", "entries", "fail", "ok", "years"]
