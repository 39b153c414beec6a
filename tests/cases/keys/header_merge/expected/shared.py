"""What several modules share."""

from __future__ import annotations

__all__ = []
