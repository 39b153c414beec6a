"""The support module: what is cut out of core, and in which order."""

from __future__ import annotations

import ast

import pytest

from respgen.emit.support import support


def test_each_module_stands_behind_those_it_imports() -> None:
    """What a module of core runs at import is defined before it."""
    text = support(["content_range_value", "cookie_signer"])
    names = [getattr(node, "name", "") for node in ast.parse(text).body]
    order = ("FieldError", "token_value", "content_range_value")
    assert sorted(order, key=names.index) == list(order)


def test_a_name_that_core_lacks() -> None:
    """Generated code would not import: that is our mistake, and is not passed over."""
    with pytest.raises(LookupError, match="no_encoder"):
        support(["field_value", "no_encoder"])
