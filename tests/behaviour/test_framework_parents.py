"""Classes below those of the frameworks that an author extends by their import path."""

from __future__ import annotations

import warnings
from typing import Any

import pytest

from respgen.kinds import KINDS
from respgen.vocabulary.targets import CLASSES
from tests.behaviour.loading import load
from tests.behaviour.running import sent
from tests.support.schemas import modules

PATHS = sorted(
    f"{module}:{name}"
    for module, classes in CLASSES.items()
    for name, kind in classes.items()
    if kind in KINDS and module != "._support"
)
LIBRARIES = {"ORJSONResponse": "orjson", "UJSONResponse": "ujson"}
KEYS = {
    "silent": "",
    "media type": "media_type: application/json",
    "renderer": "render: text",
    "kind": "kind: empty",
}


def below(path: str, keys: str) -> type[Any]:
    """The class of an entry that extends a class of a framework."""
    entry = "{" + ", ".join(filter(None, (f'extends: "{path}"', keys))) + "}"
    specs = modules(shop=f"responses: {{Item: {entry}}}")
    with warnings.catch_warnings(action="ignore"):  # FastAPI has deprecated some
        return load(tuple(specs.values()))["shop"].Item  # type: ignore[no-any-return]  # a module made in this test


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
@pytest.mark.parametrize("path", PATHS)
def test_what_compiles_is_sent(path: str, keys: str) -> None:
    """Where a class of a framework may be extended, the class below it can be made and sent."""
    name = path.rpartition(":")[2]
    if name in LIBRARIES:
        pytest.importorskip(LIBRARIES[name])
    cls = below(path, keys)
    with warnings.catch_warnings(action="ignore"):
        answer = sent(cls("text"))
    assert answer.status == 200
    assert answer.body in (b"text", b'"text"', b"")
