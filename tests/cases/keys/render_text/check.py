"""Text is encoded by the charset; what FastAPI hands over is taken too."""

from case_render_text.api import Line, Prose


def implies_plain_text() -> None:
    assert Line("a").headers["content-type"] == "text/plain; charset=utf-8"


def encodes() -> None:
    assert Prose("é").body == b"\xc3\xa9"


def takes_bytes_as_they_are() -> None:
    assert Line.render(Line("a"), b"\xff") == b"\xff"  # type: ignore[arg-type]  # FastAPI does so
