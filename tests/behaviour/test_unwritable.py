"""What a renderer cannot write is refused by the constructor, and the error names the content."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from types import ModuleType
from typing import Any

import pytest
import yaml

from tests.support.compiled import compiled

SCHEMA = """
respgen: 1
responses:
  Yaml: {render: yaml}
  Csv: {render: {csv: {columns: [a]}}}
  Xml: {render: xml}
  Form: {render: form}
  Link: {media_type: text/html, params: {a: str, b: str}, body: "<a href='{a}/{b}'>x</a>"}
  Deeper: {media_type: text/html, params: {a: str, b: str}, body: "<a href='{a}/x/{b}'>x</a>"}
"""
HUGE = 10**5000


class Large(IntEnum):
    HUGE = HUGE


@pytest.fixture(scope="module")
def api() -> ModuleType:
    return compiled(SCHEMA)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        *((name, HUGE) for name in ("Yaml", "Csv", "Xml", "Form")),
        *((name, Large.HUGE) for name in ("Csv", "Xml", "Form")),
    ],
    ids=["yaml", "csv", "xml", "form", "csv-enum", "xml-enum", "form-enum"],
)
def test_numbers_of_many_digits(api: ModuleType, name: str, number: int) -> None:
    """Python does not write them (sys.set_int_max_str_digits)."""
    content: Any = {"a": number}
    with pytest.raises(ValueError, match="content: an int has more digits"):
        getattr(api, name)([content] if name == "Csv" else content)


def test_numbers_of_fewer_digits(api: ModuleType) -> None:
    assert api.Xml({"a": Decimal(10) ** 20}).body.count(b"0") == 21
    assert api.Csv([{"a": 10**640}]).body.count(b"0") == 640


@pytest.mark.parametrize(
    "content",
    ["\ud800", {"a": "\udfff"}, {"\ud800": 1}, [{"a"}, ("x", "\udcff")], "\\ud800 \ud800"],
)  # fmt: skip # a content each
def test_lone_surrogates_in_yaml(api: ModuleType, content: Any) -> None:
    """PyYAML escapes them, and most readers refuse the document."""
    with pytest.raises(ValueError, match="content: a lone surrogate is no character"):
        api.Yaml(content)


@pytest.mark.parametrize(
    "content", ["\\ud800", {'"\\uD8"': "\x00\\uDFFF"}, "\U0001f600"]
)
def test_what_looks_like_one(api: ModuleType, content: Any) -> None:
    assert yaml.safe_load(api.Yaml(content).body) == content


def test_yaml_that_is_too_deep(api: ModuleType) -> None:
    content: list[Any] = []
    for _ in range(100_000):
        content = [content]
    with pytest.raises(ValueError, match="content: nested too deeply for YAML"):
        api.Yaml(content)


@pytest.mark.parametrize("base", ["", "/shop", "https://shop.example", "x"])
def test_no_host_behind_an_empty_base(api: ModuleType, base: str) -> None:
    """A link to `//evil.example` would lead to another site (WHATWG URL 4.4)."""
    link = f"<a href='{base}/%2Fevil.example'>x</a>".encode()
    assert api.Link(a=base, b="/evil.example").body == link


@pytest.mark.parametrize(
    "base", ["/", "//", "\\", "\t/", " /", "https:", "http:/", "HTTPS://"]
)
@pytest.mark.parametrize("name", ["Link", "Deeper"])
def test_a_base_of_slashes(api: ModuleType, name: str, base: str) -> None:
    with pytest.raises(
        ValueError, match="a: what stands behind it would become a host"
    ):
        getattr(api, name)(a=base, b="evil.example")
