"""The pytest plugin: which tests fail, what it says at the end, and what it refuses."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from respgen import pytest_plugin
from respgen.testing.plugin import Contract
from tests.support.projects import write
from tests.unit.testing.projects import BETWEEN, PAGES, SCHEMA, shop_files

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[3]
# an environment that was installed before the plugin has no entry point yet
INSTALLED = any(each.name == "respgen" for each in entry_points(group="pytest11"))
LOADED = () if INSTALLED else ("-p", "respgen.pytest_plugin")
APP = ("--respgen-app", "shop.main:app")


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A shop with its package and its tests; each test of ours writes those that it needs."""
    write(pytester.path, shop_files())
    pytester.syspathinsert()
    return pytester


def ran(project: pytest.Pytester, tests: str, *words: str) -> pytest.RunResult:
    project.makepyfile(test_shop=tests)
    options = ("-p", "no:cacheprovider", "-p", "no:randomly", *LOADED)
    return project.runpytest_inprocess(*options, *words)


def test_declared_responses_pass(project: pytest.Pytester) -> None:
    """A run in which every response is declared passes, and says which classes it has not seen."""
    result = ran(project, PAGES["fine"], *APP)
    assert result.ret == 0
    result.stdout.fnmatch_lines(
        ["*= respgen contract =*", "2 of 3 declared classes seen"]
    )
    result.stdout.fnmatch_lines(["never seen in api: Gone"])


def test_an_undeclared_response_fails_its_test(project: pytest.Pytester) -> None:
    """The test that sees what no class declares fails, and shows the difference alone."""
    result = ran(project, PAGES["undeclared"], *APP)
    result.assert_outcomes(passed=1, failed=1)
    assert result.ret == 1
    result.stdout.fnmatch_lines(
        [
            "*_ test_by_hand _*",
            "GET /hand/{n} answered 200, which no class declares; api.Item is nearest",
            "  x-shop  declared tea  sent nothing",
        ]
    )
    result.stdout.no_fnmatch_line("*plugin.py*")


def test_a_test_that_fails_anyway_keeps_its_failure(project: pytest.Pytester) -> None:
    """What nobody declares is said beside the failure of the test's own."""
    result = ran(project, PAGES["failing"], *APP)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*assert 1 == 2", "*Captured respgen call*"])


def test_expected_failures_and_fixtures(project: pytest.Pytester) -> None:
    """What is undeclared in a fixture is an error of it; in a test marked xfail it is expected."""
    result = ran(project, PAGES["fixtures"], *APP)
    result.assert_outcomes(xfailed=1, errors=1)


def test_what_comes_late_fails_the_run(project: pytest.Pytester) -> None:
    """A response outside of all tests fails no test, but the run."""
    project.makeconftest(BETWEEN)
    result = ran(project, PAGES["late"], *APP)
    result.assert_outcomes(passed=1)
    assert result.ret == 1


def test_unhandled_errors_are_seen(project: pytest.Pytester) -> None:
    """What answers a bug is outside of all middleware, and compared all the same."""
    result = ran(project, PAGES["bug"], *APP)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["GET /bug answered 500, which no class declares*"])


def test_settings_allow_responses(project: pytest.Pytester) -> None:
    """What [tool.respgen.contract] allows fails nothing."""
    with open(project.path / "pyproject.toml", "a") as settings:
        settings.write('contract = {allow = ["500 /bug", "GET /hand/*"]}\n')
    result = ran(project, PAGES["undeclared"] + PAGES["bug"], *APP)
    result.assert_outcomes(passed=3)


@pytest.mark.parametrize("target", ["shop.main:create", "shop.main:bare"])
def test_other_applications_are_replaced(project: pytest.Pytester, target: str) -> None:
    """A function that makes applications, and a bare ASGI function, are wrapped for all who import them."""
    tests = PAGES["made" if target.endswith("create") else "bare"]
    result = ran(project, tests, "--respgen-app", target)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["GET /hand/{n} answered 200*"])


