"""A template is nobody's way to Python, to other files or to all of the memory.

Each text below stands in a template that a stranger sent; none does more than raise the error that
names the template.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen import resources
from respgen.emit import EmitSettings, OverrideError, Overrides, emit
from tests.support.schemas import modules

SPECS = tuple(modules(shop="responses: {Item: {}}").values())
OURS = (resources.templates() / "response.py.jinja").read_text()

TO_PYTHON = [
    "cycler.__init__.__globals__.os.system('touch ran')",
    "name.__class__.__mro__",
    "name['__class__']",
    "name['__' ['cl'] 'ass__']",
    "name|attr('__class__')",
    "[name]|map(attribute='__class__.__mro__')|list",
    "name.__init__.__globals__['__builtins__']",
    "range.__globals__.os",
    "dict.__base__.__subclasses__()",
    "namespace.__init__.__globals__",
    "self.__init__.__globals__",
    "self._TemplateReference__context.environment",
    "methods.append(name)",
    "attributes.clear()",
    "'{0.__class__}'.format(name)",
    "'{0.__class__}'.format_map({'0': name})",
    "['{0.__class__}']|map('format', name)|list",
    "none.__class__",
    "(1).__class__",
    "get_flashed_messages.__globals__",
    "name.text.encode('unicode_escape')",
    "name.text.__getattribute__('__class__')",
]
TOO_MUCH = [
    "'a' * 10**9",
    "'a' * 1000000000",
    "10 ** 100000000",
    "[name] * 1000000000",
    "'%1000000000d' % 1",
    "'{:1000000000}'.format(1)",
    "['{:1000000000}'.format]|first",
    "'a'.center(1000000000)",
    "'a'|center(1000000000)",
    "[1]|batch(1000000000, 0)|list",
    "(5).to_bytes(1000000000, 'big')",
    "range(1000000000)|list",
    "lipsum(n=100000000)",
    "name.text ~ name.text",
    "'a' + 'a'",
    "4000000000 * 4000000000 * 4000000000",
]
ELSEWHERE = [
    "/etc/passwd",
    "../secret",
    "x/../../secret",
    "..\\\\secret",
    "C:secret",
    "",
]


def rendered(folder: Path, text: str) -> str:
    """What a class becomes with this in front of its template."""
    (folder / "response.py.jinja").write_text(f"{text}\n{OURS}")
    files = emit(SPECS, EmitSettings(templates=Overrides(folder)))
    return next(file.text for file in files if file.path == "shop.py")


@pytest.mark.parametrize("expression", TO_PYTHON + TOO_MUCH)
def test_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expression: str
) -> None:
    """Each is an error that names the template, and nothing ran."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OverrideError, match=r"^response\.py\.jinja: "):
        rendered(tmp_path, f"{{% set x = {expression} %}}{{% if x %}}{{% endif %}}")
    assert os.listdir(tmp_path) == ["response.py.jinja"]


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.parametrize("tag", ["include", "import", "extends"])
def test_other_files(tmp_path: Path, name: str, tag: str) -> None:
    """No template stands outside of the folder."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret").write_text("a = 1")
    rest = " as x" if tag == "import" else ""
    with pytest.raises(OverrideError, match="there is no template"):
        rendered(folder, f"{{% {tag} '{name}'{rest} %}}")


GROWING = {
    "a list": "{% set ns.x = ns.x + ns.x %}",
    "text": "{% set ns.x = ns.x ~ ns.x %}",
}


@pytest.mark.parametrize("step", GROWING.values(), ids=GROWING)
def test_doubling(tmp_path: Path, step: str) -> None:
    """What doubles in a loop meets its end."""
    text = f"{{% set ns = namespace(x=[1]) %}}{{% for i in range(99) %}}{step}{{% endfor %}}"
    with pytest.raises(OverrideError):
        rendered(tmp_path, text)


def test_writing_without_end(tmp_path: Path) -> None:
    """Loops in loops write only so much."""
    loops = "{% for i in range(99999) %}{% for j in range(99999) %}"
    ends = "{% endfor %}{% endfor %}"
    with pytest.raises(OverrideError, match="writes more than"):
        rendered(tmp_path, f"{loops}{{{{ docstring }}}}{ends}")


@given(st.text(alphabet="_.()[]{}|%'\"~+*0aifor \n", max_size=40))
def test_any_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever stands in a template, it renders or is said to be wrong."""
    try:
        rendered(tmp_path_factory.getbasetemp(), f"{{% if {text} %}}")
    except OverrideError:
        return


USEFUL = {
    "a condition": ("{% if name.text.endswith('em') %}# it\n{% endif %}", "# it\n"),
    "a loop": (
        "{% for m in methods + attributes %}{% if loop.first %}# one\n{% endif %}{% endfor %}",
        "# one\n",
    ),
    "a number": ("{% if methods|length * 2 >= 2 %}# two\n{% endif %}", "# two\n"),
    "parts": ("{% for m in methods|reverse %}# m\n{% endfor %}", "# m\n"),
    "a dictionary": ("{% for k, v in {'a': 1}.items() %}# k\n{% endfor %}", "# k\n"),
    "a folder below": ("{% include 'parts/mine.jinja' %}", "# mine\n"),
    "a choice": ("{% include ['none', 'parts/mine.jinja'] %}", "# mine\n"),
    "none": ("# x\n{% include 'none' ignore missing %}", "# x\n"),
}


@pytest.mark.parametrize(("text", "written"), USEFUL.values(), ids=USEFUL)
def test_what_templates_need(tmp_path: Path, text: str, written: str) -> None:
    """Choosing by parts, loops and templates of one's own stay."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "mine.jinja").write_text("# mine\n")
    assert written in rendered(tmp_path, text)


@pytest.mark.parametrize(
    "put",
    [
        pytest.param(lambda file: file.symlink_to("none"), id="dangling"),
        pytest.param(lambda file: file.mkdir(), id="folder"),
        pytest.param(lambda file: file.symlink_to(file.name), id="loop"),
    ],
)
def test_in_the_place_of_one_of_ours(
    tmp_path: Path, put: Callable[[Path], object]
) -> None:
    """What would be a template and cannot be read is named: ours is not what was meant."""
    put(tmp_path / "render.py.jinja")
    with pytest.raises(OverrideError, match=r"render\.py\.jinja: cannot be read"):
        emit(SPECS, EmitSettings(templates=Overrides(tmp_path)))
