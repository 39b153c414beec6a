"""Settings are read, functions called, and modules of the project imported at first use."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import pytest

from respgen.core.sources import Deferred, current


@pytest.mark.parametrize(
    ("source", "value"),
    [
        pytest.param("example.com", "example.com", id="a value"),
        pytest.param(None, None, id="none"),
        pytest.param(lambda: "made", "made", id="a function"),
        pytest.param(
            datetime(2026, 1, 31, tzinfo=UTC).isoformat,
            "2026-01-31T00:00:00+00:00",
            id="a method",
        ),
    ],
)
def test_a_callable_is_called_and_a_value_is_read(
    source: object, value: object
) -> None:
    """What an import path leads to gives the value of this moment."""
    assert current(source) == value


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package `beside`, importable and not imported, with a module `web`."""
    folder = tmp_path / "beside"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "web.py").write_text("region = 'eu'\n_module = 7\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("beside", "beside.web"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return folder


def test_a_module_is_imported_at_first_use(package: Path) -> None:
    """From then on the name is the module's own."""
    names: dict[str, Any] = {}
    names["web"] = Deferred("beside.web", "web", names)
    # what inspects a module asks for such names
    assert getattr(names["web"], "__wrapped__", None) is None
    assert "beside.web" not in sys.modules
    assert names["web"]._module == 7
    assert names["web"] is sys.modules["beside.web"]
    assert names["web"].region == "eu"


def test_a_submodule_is_imported(package: Path) -> None:
    """As a statement would."""
    assert Deferred("beside", "beside", {}).web.region == "eu"


def test_what_a_module_lacks(package: Path) -> None:
    """The message names both."""
    with pytest.raises(
        AttributeError, match=r"'beside\.web' has no attribute 'nothing'"
    ):
        _ = Deferred("beside.web", "web", {}).nothing


def test_what_a_test_replaces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is replaced through the stand-in is replaced in the module, and put back."""
    module = ModuleType("replaced")
    vars(module)["region"] = lambda: "eu"
    monkeypatch.setitem(sys.modules, "replaced", module)
    names: dict[str, Any] = {}
    stand_in: Any = names.setdefault("r", Deferred("replaced", "r", names))
    with mock.patch.object(stand_in, "region", return_value="us"):
        assert (names["r"].region(), stand_in.region()) == ("us", "us")
    assert names["r"].region() == "eu"
