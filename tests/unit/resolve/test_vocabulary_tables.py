"""The tables of the vocabulary against what they speak of: the frameworks, core, Python."""

from __future__ import annotations

import builtins
from importlib import import_module
from typing import Any

import fastapi
import fastapi.responses
import pytest
import starlette.responses

from respgen import renderers
from respgen.core import framing, response
from respgen.emit.support import support
from respgen.emit.targets import FRAMEWORKS
from respgen.frameworks import exceptions
from respgen.kinds import KINDS
from respgen.kinds.kind import KindRow
from respgen.specs.expressions import Call, Kept, Local, Member
from respgen.specs.types import ImportPath, authored
from respgen.vocabulary.media_types import is_json
from respgen.vocabulary.members import BASE_MEMBERS, BUILTINS, PRIVATE_MEMBERS
from respgen.vocabulary.python_names import KNOWN, VARIADIC
from respgen.vocabulary.targets import CLASSES, TARGETS
from tests.support.reference import current_reference

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
    assert names <= BASE_MEMBERS | PRIVATE_MEMBERS
    assert names | {"background"} >= BASE_MEMBERS


@pytest.mark.parametrize("row", KINDS.values(), ids=KINDS)
def test_parameters_of_kinds(row: KindRow[Any]) -> None:
    """A kind's parameters are those of its base, in its order."""
    code = getattr(starlette.responses, row.base).__init__.__code__
    names = code.co_varnames[1 : code.co_argcount]
    # deprecated, and gone with Starlette 1: no class has it, so what comes after it is given by name
    names = tuple(name for name in names if (row.name, name) != ("file", "method"))
    assert names == tuple(parameter.name for parameter in row.parameters(row.options()))


@pytest.mark.parametrize("row", KINDS.values(), ids=KINDS)
def test_kinds(row: KindRow[Any]) -> None:
    """Core has the function that completes a kind's headers; its statuses are its own."""
    assert hasattr(framing, row.framing)
    assert row.status_code in row.statuses
    assert {*row.implied_by} <= {*row.statuses}


def test_builtins() -> None:
    """Only names of Python are kept from authors."""
    assert all(hasattr(builtins, name) for name in BUILTINS)


def test_every_target_has_a_framework() -> None:
    """A word of the language is one of emit, too."""
    assert {*FRAMEWORKS} == {*TARGETS}


@current_reference
@pytest.mark.parametrize("target", ["fastapi", "starlette"])
def test_targets(target: str) -> None:
    """A target's classes and the types of its parameters are where its rows say."""
    framework, bases = FRAMEWORKS[target], TARGETS[target].bases
    paths = [framework.root, *map(framework.base, sorted(bases))]
    raised = framework.exceptions
    assert raised is not None
    for path in (*paths, raised.base):
        assert getattr(import_module(path.module), path.name).__name__ == path.name
    theirs = getattr(import_module(raised.base.module), raised.base.name)
    assert issubclass(getattr(exceptions, raised.ours.name), theirs)
    for kind in framework.types.values():
        for name in authored(kind):
            assert hasattr(import_module(name.module), name.name)


CLASS_ROWS = {
    f"{module}:{name}": (module, name, kind)
    for module, classes in CLASSES.items()
    for name, kind in classes.items()
    if module != "._support"
}


@current_reference
@pytest.mark.parametrize(
    ("module", "name", "kind"), CLASS_ROWS.values(), ids=CLASS_ROWS
)
def test_classes_of_frameworks(module: str, name: str, kind: str) -> None:
    """A class of a framework is there, and its constructor takes what its kind says."""
    found = getattr(import_module(module), name)
    response = import_module("starlette.responses")
    base = BASE_OF.get(kind, "Response")
    assert issubclass(found, getattr(response, base))
    assert found.__init__ is getattr(response, base).__init__ or kind == "body"


BASE_OF = {
    "stream": "StreamingResponse",
    "file": "FileResponse",
    "redirect": "RedirectResponse",
}


IMPLIED = {"json", "text", "html", "bytes"}
"""The renderers that a media type chooses where no word does."""


@pytest.mark.parametrize("name", renderers.WORDS)
def test_renderers(name: str) -> None:
    """A renderer's function is there, and its media type says what it writes."""
    row = renderers.RENDERERS[name]
    body = row.body(row.options(), Local("content"))
    assert isinstance(body, Call)
    assert _exists(body.function)
    assert (renderers.renderer_for(row.media_type) is row) is (name in IMPLIED)
    assert row.media_type is None or row.fits(row.media_type)


def _exists(function: object) -> bool:
    match function:
        case ImportPath("._support", name):
            return f"def {name}(" in support([name])[0]
        case ImportPath(module, name):
            return hasattr(import_module(module), name)
        case Member(Kept(maker), name):
            return hasattr(getattr(import_module(maker.module), maker.name), name)
    return False


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
    assert is_json(media_type) is json


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
    assert {*KINDS} >= {kind for _, _, kind in CLASS_ROWS.values()}
