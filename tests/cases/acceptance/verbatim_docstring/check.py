"""A docstring of twenty lines with sections, verbatim."""

import inspect
from pathlib import Path

import orjson
from case_verbatim_docstring.api import Indented, Numbers


def keeps_every_line() -> None:
    lines = (Path(__file__).parent / "api.yaml").read_text().splitlines()
    first = lines.index("    description: |") + 1
    last = lines.index("    content: Any")
    written = inspect.cleandoc("\n".join(lines[first:last]))
    assert inspect.cleandoc(Numbers.__doc__ or "").startswith(written)


def has_the_flags_of_orjson() -> None:
    assert Numbers({1: 2}).body == b'{"1":2}'
    assert Indented({"a": 1}).body == orjson.dumps({"a": 1}, option=orjson.OPT_INDENT_2)
