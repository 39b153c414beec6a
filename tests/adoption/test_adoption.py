"""Each application, brought under a catalogue, is the same application.

The catalogue is the one that adopt writes, or the one that stands beside the application. Further
applications are those below the folder that RESPGEN_APPLICATIONS names.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.adoption.applications import (
    HERE,
    NAMES,
    ORDER,
    Adoption,
    Application,
    NotBuiltError,
    Project,
    applications,
)
from tests.adoption.judging import SITES, judged, stands
from tests.adoption.labels import VARIANTS, Variant

pytestmark = pytest.mark.slow
FOLDERS = (HERE, *map(Path, filter(None, [os.environ.get("RESPGEN_APPLICATIONS")])))
APPLICATIONS = [app for folder in FOLDERS for app in applications(folder)]
Found = TypeVar("Found")


@pytest.fixture(scope="session", params=APPLICATIONS, ids=lambda app: app.name)
def app(request: pytest.FixtureRequest) -> Application:
    found: Application = request.param
    return found


@pytest.fixture(scope="session", params=VARIANTS)
def adoption(
    request: pytest.FixtureRequest,
    app: Application,
    tmp_path_factory: pytest.TempPathFactory,
) -> Adoption:
    variant: Variant = request.param
    return Adoption(app, variant, tmp_path_factory.mktemp(f"{app.name}-{variant}"))


@pytest.fixture(scope="session")
def before(app: Application, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The application with the catalogue that stands beside it, which it does not use."""
    folder = tmp_path_factory.mktemp(f"{app.name}-before")
    return Adoption(app, "catalogue", folder).catalogued


def built(part: Callable[[], Found]) -> Found:
    """What a part of an adoption is; skips where the command for it does not exist."""
    try:
        return part()
    except NotBuiltError as error:
        pytest.skip(str(error))


def test_an_application_is_in_order(before: Project) -> None:
    """Its tests pass, and neither mypy nor ruff has anything to say."""
    before.tests()
    before.out("-m", "ruff", "check", "--no-cache", ".")
    assert before.type_errors() == {}


def test_its_catalogue_is_in_order(before: Project) -> None:
    before.respgen("lint")


def test_it_has_25_requests_that_can_be_recorded_again(before: Project) -> None:
    assert len(before.requests["requests"]) == 25
    answers = before.answers()
    assert answers == before.answers()
    assert {answer["status"] for answer in answers} & {500} == set()


def test_every_site_has_a_label(app: Application, before: Project) -> None:
    tree = before.tree()
    labelled = [(one.file, one.statement) for one in app.labels()]
    lost = [
        f"{finding['file']}:{finding['line']}: {finding['message']}"
        for finding in before.audit()["diagnostics"]
        if finding["code"] in SITES
        and (place := stands(finding, tree))
        and not any(
            file == finding["file"] and one.holds(place.start, place.end)
            for file, one in labelled
        )
    ]
    assert lost == []


def test_its_own_tests_pass(adoption: Adoption) -> None:
    built(lambda: adoption.migrated).tests()


def test_the_answers_are_the_same(adoption: Adoption) -> None:
    """Status, values of all fields, bodies; the last answer is the OpenAPI document."""
    after = built(lambda: adoption.migrated).answers()
    assert after == adoption.untouched.answers()


def test_mypy_finds_nothing_new(adoption: Adoption) -> None:
    assert built(lambda: adoption.migrated).type_errors() == {}


def test_every_name_is_defined_once_and_used(adoption: Adoption) -> None:
    assert built(lambda: adoption.migrated).ruff(NAMES) == {}


def test_imports_stay_sorted(adoption: Adoption) -> None:
    assert built(lambda: adoption.migrated).ruff(ORDER) == {}


def test_a_second_migration_changes_nothing(adoption: Adoption) -> None:
    assert built(lambda: adoption.again).tree() == adoption.migrated.tree()


def test_nothing_is_left_to_do(adoption: Adoption) -> None:
    built(lambda: adoption.migrated).respgen("migrate", "--check")


def test_git_applies_the_printed_diff(adoption: Adoption) -> None:
    assert built(lambda: adoption.applied).tree() == adoption.migrated.tree()


def test_most_responses_come_from_the_catalogue(adoption: Adoption) -> None:
    assert built(lambda: adoption.audit_after)["summary"]["score"] >= 60


def test_what_a_person_would_migrate_is_migrated(adoption: Adoption) -> None:
    found = built(lambda: judged(adoption))
    missed = [f"{one.file}: {one.statement.text}" for one in found.missed]
    assert found.share >= 70, missed


def test_what_must_stay_stays(adoption: Adoption) -> None:
    found = built(lambda: judged(adoption))
    assert [f"{one.file}: {one.statement.text}" for one in found.wrong] == []
