"""Whatever a tree says, there are specs or diagnostics: never an exception, never neither."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from respgen.diagnostics import Problems
from respgen.located import Plain
from respgen.pipeline import compiled
from respgen.specs import ModuleSpec
from tests.support.trees import schema_file, schemas

pytestmark = pytest.mark.filterwarnings("error")


def resolved(**trees: Plain) -> tuple[tuple[ModuleSpec, ...], Problems]:
    problems = Problems()
    files = [schema_file(name, tree) for name, tree in trees.items()]
    return compiled(files, "fastapi", problems), problems


@settings(max_examples=400)
@given(shop=schemas, common=schemas)
def test_any_tree(shop: Plain, common: Plain) -> None:
    """Specs come out for every module, and mistakes stand in a file of the run, with a message."""
    specs, problems = resolved(shop=shop, common=common)
    assert [spec.name for spec in specs] == ["common", "shop"]
    for found in problems:
        assert found.span.file in ("shop.yaml", "common.yaml")
        assert found.message


@settings(max_examples=100)
@given(shop=schemas, common=schemas)
def test_order_of_files(shop: Plain, common: Plain) -> None:
    """The order in which files are read changes neither specs nor diagnostics."""
    one, these = resolved(shop=shop, common=common)
    two, those = resolved(common=common, shop=shop)
    assert one == two
    assert list(these) == list(those)
