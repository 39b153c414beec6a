"""PyYAML's safe dump, with keys in their order."""

from __future__ import annotations

from typing import Any
from datetime import date

import yaml
from case_render_yaml.api import Chosen, Document


def is_the_librarys_own_text() -> None:
    content: dict[str, Any] = {
        "name": "Köln",
        "since": date(38, 1, 1),
        "twins": [None, True, "no"],
    }
    response = Document(content)
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    assert response.body == text.encode()
    assert yaml.safe_load(bytes(response.body)) == content
    assert response.headers["content-type"] == "application/yaml"


def options_are_those_of_the_caller() -> None:
    response = Chosen({"b": [1, 2], "a": "é"}, sort_keys=True)
    assert response.body == "---\na: é\nb: [1, 2]\n".encode()
    assert response.headers["content-type"] == "text/yaml; charset=utf-8"
