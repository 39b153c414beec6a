"""The options of pytest by which tests hold an application to its schemas; without them, nothing else is loaded.

pytest --respgen-app shop.main:app --respgen-report report.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

_APP, _PAGE = "--respgen-app", "--respgen-report"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("respgen", "responses that schemas declare")
    group.addoption(
        _APP,
        metavar="MODULE:NAME",
        help="Fail where this application answers what no schema declares; "
        "it may be a function that makes one.",
    )
    group.addoption(
        _PAGE,
        metavar="PATH",
        help="Write a page of HTML: what was undeclared, and which classes no test has seen.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Take part in the run if an option asks for it."""
    target, page = config.getoption(_APP), config.getoption(_PAGE)
    if target is None and page is None:
        return
    from respgen.testing.plugin import Contract

    config.pluginmanager.register(Contract.of(config, target, page), "respgen-contract")
