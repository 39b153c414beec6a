"""The author's own function gets options: constants, and params of the class under other names."""

from __future__ import annotations

from case_render_function_options.api import Listing


def constants_and_params_are_given() -> None:
    body = Listing(["a", "b"], heading="Letters", wide=True).body
    assert body == b"Letters wide\n*   a\n* b\n"
