"""The tables of the vocabulary against what they speak of: the frameworks, core, Python."""

from __future__ import annotations

import builtins
from importlib import import_module

import fastapi
import fastapi.responses
import pytest
import starlette.responses

from respgen.core import bodies, response
from respgen.vocabulary import renderers
from respgen.vocabulary.members import BUILTINS, MEMBERS, PARAMETERS, PRIVATE_MEMBERS
from respgen.vocabulary.python_names import KNOWN, VARIADIC
from respgen.vocabulary.targets import TARGETS

BASES = [
    starlette.responses.Response,
    starlette.responses.JSONResponse,
    fastapi.Response,
    fastapi.responses.JSONResponse,
    response.Response,
]


@pytest.mark.parametrize(
    "base", BASES, ids=lambda base: f"{base.__module__}.{base.__name__}"
)
def test_members_of_bases(base: type[fastapi.Response]) -> None:
    """No attribute or method of a base can be taken for a parameter's name."""
    instance = base(None)
    names = {
        name for name in {*dir(base), *vars(instance)} if not name.startswith("__")
    }
    names.discard("body_iterator")
    assert names <= MEMBERS | PRIVATE_MEMBERS
    assert names | {"background"} >= MEMBERS


def test_parameters_of_bases() -> None:
    """The reference's parameters, in its order."""
    code = starlette.responses.Response.__init__.__code__
    assert code.co_varnames[1 : code.co_argcount] == PARAMETERS


def test_builtins() -> None:
    """Only names of Python are kept from authors."""
    assert all(hasattr(builtins, name) for name in BUILTINS)


@pytest.mark.parametrize("target", ["fastapi", "starlette"])
def test_targets(target: str) -> None:
    """A target's bases and background task are where its row says."""
    row = TARGETS[target]
    for name, path in row.bases.items():
        assert getattr(import_module(path.module), path.name).__name__ == name
    assert row.background is not None
    assert hasattr(import_module(row.background.module), row.background.name)


@pytest.mark.parametrize("name", renderers.RENDERERS)
def test_renderers(name: str) -> None:
    """A renderer's function is one of core, and its media type chooses it where no word does."""
    row = renderers.RENDERERS[name]
    assert hasattr(bodies, row.function)
    assert renderers.renderer_for(row.media_type) == name


@pytest.mark.parametrize(
    ("media_type", "json"),
    [
        ("application/json", True),
        ("Application/JSON; charset=utf-8", True),
        ("application/vnd.api+json", True),
        ("application/vnd.oai.openapi+json;version=3.0", True),
        ("text/json", False),
        ("application/json-seq", False),
        ("application/xml", False),
        ("", False),
        (None, False),
    ],
)
def test_is_json(media_type: str | None, json: bool) -> None:
    """JSON is application/json and whatever ends in +json, whatever its case and parameters."""
    assert renderers.is_json(media_type) is json


@pytest.mark.parametrize("name", KNOWN)
def test_python_names(name: str) -> None:
    """A name stands where its row says, and takes that many arguments."""
    module, arity = KNOWN[name]
    if module == "respgen":
        return
    found = getattr(import_module(module), name)
    if arity not in (0, VARIADIC):
        arguments = ([int], int) if name == "Callable" else (int,) * arity
        assert found[arguments]


def test_words_are_not_planned() -> None:
    """What is built is no longer promised."""
    assert not renderers.PLANNED & {*renderers.RENDERERS}
