"""401 with its challenge."""

from case_unauthorized.api import Unauthorized


def challenges() -> None:
    response = Unauthorized({"detail": "Not authenticated"})
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
