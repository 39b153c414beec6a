"""Which params a function that renders is given, as its file says, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.project import Project
from respgen.project.first_party import FirstParty
from respgen.source.looks import unchanged
from respgen.source.modules import Modules, Signature, Unparsable
from respgen.specs.types import ImportPath

SIGNATURES = {
    "content alone": ("def f(content): ...", "", ""),
    "by keyword": ("def f(content, *, a, b=1): ...", "a b", "a"),
    "either way": ("def f(content, a, b=1): ...", "a b", "a"),
    "by place alone": ("def f(content, x, /, a): ...", "a", "a"),
    "whatever it gets": ("def f(*contents, a, **more): ...", "a", "a"),
    "content by place": ("def f(content, /, *, a=1): ...", "a", ""),
    "the last of two": ("def f(content, a): ...\ndef f(content, b): ...", "b", "b"),
}


def project(root: Path, *sources: str) -> Project:
    return Project(root, (), root / "generated", first_party=FirstParty(sources))


def written(file: Path, text: str = "") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "names", "required"), SIGNATURES.values(), ids=SIGNATURES
)
def test_signature(tmp_path: Path, text: str, names: str, required: str) -> None:
    """All that may be given by keyword, but for the first parameter: that is the content."""
    written(tmp_path / "web.py", text)
    found = Modules(project(tmp_path)).signature(ImportPath("web", "f"))
    assert found == Signature(
        frozenset(names.split()), dict.fromkeys(required.split(), ""), "**" in text
    )


@pytest.mark.parametrize(
    "text", ["", "f = print", "from shop import f", "class C:\n  def f(self): ..."]
)
def test_no_signature(tmp_path: Path, text: str) -> None:
    """What its module does not define as a function gets the content alone."""
    written(tmp_path / "web.py", text)
    assert Modules(project(tmp_path)).signature(ImportPath("web", "f")) is None


@pytest.mark.parametrize(
    "name", ["web.py", "src/web.py", "lib/web.py", "web/__init__.py"]
)
def test_where_modules_are(tmp_path: Path, name: str) -> None:
    """Below the root, its src, and the folders that ruff is given."""
    written(tmp_path / name, "def f(content): ...")
    assert Modules(project(tmp_path, "lib")).signature(ImportPath("web", "f"))


@pytest.mark.parametrize("text", ["def f(:", "\0", "(" * 10_000])
def test_no_python(tmp_path: Path, text: str) -> None:
    """What is no Python is said."""
    written(tmp_path / "web.py", text)
    with pytest.raises(Unparsable, match=r"^web.py is no Python"):
        Modules(project(tmp_path)).signature(ImportPath("web", "f"))


def test_owns(tmp_path: Path) -> None:
    """A folder or a file below the folders that ruff looks into, whatever is in it."""
    modules = Modules(project(tmp_path, ".", "src"))
    written(tmp_path / "shop" / "web.py")
    written(tmp_path / "src" / "admin.pyi")
    owned = ["shop", "shop.web", "admin", "generated.api"]
    others = ["web", "shop.models", "fastapi"]
    assert [name for name in (*owned, *others) if modules.owns(name)] == owned


def test_owns_the_package_of_the_output(tmp_path: Path) -> None:
    """Wherever the folders are that ruff looks into."""
    written(tmp_path / "lib" / "shop" / "__init__.py")
    output = tmp_path / "lib" / "shop" / "generated"
    modules = Modules(Project(tmp_path, (), output))
    assert modules.owns("shop.models")
    assert not modules.owns("generated.models")


def test_patterns_decide_first() -> None:
    """Of several the one that fits the longest name."""
    rules = FirstParty((), ("shop", "acme_*"), ("shop.vendor",))
    said = {"shop.web": True, "shop.vendor.x": False, "acme_shop": True, "web": None}
    assert {module: rules.says(module) for module in said} == said


def test_what_was_asked_is_asked_again(tmp_path: Path) -> None:
    """A cache knows whether an answer would be another one now."""
    file = written(tmp_path / "web.py", "def f(content): ...")
    modules = Modules(project(tmp_path, "."))
    modules.signature(ImportPath("web", "f"))
    assert not modules.owns("shop")
    answers = modules.looks.answers
    assert unchanged(answers)
    written(tmp_path / "notes.py")
    assert unchanged(answers)
    written(tmp_path / "shop.py")
    assert not unchanged(answers)
    (tmp_path / "shop.py").unlink()
    assert unchanged(answers)
    file.write_text("def f(content, *, a): ...", encoding="utf-8")
    assert not unchanged(answers)
