"""What all tests share: hypothesis draws without a deadline, since the machine may be busy.

With `HYPOTHESIS_PROFILE=ci` it draws the same examples for the same tests, so that a build says
something of its change alone; everyone else's runs go on searching.

The key of caches is the tests' own, also in the processes that they start.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from respgen.diagnostics import Diagnostic
from respgen.rules import RULES

settings.register_profile("respgen", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "respgen"))

# the checks of case folders are no test modules, and their asserts should explain themselves too
pytest.register_assert_rewrite("tests.cases")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="write what tests/cases expect, instead of comparing with it",
    )


@pytest.fixture(scope="session", autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the user's caches are."""
    folder = tmp_path_factory.mktemp("caches")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    return folder


_made = Diagnostic.__init__


def _guarded(diagnostic: Diagnostic, *fields: Any, **named: Any) -> None:
    """Refuse a finding that does not say what to do, or has a fix that its rule does not announce.

    So every test is one of the help lines.
    """
    _made(diagnostic, *fields, **named)
    code, message, help_line = diagnostic.code, diagnostic.message, diagnostic.help
    assert help_line.strip(), f"no help for: {message}"
    fixable = code not in RULES or RULES[code].fixable
    assert diagnostic.fix is None or fixable, f"{code} is not marked as fixable"
    assert help_line.strip(".") != message.strip("."), f"no more help than: {message}"


Diagnostic.__init__ = _guarded  # type: ignore[method-assign]  # in tests alone
