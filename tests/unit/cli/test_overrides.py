"""Overriding templates end to end: what they load decides the output, and they run nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from respgen import resources
from tests.support.command_line import Shop

OURS = (resources.templates() / "response.py.jinja").read_text()
ATTACK = "{% set x = name.__init__.__globals__ %}{{ x.os.system('echo RAN') }}"


@pytest.fixture
def overriding(shop: Shop) -> Shop:
    """A project whose template for classes is in a folder that `mine/shared` links to, up to date."""
    shop.edit("pyproject.toml", '"core"', '"core"\ntemplates = "mine"')
    shop.write("common/class.jinja", OURS)
    shop.write("mine/response.py.jinja", '{% include "shared/class.jinja" %}')
    (shop.root / "mine" / "shared").symlink_to("../common")
    assert shop.run("generate").status == 0
    assert shop.run("check").status == 0
    return shop


CHANGES: dict[str, Callable[[Shop], object]] = {
    "behind a link": lambda s: s.write("common/class.jinja", f"# new\n{OURS}"),
    "removed behind a link": lambda s: (s.root / "common/class.jinja").unlink(),
    "the link": lambda s: (s.root / "mine/shared").unlink(),
    "one more of ours": lambda s: s.write("mine/module.py.jinja", "# new\n"),
    "itself": lambda s: s.write("mine/response.py.jinja", f"# new\n{OURS}"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_template_is_seen(
    overriding: Shop, change: Callable[[Shop], object]
) -> None:
    """Whatever a template loads, by whatever link, check compiles anew where it has changed."""
    change(overriding)
    assert overriding.run("check").status != 0


def test_the_cause_is_a_template(overriding: Shop) -> None:
    """And it says so, behind a link as well."""
    overriding.write("common/class.jinja", f"{OURS}# new\n")
    assert "shop.py: a template changed" in overriding.run("check").out


def test_added_where_there_was_none(shop: Shop) -> None:
    """A template that was looked for in vain is an input, too."""
    shop.edit("pyproject.toml", '"core"', '"core"\ntemplates = "mine"')
    shop.write("mine/response.py.jinja", "{% include 'x' ignore missing %}" + OURS)
    shop.run("generate")
    shop.write("mine/x", "# new\n")
    assert shop.run("check").status == 1


BESIDE: dict[str, Callable[[Path], object]] = {
    "an editor's lock": lambda f: (f / ".#response.py.jinja").symlink_to("me@host.1"),
    "a dangling link": lambda f: (f / "old.jinja").symlink_to("gone"),
    "a loop": lambda f: (f / "loop").symlink_to("."),
    "the whole disk": lambda f: (f / "disk").symlink_to("/"),
    "bytes": lambda f: (f / "photo.jinja").write_bytes(b"\xff\xd8"),
}


@pytest.mark.parametrize("put", BESIDE.values(), ids=BESIDE)
def test_what_no_template_loads(
    overriding: Shop, put: Callable[[Path], object]
) -> None:
    """Whatever else lies in the folder stops nothing."""
    put(overriding.root / "mine")
    assert overriding.run("check").out == "5 files up to date\n"
    overriding.edit("schemas/shop.yaml", "One item", "An item")
    assert overriding.run("generate").status == 0
    assert overriding.run("check").status == 0


@pytest.mark.parametrize(
    ("words", "status"),
    [("check", 2), ("generate", 2), ("show Item", 2), ("lint", 0), ("grade", 0)],
)
def test_an_attack(overriding: Shop, words: str, status: int) -> None:
    """It is an error that names the template; lint and grade render none."""
    overriding.write("common/class.jinja", ATTACK)
    done = overriding.spawn(*words.split())
    assert done.returncode == status
    assert "RAN" not in done.stdout + done.stderr
    assert ("response.py.jinja: access to attribute" in done.stderr) == (status == 2)
