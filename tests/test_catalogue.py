"""Our own catalogue: schemas/ uses the whole language, generated/ is what it makes, the shop serves it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from respgen.diagnostics import Problems
from respgen.fields import TYPES
from respgen.grade import graded_response
from respgen.kinds import KINDS
from respgen.output import ChangeKind, compare, present
from respgen.output.marks import marks
from respgen.pipeline import Build, build
from respgen.project import Project, find
from respgen.renderers import RENDERERS
from respgen.specs import (
    Argument,
    Constant,
    CookieSpec,
    HeaderSpec,
    ImportPath,
    Policy,
    Read,
    ResponseSpec,
    arguments,
)
from respgen.vocabulary.encodings import ENCODINGS
from respgen.vocabulary.targets import TARGETS
from tests.tour import TOUR

# a block of a class for type checkers alone
CHECKED = r"^    if TYPE_CHECKING:\n(?: {8}.*\n|\n)*"

ROOT = Path(__file__).resolve().parent.parent


@cache
def project() -> Project:
    found = find(ROOT, Problems())
    assert found is not None
    return found


@cache
def built() -> Build:
    return build(project())


def responses() -> Iterator[ResponseSpec]:
    return (response for module in built().specs for response in module.responses)


def headers() -> Iterator[HeaderSpec]:
    return (header for response in responses() for header in response.headers)


def parameters() -> Iterator[Argument]:
    return (given for _, given in arguments(headers()))


def presets() -> Iterator[CookieSpec]:
    return (cookie for module in built().specs for cookie in module.cookies)


def test_nothing_is_to_be_said_about_it() -> None:
    """The catalogue has neither errors nor warnings."""
    assert list(built().problems) == []


def test_generated_is_what_it_makes() -> None:
    """generated/ is up to date."""
    changes = compare(built().files, present(project().output), marks(project(), ()))
    assert {change.kind for change in changes} == {ChangeKind.UNCHANGED}


@pytest.mark.parametrize(
    ("used", "all_words"),
    [
        pytest.param(
            (h.type.word for h, _ in arguments(headers())), TYPES, id="header types"
        ),
        pytest.param((h.policy for h in headers()), get_args(Policy), id="policies"),
        pytest.param(
            (r.renderer.name for r in responses()),
            RENDERERS,
            id="renderers",
        ),
        pytest.param((m.target for m in built().specs), TARGETS, id="targets"),
        pytest.param((r.kind for r in responses()), KINDS, id="kinds"),
        pytest.param((c.encoding for c in presets()), ENCODINGS, id="encodings"),
        pytest.param(
            (c.known["samesite"] for c in presets()),
            ["lax", "strict", "none", None],
            id="samesite",
        ),
    ],
)
def test_it_uses_every_word(used: Iterable[str], all_words: Iterable[str]) -> None:
    """No word of the language goes without an example."""
    assert {*used} == {*all_words}


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(any(r.status_locked for r in responses()), id="locked status"),
        pytest.param(any(p.required for p in parameters()), id="required header"),
        pytest.param(any(p.default for p in parameters()), id="default"),
        pytest.param(
            any(isinstance(r.base, ImportPath) for r in responses()), id="own base"
        ),
        pytest.param(
            any(r.content is None and r.kind == "body" for r in responses()),
            id="no content",
        ),
        pytest.param(
            any(r.constructor and r.constructor.own for r in responses()),
            id="a base's own constructor",
        ),
        pytest.param(any(r.shape.mixins for r in responses()), id="mixin"),
        pytest.param(any(r.shape.check for r in responses()), id="validate"),
        pytest.param(any(r.shape.deprecated for r in responses()), id="deprecated"),
        pytest.param(any(r.shape.media_types for r in responses()), id="media types"),
        pytest.param(any(r.body for r in responses()), id="body"),
        pytest.param(
            any(r.body and r.body.omit_none for r in responses()), id="omit_none"
        ),
        pytest.param(any(c.also_delete for c in presets()), id="further scopes"),
        pytest.param(any(c.known["partitioned"] for c in presets()), id="partitioned"),
        pytest.param(any(c.known["priority"] for c in presets()), id="priority"),
        pytest.param(any(c.known["domain"] for c in presets()), id="domain"),
        pytest.param(any(c.formerly for c in presets()), id="older scopes"),
        pytest.param(any(c.chunks for c in presets()), id="large values"),
        pytest.param(any(c.sign for c in presets()), id="signed values"),
        pytest.param(any("{" in c.key for c in presets()), id="places"),
        pytest.param(
            {type(origin) for c in presets() for origin in c.origins.values()}
            == {Read, Argument},
            id="attributes of run time",
        ),
        pytest.param(
            any(u.always is not None for r in responses() for u in r.cookies),
            id="set always",
        ),
        pytest.param(
            any(isinstance(h.origin, Constant) for h in headers()), id="constant"
        ),
    ],
)
def test_it_has_an_example_of(found: bool) -> None:
    """Neither does any other part of it."""
    assert found


# It has no body to guard, and updates the headers of a copy that does
UNGUARDED = {"NotModified"}


@pytest.mark.parametrize("module", ["account", "answers", "common", "shop"])
def test_its_grades(module: str) -> None:
    """What people's browsers get has the best grade that there is."""
    (spec,) = (each for each in built().specs if each.name == module)
    grades = {each.name: graded_response(each).grade for each in spec.responses}
    assert {name for name, grade in grades.items() if grade != "A+"} <= UNGUARDED


@pytest.mark.slow
def test_its_classes_are_short() -> None:
    """A class, its part of the module included, is 59 lines at most; exceptions are classes.

    Seals and signatures for type checkers alone are not counted.
    """
    files = [ROOT / "generated" / f"{spec.name}.py" for spec in built().specs]
    texts = [path.read_text(encoding="utf-8") for path in files]
    classes = sum(len(re.findall(r"^ *class ", text, re.M)) for text in texts)
    read = [re.sub(CHECKED, "", text, flags=re.M) for text in texts]
    lines = sum(text.count("\n") - text.count("\n# respgen seal ") for text in read)
    assert lines <= 59 * classes


def test_the_tour_answers_and_ends() -> None:
    """Every request of `make demo` is answered over HTTP, without an error of the server's."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.tour"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    statuses = re.findall(r"^< HTTP/1\.1 (\d+)", run.stdout, re.MULTILINE)
    assert len(statuses) == len(TOUR)
    assert "500" not in statuses
    assert 'Missing named argument "location"' in run.stdout
