"""What all tests share: hypothesis draws without a deadline, since the machine may be busy."""

import pytest
from hypothesis import settings

settings.register_profile("respgen", deadline=None)
settings.load_profile("respgen")

# the checks of case folders are no test modules, and their asserts should explain themselves too
pytest.register_assert_rewrite("tests.cases")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="write what tests/cases expect, instead of comparing with it",
    )
