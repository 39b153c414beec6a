"""The run of tests: the application is wrapped, what nobody declares fails, and the rest is reported.

Goes in: pytest's hooks. Comes out: failures, a summary, and a page. With pytest-xdist each worker
observes its own tests, and the controller adds up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import pytest

from respgen.testing.catalogue import Catalogue, NoCatalogueError, catalogue_at
from respgen.testing.middleware import ContractMiddleware
from respgen.testing.report import Observed, Report
from respgen.testing.wrapping import Application, NoApplicationError, home, install

Phase: TypeAlias = Generator[None, object, object]
_DATA = "respgen"


class Contract:
    """One run, registered where an option asks for it."""

    def __init__(self, config: pytest.Config, target: str, page: Path | None) -> None:
        self.config = config
        self.target = target
        self.page = page
        self.report = Report(title=target)
        self.failed: set[Observed] = set()
        """What some test has failed for."""

    @classmethod
    def of(
        cls, config: pytest.Config, target: str | None, page: str | None
    ) -> Contract:
        """Raises UsageError for options that cannot work."""
        if target is None:
            raise pytest.UsageError("--respgen-report needs --respgen-app")
        path = None if page is None else Path(config.invocation_params.dir, page)
        if path is not None and path.is_dir():
            raise pytest.UsageError(f"--respgen-report: {page} is a folder")
        return cls(config, target, path)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Phase:
        """Wrap the application when all tests are collected: what sets it up for them has run."""
        runs = not (session.config.option.collectonly or session.testsfailed)
        if runs and not self._is_controller:
            self._wrap()
        result = yield
        late = [seen for seen, _ in self.report.undeclared if seen not in self.failed]
        if late and not self._is_worker:
            session.testsfailed += len(
                late
            )  # as sessions count: the exit status is 1 then
        return result

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self) -> None:
        """Refuse what cannot work before workers start: they could not say it."""
        if self._is_controller:
            self._located()

    def _located(self) -> tuple[ModuleType, str, Catalogue]:
        """The application's module, its name there, and its catalogue. Raises UsageError."""
        # as `python -m pytest` has it, and uvicorn
        root = os.fspath(self.config.rootpath)
        if root not in sys.path:
            sys.path.append(root)
        try:
            module, name = home(self.target)
            return module, name, self._catalogue(module)
        except (NoApplicationError, NoCatalogueError) as error:
            raise pytest.UsageError(f"--respgen-app: {error}") from error

    def _wrap(self) -> None:
        module, name, catalogue = self._located()
        self.report.declare(catalogue)

        def wrap(app: Application) -> Application:
            return ContractMiddleware(app, catalogue, self.report)

        install(module, name, wrap)

    def _catalogue(self, module: ModuleType) -> Catalogue:
        """That of the project around the application; else of the one that is tested."""
        file = getattr(module, "__file__", None)
        try:
            return catalogue_at(Path(file).parent if file else self.config.rootpath)
        except NoCatalogueError:
            if self.config.rootpath in Path(file or "").parents:
                raise
            return catalogue_at(self.config.rootpath)

    # One test

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Phase:
        """Whatever is observed from now on is of this test."""
        self.report.test = item.nodeid
        result = yield
        self.report.test = ""
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Phase:
        """Hold the fixtures of a test to what is declared."""
        return (yield from self._held(item, "setup"))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Phase:
        """Hold a test to what is declared."""
        return (yield from self._held(item, "call"))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Phase:
        """Hold what ends the fixtures to what is declared."""
        return (yield from self._held(item, "teardown"))

    def _held(self, item: pytest.Item, phase: str) -> Phase:
        """Fail where a phase observes what nobody declares; where it fails anyway, say so beside."""
        before = {seen: times.number for seen, times in self.report.undeclared}
        try:
            result = yield
        except BaseException:
            if text := self._said(before):
                item.add_report_section(phase, "respgen", text)
            raise
        if text := self._said(before):
            pytest.fail(text, pytrace=False)
        return result

    def _said(self, before: dict[Observed, int]) -> str:
        """What was observed since then and nobody declares."""
        new = [
            seen
            for seen, times in self.report.undeclared
            if times.number > before.get(seen, 0)
        ]
        self.failed.update(new)
        return "\n".join(each.refusal for each in new)

    # Workers and the end

    @property
    def _is_worker(self) -> bool:
        return hasattr(self.config, "workeroutput")

    @property
    def _is_controller(self) -> bool:
        return self.config.pluginmanager.hasplugin("dsession")

    def pytest_sessionfinish(self) -> None:
        """Hand over what a worker observed; write the page."""
        output = getattr(self.config, "workeroutput", None)
        if output is not None:
            output[_DATA] = self.report.data()
        elif self.page is not None and self.report.rows:
            try:
                self.report.write(self.page)
            except OSError as error:
                reason = error.strerror or error
                raise pytest.UsageError(
                    f"--respgen-report: cannot write {self.page}: {reason}"
                ) from error

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take in what a worker observed; one that crashed has nothing to say."""
        data = getattr(node, "workeroutput", {}).get(_DATA)
        if data is not None:
            self.report.merge(data)

    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter
    ) -> None:
        """Say which classes no test has seen, and what nobody declares."""
        if not self.report.rows:
            return
        write = terminalreporter.write_line
        terminalreporter.write_sep("=", "respgen contract")
        total, unseen = len(self.report.rows), self.report.unseen
        write(f"{total - len(unseen)} of {total} declared classes seen")
        for module, rows in groupby(unseen, lambda row: row.name.partition(".")[0]):
            names = (row.name.partition(".")[2] for row in rows)
            write(f"never seen in {module}: {', '.join(names)}")
        for seen, _ in self.report.undeclared:
            write(seen.refusal.partition("\n")[0], red=True)
        if self.page is not None:
            write(f"report: {self.page}")
