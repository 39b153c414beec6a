"""Names and scopes of the cookies."""

from typing import Final

SESSION_COOKIE: Final = "orchard_sid"
SESSION_PATH: Final = "/app"
BASKET = "basket"
BASKET_SCOPE = {"path": "/shop", "domain": "orchard.example"}
TWO_WEEKS = 14 * 24 * 3600