def test_the_page_is_written(project: pytest.Pytester) -> None:
    """`--respgen-report` is a path from the working folder; folders are made."""
    ran(project, PAGES["undeclared"], *APP, "--respgen-report", "out/report.html")
    text = (project.path / "out/report.html").read_text()
    assert "Contract of shop.main:app" in text
    assert "test_shop.py::test_by_hand" in text


REFUSED = {
    "no application": (("--respgen-report", "x.html"), "needs --respgen-app"),
    "no name": (("--respgen-app", "shop.main"), "is not of the form shop.main:app"),
    "no module": (("--respgen-app", "shp.main:app"), "no module 'shp.main'"),
    "no such name": (("--respgen-app", "shop.main:ap"), "has no application 'ap'"),
    "a bug": (("--respgen-app", "shop.bug:app"), "cannot be imported: KeyError: 'a'"),
    "a library": (("--respgen-app", "shop.lib:app"), "imports 'nowhere', which"),
    "a folder": ((*APP, "--respgen-report", "shop"), "shop is a folder"),
}


@pytest.mark.parametrize(("words", "said"), REFUSED.values(), ids=REFUSED)
def test_options_that_cannot_work(
    project: pytest.Pytester, words: tuple[str, ...], said: str
) -> None:
    """A wrong option is said in a line, with the exit status of wrong usage."""
    result = ran(project, PAGES["fine"], *words)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: --respgen*{said}*"])
    assert "Traceback" not in result.stderr.str() + result.stdout.str()


def test_mistakes_of_schemas_are_said(project: pytest.Pytester) -> None:
    """Schemas that do not compile are no catalogue: what is wrong stands with its place."""
    (project.path / "schemas/api.yaml").write_text(SCHEMA + "  Odd: {statuscode: 1}\n")
    result = ran(project, PAGES["fine"], *APP)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["schemas/api.yaml:*: error[[]R0*", "help: *"])


def test_nothing_is_collected_or_run_for_a_list(project: pytest.Pytester) -> None:
    """`--collect-only` wraps nothing, and writes no page."""
    words = (*APP, "--respgen-report", "x.html", "--collect-only", "-q")
    assert ran(project, PAGES["fine"], *words).ret == 0
    assert not (project.path / "x.html").exists()


@pytest.mark.slow
def test_workers_are_added_up(project: pytest.Pytester) -> None:
    """With pytest-xdist each worker observes, and one report has it all."""
    project.makepyfile(test_shop=PAGES["undeclared"], test_more=PAGES["fine"])
    words = ("-n", "2", *APP, "--respgen-report", "x.html")
    result = project.runpytest_subprocess(*LOADED, *words)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["2 of 3 declared classes seen"])
    assert "test_shop.py::test_by_hand" in (project.path / "x.html").read_text()


@pytest.mark.slow
def test_workers_start_for_nothing_that_cannot_work(project: pytest.Pytester) -> None:
    """A wrong option is said as without workers."""
    project.makepyfile(test_shop=PAGES["fine"])
    words = ("-n", "2", "--respgen-app", "shp.main:app")
    result = project.runpytest_subprocess(*LOADED, *words)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        ["ERROR: --respgen-app: there is no module 'shp.main'*"]
    )
    assert "INTERNALERROR" not in result.stdout.str()


def test_the_entry_point_leads_to_the_plugin() -> None:
    """pytest finds the module by the entry point of the distribution."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    [(name, module)] = settings["project"]["entry-points"]["pytest11"].items()
    assert (name, module) == ("respgen", pytest_plugin.__name__)


def test_it_costs_nothing_unasked() -> None:
    """Without its options the plugin loads no compiler, no framework, nothing of respgen's else."""
    program = "import sys, respgen.pytest_plugin; print(*(m for m in sys.modules if m.split('.')[0] in ('respgen', 'yaml', 'jinja2', 'starlette')))"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["respgen", "respgen.pytest_plugin"]


def test_unasked_it_registers_nothing(pytester: pytest.Pytester) -> None:
    """Without an option no hook of a test runs through us."""
    config = pytester.parseconfig(*LOADED)
    pytest_plugin.pytest_configure(config)
    plugins = config.pluginmanager.get_plugins()
    assert not any(isinstance(each, Contract) for each in plugins)
