"""What `make test` installs is what pyproject.toml allows, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.support.corpora import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")


def _declared() -> Iterator[Requirement]:
    extras = PROJECT["project"]["optional-dependencies"].values()
    lists = (PROJECT["build-system"]["requires"], PROJECT["project"]["dependencies"])
    for requirements in (*lists, *extras):
        yield from map(Requirement, requirements)


def _pinned() -> Iterator[tuple[str, Version]]:
    for line in PINS.splitlines():
        if line[:1].isalnum():
            name, _, rest = line.partition("==")
            yield canonicalize_name(name), Version(rest.split()[0])


def test_every_dependency_is_pinned() -> None:
    """A dependency that is added or raised without `make pins` is found here."""
    pins = dict(_pinned())
    ours = PROJECT["project"]["name"]
    for requirement in _declared():
        if requirement.name != ours:
            pin = pins[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(pin), requirement


def test_pins_name_no_index() -> None:
    """The pins hold wherever packages come from."""
    assert "://" not in PINS
