"""required, default, as and description of a header parameter."""

from case_header_options.api import Options


def sends_the_default_and_leaves_none_out() -> None:
    assert Options("", x_required="a").raw_headers[:-2] == [
        (b"x-required", b"a"),
        (b"x-default", b"3"),
    ]
    assert Options("", x_required="a", x_default=None).raw_headers[:-2] == [(b"x-required", b"a")]


def bears_the_name() -> None:
    response = Options("", x_required="a", name="b", x_optional="c")
    assert response.headers["x-named"] == "b"


def stands_in_the_docstring() -> None:
    assert "name (X-Named)" in (Options.__doc__ or "")
