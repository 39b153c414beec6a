"""The import block of a generated module."""

from __future__ import annotations

import pytest

from respgen.emit.names import Names


@pytest.mark.parametrize("module", ["cgi", "compression.zstd", "distutils.cmd", "json"])
def test_standard_library(module: str) -> None:
    """What is standard in any Python we support stands first, whichever of them runs us."""
    names = Names(set())
    names.imported("acme", "Item")
    names.imported(module, "Thing")
    lines = names.lines(88).text.split("\n")
    assert lines == [f"from {module} import Thing", "", "from acme import Item"]
