"""What the catalogue names of the shop's own: a constant and an exception."""

from __future__ import annotations

ISSUER = "shop.example"


class ClosedError(Exception):
    """What the shop does not do on the web; its text is for customers."""
