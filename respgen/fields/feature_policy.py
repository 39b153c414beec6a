"""Feature-Policy, which Permissions-Policy replaced: its syntax, and what it says in that of today."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.core.grammar import compiled
from respgen.fields.origins import names_origins

_FEATURE = r"[a-z][a-z0-9-]*"


def as_permissions(text: str) -> str | None:
    """The Permissions-Policy of the same meaning; None for what is no Feature-Policy."""
    policies = [
        part.split() for part in text.replace(",", ";").split(";") if part.strip()
    ]
    members = [_member(name, allowed) for name, *allowed in policies]
    return None if not members or None in members else ", ".join(filter(None, members))


def _member(name: str, allowed: list[str]) -> str | None:
    if not compiled(_FEATURE).fullmatch(name) or not allowed:
        return None
    if allowed == ["*"]:
        return f"{name}=*"
    if allowed == ["'none'"]:
        return f"{name}=()"
    items = [*_items(allowed)]
    return None if None in items else f"{name}=({' '.join(filter(None, items))})"


def _items(allowed: list[str]) -> Iterator[str | None]:
    for item in allowed:
        if item.lower() == "'self'":
            yield "self"
        else:
            yield f'"{item}"' if "://" in item and names_origins(item) else None
