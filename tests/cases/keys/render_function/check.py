"""The author's own function renders the content."""

from case_render_function.api import Lines, Tuple


def is_called() -> None:
    response = Lines(["a", "b"])
    assert response.body == b"a\nb\n"
    assert response.headers["content-length"] == "4"


def is_called_with_the_childs_type() -> None:
    assert Tuple(("a",)).body == b"a\n"
