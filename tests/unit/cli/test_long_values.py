"""A value of 100 kB, wherever it stands, fills neither the terminal nor a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.diagnostics import MOST, shortened
from tests.support.command_line import Shop

LONG = "a" * 100_000
WORDS = "word " * 20_000

SCHEMAS = {
    "key": f"? {LONG}\n: 1",
    "key of a response": f"responses: {{A: {{? {LONG} : 1}}}}",
    "header": f"responses: {{A: {{headers: {{? {LONG} : x}}}}}}",
    "header, wrong": f'responses: {{A: {{headers: {{? "{WORDS}" : x}}}}}}',
    "value": f'responses: {{A: {{headers: {{ETag: "{WORDS}"}}}}}}',
    "policy": f'responses: {{A: {{headers: {{Content-Security-Policy: "{WORDS}"}}}}}}',
    "member of an enum": f"responses: {{A: {{headers: {{X: {{type: enum, values: [{LONG}, {LONG}]}}}}}}}}",
    "type": f"responses: {{A: {{headers: {{X: {{type: {LONG}}}}}}}}}",
    "import": f'responses: {{A: {{content: "{LONG}:{LONG}"}}}}',
    "parent": f"responses: {{A: {{extends: {LONG}}}}}",
    "name of a class": f"responses: {{? {LONG} : {{}}}}",
    "media type": f'responses: {{A: {{media_type: "{WORDS}"}}}}',
    "cookie": f'cookies: {{a: {{key: "{WORDS}"}}}}',
    "status": f"responses: {{A: {{status_code: {'9' * 100_000}}}}}",
    "placeholder": f"responses: {{A: {{params: {{x: str}}, headers: {{Location: {{template: '/{{{LONG}}}'}}}}}}}}",
    "anchor": f"responses: *{LONG}",
    "tag": f"responses: !{LONG} x",
    "comment": f"responses: {{}} # respgen: ignore[{LONG}]",
}
SETTINGS = {
    "key": f"{LONG} = 1",
    "target": f"target = '{WORDS}'",
    "python": f"python = '{LONG}'",
    "schemas": f"schemas = '{LONG}'",
    "schemas, absolute": f"schemas = ['/{WORDS}']",
    "output": f"output = '{LONG}-'",
    "output, too long": f"output = '{LONG}'",
    "templates": f"templates = '{LONG}'",
    "rule": f"select = ['{LONG}']",
    "header": f"header = ['{WORDS}']",
    "black": f"[tool.black]\ntarget-version = ['{LONG}']\nline-length = '{LONG}'",
    "ruff": f"[tool.ruff]\nline-length = '{LONG}'",
    "members": f"[tool.respgen.workspace]\nmembers = ['{LONG}', '/{WORDS}']",
}
FORMATS = pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])


@FORMATS
@pytest.mark.parametrize("text", SCHEMAS.values(), ids=SCHEMAS)
def test_in_a_schema(shop: Shop, text: str, form: str) -> None:
    """Of a finding what is wrong and what to do are left, in every format."""
    shop.write("schemas/shop.yaml", f"respgen: 1\n{text}\n")
    ran = shop.run("check", "--format", form)
    assert ran.status == 1
    assert len(ran.out + ran.err) < 8_000


@FORMATS
@pytest.mark.parametrize("text", SETTINGS.values(), ids=SETTINGS)
def test_in_the_settings(shop: Shop, text: str, form: str) -> None:
    """And so it is with pyproject.toml, and with paths that no disk has."""
    shop.write("pyproject.toml", f"[tool.respgen]\n{text}\n")
    ran = shop.run("check", "--format", form)
    assert ran.status in (1, 2)
    assert len(ran.out + ran.err) < 8_000


@given(st.text(st.sampled_from("ab \n"), max_size=3 * MOST), st.integers(1, 5))
def test_shortened(text: str, times: int) -> None:
    """What is short stays as it is; what is long keeps its ends, and is short then."""
    long = text * times
    short = shortened(long)
    assert len(short) <= MOST
    assert short == shortened(short)
    assert short == long if len(long) <= MOST else short[:10] == long[:10]
    assert short[-10:] == long[-10:]


def test_the_reason_is_left() -> None:
    """Of a message about a long word nothing else is lost."""
    short = shortened(f"unknown key '{LONG}' in response 'A'")
    assert short.startswith("unknown key 'aaa")
    assert short.endswith("aaa' in response 'A'")


def test_a_help_of_short_words_is_whole(shop: Shop) -> None:
    """What a class of another package takes is there to be pasted."""
    names = [f"parameter_{number}: int = 0" for number in range(40)]
    shop.write(
        ".venv/lib/python3.11/site-packages/foreign.py",
        "from starlette.responses import Response\n\n\nclass Far(Response):\n"
        f"    def __init__(self, content: str, {', '.join(names)}) -> None: ...\n",
    )
    shop.write("schemas/a.yaml", 'respgen: 1\nresponses: {A: {extends: "foreign:Far"}}')
    ran = shop.run("lint")
    assert "parameter_39: {type: int, default: 0}}" in ran.out + ran.err
    assert "…" not in (ran.out + ran.err).partition("help: ")[2]
