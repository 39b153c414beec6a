"""HTML is text of its own media type."""

from case_render_html.api import Page


def implies_html() -> None:
    response = Page("<p>é")
    assert response.body == "<p>é".encode()
    assert response.headers["content-type"] == "text/html; charset=utf-8"
